"""A passkey in software: what a phone would answer, right or wrong on purpose. For tests without a browser."""

from __future__ import annotations

import hashlib
import json
import secrets

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40
ORIGIN = "http://localhost"


class Token:
    """One key, made for one owner. `verified=False` is a touch without finger, face or PIN."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.owner = b""

    def makes(self, options: str, *, verified: bool = True, origin: str = ORIGIN) -> str:
        asked = json.loads(options)["publicKey"]
        self.owner = websafe_decode(asked["user"]["id"])
        public = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        data = self._data(asked["rp"]["id"], verified, ATTESTED) + attested
        told = {
            "clientDataJSON": self._client("webauthn.create", asked, origin),
            "attestationObject": cbor.encode({"fmt": "none", "attStmt": {}, "authData": data}),
        }
        return self._answer(told)

    def shows(
        self,
        options: str,
        *,
        verified: bool = True,
        origin: str = ORIGIN,
        owner: bytes | None = None,
    ) -> str:
        asked = json.loads(options)["publicKey"]
        client = self._client("webauthn.get", asked, origin)
        data = self._data(asked["rpId"], verified)
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        told = {
            "clientDataJSON": client, "authenticatorData": data, "signature": signed,
            "userHandle": self.owner if owner is None else owner,
        }  # fmt: skip
        return self._answer(told)

    def _data(self, place: str, verified: bool, more: int = 0) -> bytes:
        flags = PRESENT | (VERIFIED if verified else 0) | more
        return hashlib.sha256(place.encode()).digest() + bytes([flags]) + bytes(4)

    def _client(self, kind: str, asked: dict, origin: str) -> bytes:
        told = {
            "type": kind,
            "challenge": asked["challenge"],
            "origin": origin,
            "crossOrigin": False,
        }
        return json.dumps(told).encode()

    def _answer(self, told: dict[str, bytes]) -> str:
        own = websafe_encode(self.id)
        response = {part: websafe_encode(value) for part, value in told.items()}
        return json.dumps(
            {"id": own, "rawId": own, "type": "public-key", "response": response,
             "clientExtensionResults": {}}
        )  # fmt: skip
