"""SMS: to the screen, to the box, or to a gateway over HTTPS, as `SMS_WAY` says. "none" sends nothing.

A gateway gets one JSON object with `to`, `from`, `text` and `id`. 2xx means that it has it; 4xx that it
does not want it. Anything else, silence too, means that nobody knows.
"""

from __future__ import annotations

import json
import ssl
import sys
from http.client import HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings

from .. import box, points
from ..letters import Letter, NotTaken

NOT_A_NO = (408, 409, 425, 429)  # the gateway may have it all the same, or may get it later


class Unsure(Exception):
    """The gateway answered, and the answer is neither yes nor no."""


def send(letter: Letter) -> None:
    """Raises NotTaken when nobody has it; any other exception means that nobody knows."""
    match settings.SMS_WAY:
        case "console":
            sys.stdout.write(_told(letter))
        case "file":
            box.put("sms", _told(letter))
        case "https":
            _to_gateway(letter)
        case _:
            raise NotTaken


def _told(letter: Letter) -> str:
    return f"From: {letter.sender}\nTo: {letter.to}\n\n{letter.body}\n"


def _to_gateway(letter: Letter) -> None:
    gateway = urlsplit(settings.SMS_GATEWAY)
    told = {"to": letter.to, "from": letter.sender, "text": letter.body, "id": letter.message_id}
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {settings.SMS_TOKEN}"}
    door = HTTPSConnection(
        gateway.hostname or "",
        gateway.port,
        timeout=settings.EMAIL_TIMEOUT,
        context=ssl.create_default_context(),
    )
    try:
        door.connect()
    except OSError:
        raise NotTaken from None
    try:
        points.at("connected")
        door.request("POST", gateway.path or "/", json.dumps(told).encode(), headers)
        status = door.getresponse().status
    finally:
        door.close()
    points.at("handed_over")
    if 400 <= status < 500 and status not in NOT_A_NO:
        raise NotTaken
    if not 200 <= status < 300:
        raise Unsure
