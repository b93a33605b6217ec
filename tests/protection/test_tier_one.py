"""Tier 1 of the safety promises: each number that can be shown today, in one place.

What is not shown is later work, and until then production refuses to start (RV.E001). What a
number says more than its test here is shown in the room it belongs to.
"""

from __future__ import annotations

import json
import logging
import os
import re
import socket
import struct
import subprocess
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.urls.converters import IntConverter
from django.utils import timezone

import ressursvenn
from config.checks import UNFINISHED
from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.permissions import NEEDS_PASSKEY, ROLES, Permission
from ressursvenn.apart import changes as apart
from ressursvenn.pairs import changes as pairs
from ressursvenn.participants import changes as participants
from ressursvenn.participants.models import Participant
from ressursvenn.protection import audit, opening, retention, vault
from ressursvenn.protection.fields import StillSealed, _Encrypted
from ressursvenn.protection.logs import PlaceOnly
from ressursvenn.protection.messages import post
from ressursvenn.protection.messages.words import banned_in
from ressursvenn.protection.models import AuditEntry
from ressursvenn.reporting import changes as reporting
from ressursvenn.volunteers import changes as volunteers
from tests.access import addresses
from tests.accounts.conftest import Visitor, code_for
from tests.environment import share
from tests.pairs.conftest import (
    NUMBER,
    a_place,
    amina,
    approved,
    asked,
    both,
    days_ago,
    decided,
    fresh,
    planned,
    running,
    volunteer,
)
from tests.reporting import conftest as numbers

__all__ = ["amina", "approved", "asked", "both", "decided", "planned", "running", "volunteer"]
HOUSE = Path(ressursvenn.__file__).parent
OURS = [model for model in apps.get_models() if model.__module__.startswith("ressursvenn.")]
PASSWORD = "et langt passord som ingen gjetter"
CALLED = "Linerle"
HIDDEN = "Ugla fra Fjellveien"


def rows_of(table):
    """As the database has them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return cursor.fetchall()


def test_what_is_not_shown_here_is_what_production_waits_for():
    shown = {
        int(n) for n in re.findall(r"^def test_(\d+)_", Path(__file__).read_text(), re.MULTILINE)
    }

    assert shown | set(UNFINISHED) == set(range(1, 19))
    assert not shown & set(UNFINISHED)


# --- 1 and 2: whose rows, and which fields ----------------------------------------------------


OTHERS = (
    "nora", "gro", "solveig", "nils", "kirsti", "astrid", "vigdis", "pernille", "siri", "bodil", "ella",
)  # fmt: skip


def test_1_nobody_else_gets_at_her(signed_in, people, running, amina):
    """Every page about her, looked at and posted to, by everybody who does not lead there."""
    of_pair = f"/a/koblinger/{running.reference}/"
    acts = ("", "kort/", "onsker/", "kontakt/", "trakk-seg/", "samtykke/", "tatt-imot/")
    pages = [f"/a/deltakere/{amina.reference}/{act}" for act in acts]
    pages += [of_pair, f"{of_pair}avslutning/", f"/a/unna/{amina.reference}/"]
    before = rows_of("participants_participant")

    for who, page in product(OTHERS, pages):
        browser = signed_in(people[who])
        for answer in (browser.get(page), browser.post(page)):
            assert answer.status_code in (403, 404, 405), (who, page)
            assert CALLED not in answer.content.decode()

    assert rows_of("participants_participant") == before


def test_2_a_volunteer_sees_what_to_call_her_and_how_to_reach_her_and_no_more(
    signed_in, asked, amina, solveig, kari
):
    opening.open_record(amina, by=kari, purpose="test")
    participants.note_wishes(participant=amina, wishes=["talk"], strengths=HIDDEN, by=kari)
    participants.correct_card(participant=amina, avoided_areas=["no-ostfold-moss"], by=kari)
    browser = signed_in(solveig)

    before = browser.get("/v/").content.decode()
    browser.post(f"/v/{asked.reference}/svar/", {"answer": "yes"})
    after = browser.get("/v/").content.decode()

    for only_after in (CALLED, "00 001"):
        assert only_after not in before
        assert only_after in after
    for page, word in product((before, after), (HIDDEN, "Moss", "Moen", amina.reference, "film")):
        assert word not in page


# --- 3 and 4: what there is no field for, and how what there is is kept ------------------------

FINDS = {
    "address", "adresse", "postcode", "postnummer", "street", "gate", "school", "skole", "kindergarten",
    "barnehage", "child", "children", "barn", "workplace", "employer", "coordinate", "latitude",
    "longitude", "gps", "fnr", "ssn", "personnummer", "perpetrator", "husband", "partner", "handover",
    "visit", "photo", "image",
}  # fmt: skip


def test_3_no_table_has_a_field_that_finds_her():
    names = {f"{model.__name__}.{f.name}" for model in OURS for f in model._meta.get_fields()}

    assert len(names) > 150
    finds = {name for name in names if set(name.lower().split(".")[1].split("_")) & FINDS}
    assert finds == {
        "Delivery.street",
        "Delivery.postcode",
    }  # where an organisation gets its buttons


def test_4_every_field_is_in_one_of_four_classes_and_locked_when_it_says_so():
    for model in OURS:
        sorted_by_us = model.Handling
        classes = (
            sorted_by_us.plain, sorted_by_us.card, sorted_by_us.record, sorted_by_us.sign_in,
        )  # fmt: skip
        fields = {field.name: field for field in model._meta.concrete_fields}
        assert sorted(name for names in classes for name in names) == sorted(fields)
        locked = {name for name, field in fields.items() if isinstance(field, _Encrypted)}
        assert locked == classes[1] | classes[2]


# --- 5 to 8: getting in -------------------------------------------------------------------------

SECRET = "JBSWY3DPEHPK3PXP"  # of an app


def every_protected_path():
    """All there is on the desk and on a volunteer's phone, whatever it is about."""
    for name, entry in addresses.entries():
        parts = [
            0 if isinstance(kind, IntConverter) else "zzzzzzzz"
            for kind in entry.pattern.converters.values()
        ]
        path = reverse(name, args=parts)
        if path.startswith(("/a/", "/v/")) and not path.startswith("/a/inn/"):
            yield path


@pytest.mark.parametrize("who", [None, "password", "password and app"])
def test_5_without_a_passkey_none_who_sees_a_participant_is_shown_a_page(people, who):
    paths = set(every_protected_path())
    seers = [person for person in people.values() if person.role in NEEDS_PASSKEY]
    assert len(paths) > 80
    assert {person.sign_name for person in seers} >= {
        "kari",
        "gro",
        "astrid",
        "vigdis",
        "kirsti",
        "pernille",
    }

    for turn, person in enumerate(seers):
        browser, some = visitor_of(person, who), share(sorted(paths), turn)
        answers = {browser.get(path).status_code for path in some}
        answers |= {browser.post(path).status_code for path in some}
        assert answers <= {302, 405}, person.role


def visitor_of(person, who):
    browser = Visitor(person)
    if who:
        person.set_password(PASSWORD)
        person.save()
    if who == "password and app":
        Authenticator.objects.create(user=person, type="totp", data={"secret": SECRET})
    if who:
        browser.types(person.sign_name, PASSWORD)
        browser.post("/a/inn/kode/", {"code": code_for(SECRET)})
    return browser


def test_5_with_a_passkey_used_in_this_session_she_is(kari, amina):
    browser = Visitor(kari)
    browser.welcomed(accounts.open_recovery(person=kari, by=None))

    assert CALLED in browser.get("/a/deltakere/").content.decode()


@pytest.mark.parametrize("who", ["kari", "gro", "astrid", "vigdis", "kirsti", "pernille", "siri"])
def test_8_there_is_no_way_back_in_that_takes_less(people, who):
    """Neither a password that was set for her, nor the word without a passkey, nor one person alone."""
    person = people[who]
    for by in people.values():
        if by.may(Permission.CONFIRM_ACCOUNTS) and by != person:
            continue  # the second of two, which `together` sees to
        with pytest.raises(PermissionDenied):
            accounts.open_recovery(person=person, by=by)
        with pytest.raises(PermissionDenied):
            accounts.invite(person=person, by=by)

    word, thief = accounts.open_recovery(person=person, by=None), Visitor(person)
    thief.get(f"/a/inn/velkommen/{word}/")
    thief.post("/a/inn/velkommen/", {"password": PASSWORD, "again": PASSWORD})
    thief.post("/a/inn/velkommen/app/", {"code": code_for(SECRET)})
    person.set_password(PASSWORD)
    person.save()
    thief.types(person.sign_name, PASSWORD)

    assert thief.get("/a/").status_code == 302
    assert not Authenticator.objects.exists()


def test_8_what_she_had_is_dead_when_she_is_in_anew(kari, astrid):
    before, after = Visitor(kari), Visitor(kari)
    before.welcomed(accounts.open_recovery(person=kari, by=None))
    after.welcomed(accounts.open_recovery(person=kari, by=astrid))

    assert after.get("/a/").status_code == 200
    assert before.get("/a/").status_code == 302
    before.shows()
    assert before.get("/a/").status_code == 302


@pytest.fixture
def tora(oslo):
    return accounts.take_in(
        sign_name="tora", name="Tora Ness", role="coordinator", association=oslo,
        email="tora@example.org", password=PASSWORD, by=None,
    )  # fmt: skip


def told(browser, name, password):
    """All that somebody without an account can tell one answer from another by."""
    answer = browser.post("/a/inn/", {"login": name, "password": password})
    body = re.sub(r'(nonce|value)="[^"]*"', "", answer.content.decode())
    headers = {key: value for key, value in answer.items() if "Policy" not in key}
    headers["Expires"] = ""
    return answer.status_code, body, headers, sorted(answer.cookies)


def test_6_no_account_can_be_deduced(tora, kari):
    unknown = told(Client(), "torx", PASSWORD)
    wrong = told(Client(), "tora", "feil passord her")
    without_password = told(Client(), "kari", "feil passord her")
    tora.left_on, tora.left_by = timezone.localdate(), kari
    tora.save()
    left = told(Client(), "tora", PASSWORD)

    assert unknown[0] == 200
    assert unknown == wrong == without_password == left


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["ny", "glemt", "stengt", "e-post"])
def test_6_there_is_no_door_that_asks_for_an_address(client, door):
    for name in ("tora", "torx"):
        assert client.post(f"/a/inn/{door}/", {"email": f"{name}@example.org"}).url == "/a/inn/"


def test_7_no_message_is_a_way_in():
    assert set(settings.MFA_SUPPORTED_TYPES) <= {"totp", "recovery_codes", "webauthn"}
    assert {"username"} == settings.ACCOUNT_LOGIN_METHODS
    assert settings.EMAIL_BACKEND.endswith(("dummy.EmailBackend", "locmem.EmailBackend"))
    for by_message in ("ACCOUNT_LOGIN_BY_CODE_ENABLED", "MFA_PASSKEY_SIGNUP_ENABLED"):
        assert not getattr(settings, by_message, False)


# --- 9: what is locked --------------------------------------------------------------------------


def column(participant, name):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {name} FROM participants_participant WHERE id = %s", [participant.pk]
        )
        return bytes(cursor.fetchone()[0])


def put(participant, name, locked):
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE participants_participant SET {name} = %s WHERE id = %s",
            [locked, participant.pk],
        )


def test_9_what_is_flipped_moved_or_taken_from_another_does_not_open(amina, kari, oslo):
    other = participants.refer(
        association=oslo, crisis_centre=None, called="Svale", strengths="Synger.", by=kari
    )
    own = column(amina, "called")
    for tampered in (
        *(own[:at] + bytes([own[at] ^ 1]) + own[at + 1 :] for at in range(len(own))),
        column(other, "called"),
        column(amina, "area"),
        column(amina, "strengths"),
        own[:-1],
        b"",
    ):
        put(amina, "called", tampered)
        with pytest.raises(vault.Tampered):
            opening.open_record(Participant.objects.get(pk=amina.pk), by=kari, purpose="test")


def test_9_no_nonce_is_used_twice_and_no_two_people_share_a_key(amina, kari, oslo):
    seen = set()
    for _ in range(50):
        participants.note_wishes(participant=amina, wishes=[], strengths="Synger.", by=kari)
        seen.add(column(amina, "strengths")[1 : 1 + vault.NONCE_BYTES])
    (keys,) = vault.keys_for_records([amina.reference], by=kari, purpose="test").values()

    assert len(seen) == 50
    assert keys.card != keys.record


# --- 10: where the keys are ----------------------------------------------------------------------


def masters():
    """The keeper's own, as nobody in the house has them."""
    folder = Path(os.environ["RESSURSVENN_KEEPER_FOLDER"]) / "masters"
    return [path.read_bytes() for path in folder.iterdir()]


def held_by(value, depth=3):
    """All bytes within reach of a value."""
    if isinstance(value, bytes | str):
        yield value if isinstance(value, bytes) else value.encode()
    elif depth and isinstance(value, dict):
        for one in value.values():
            yield from held_by(one, depth - 1)
    elif depth and isinstance(value, list | tuple | set):
        for one in value:
            yield from held_by(one, depth - 1)


def test_10_the_process_that_holds_the_keys_is_another(amina, kari):
    with socket.socket(socket.AF_UNIX) as door:
        door.connect(settings.KEEPER)
        told = door.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    keeper, _, _ = struct.unpack("3i", told)

    assert keeper not in (os.getpid(), 0)
    opening.open_record(amina, by=kari, purpose="test")
    within_reach = [*held_by(vars(settings._wrapped)), *held_by(dict(os.environ))]
    for master, held in product(masters(), within_reach):
        assert master not in held
        assert master.hex().encode() not in held.lower()


def test_10_no_key_lies_in_the_database_or_in_a_file_of_the_project(amina, kari):
    keys = vault.keys_for_records([amina.reference], by=kari, purpose="test")[amina.reference]
    secret = [*masters(), keys.card, keys.record, settings.HOUSE_KEY]
    tables = connection.introspection.table_names()
    lies = [one for table in tables for one in held_by([list(row) for row in rows_of(table)])]
    kept = subprocess.run(["git", "ls-files"], cwd=HOUSE.parent, capture_output=True, text=True)
    files = [HOUSE.parent / name for name in kept.stdout.splitlines()]
    lies += [path.read_bytes() for path in files if path.is_file()]

    assert len(files) > 300
    for key, text in product(secret, lies):
        assert key not in text
        assert key.hex().encode() not in text


def test_10_no_commit_has_ever_held_a_key():
    key = r"-----BEGIN [A-Z ]*PRIVATE KEY|_(KEY|SECRET|TOKEN|PASSWORD) *= *.[0-9a-f]{40,}"
    found = subprocess.run(
        ["git", "log", "--all", "-p", "-E", f"-G{key}", "--format=%h", "--name-only"],
        cwd=HOUSE.parent, capture_output=True, text=True,
    )  # fmt: skip

    assert (found.returncode, found.stdout) == (0, "")


# --- 11 to 13: what leaves the house ------------------------------------------------------------


def test_11_nothing_is_fetched_from_anywhere_else():
    fetched = re.compile(
        r'(?:\bsrc|srcset|<link[^>]*href|action|@import|url\()\s*=?\s*["\']?https?:'
    )
    for path in [*HOUSE.rglob("*.html"), *HOUSE.rglob("*.css"), *HOUSE.rglob("*/static/**/*.js")]:
        assert not fetched.search(path.read_text("utf-8")), path.name
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert policy["default-src"] == ["'none'"]
    assert not any("http" in str(source) for sources in policy.values() for source in sources)


SAFE = {
    "channel": "email", "email": "amina@example.org", "hours": "any", "sender": "Mona", "language": "nb",
}  # fmt: skip


@pytest.mark.parametrize(
    "meanwhile",
    [
        None,
        {"channel": "nothing"},
        {"channel": "through_centre"},
        {**SAFE, "never_say": ["Mona"]},
        {**SAFE, "language": "ti"},
        {**SAFE, "hours": "weekdays_10_12"},
        "withdrawn",
        "too old",
    ],
)
def test_12_what_reaches_her_is_neutral_and_as_she_has_said_at_the_moment_it_goes(
    amina, kari, mailoutbox, meanwhile
):
    """More of it, on a real mail server, in tests/protection/messages."""
    noon = timezone.make_aware(datetime(2027, 3, 3, 12))
    with time_machine.travel(noon, tick=False) as clock:
        until = timezone.localdate() + timedelta(days=30)
        participants.settle_contact(participant=amina, by=kari, until=until, **SAFE)
        participants.write_to_her(participant=amina, by=kari)
        if isinstance(meanwhile, dict):
            participants.settle_contact(participant=amina, by=kari, until=until, **meanwhile)
        elif meanwhile == "withdrawn":
            participants.withdraw_consent(participant=amina, by=kari)
        elif meanwhile == "too old":
            clock.shift(timedelta(hours=2, minutes=1))
        post.send_due()
        post.send_due()

    assert len(mailoutbox) == (meanwhile is None)
    for message in mailoutbox:
        assert (message.subject, message.body) == ("Hei", "Hei, ring meg når det passer.")
        assert message.recipients() == ["amina@example.org"]
        assert banned_in(str(message.message())) == []


def test_12_nothing_opens_a_way_out_but_the_channels():
    sends = re.compile(
        r"send_mail|EmailMessage|smtplib|import requests|urllib\.request|http\.client|httpx"
    )
    channels = HOUSE / "protection" / "messages"
    for path in HOUSE.rglob("*.py"):
        if not path.is_relative_to(channels):
            assert not sends.search(path.read_text("utf-8")), path.name


class Lines(logging.Handler):
    """Every line as it would be written."""

    def __init__(self):
        super().__init__()
        self.setFormatter(PlaceOnly())
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


@pytest.fixture
def lines():
    handler = Lines()
    logging.getLogger().addHandler(handler)
    yield handler.lines
    logging.getLogger().removeHandler(handler)


FAULTS = (
    lambda: {}[f"{CALLED} 900 00 001"],
    lambda: (_ for _ in ()).throw(ValueError(HIDDEN)),
    lambda: (_ for _ in ()).throw(PermissionDenied(HIDDEN)),
    lambda: (_ for _ in ()).throw(ValidationError(f"{CALLED} bor i {HIDDEN}")),
    lambda: Participant.objects.create(called=HIDDEN),
    lambda: AuditEntry.objects.create(did=HIDDEN, by_id=987654321),
    lambda: connection.cursor().execute(f"SELECT '{HIDDEN}' FROM nowhere"),
)


@pytest.mark.parametrize("fault", range(len(FAULTS)))
def test_13_no_error_and_no_log_repeats_what_it_was_about(
    signed_in, kari, amina, monkeypatch, lines, fault
):
    from ressursvenn.participants import queries

    def broken(person, *_):
        with transaction.atomic():
            FAULTS[fault]()
            connection.check_constraints()

    browser = signed_in(kari)
    browser.raise_request_exception = False
    monkeypatch.setattr(queries, "with_names", broken)

    answer = browser.get(f"/a/deltakere/{amina.reference}/")

    said = answer.content.decode() + str(dict(answer.items())) + "\n".join(lines)
    assert answer.status_code >= 400
    assert lines
    for word in (HIDDEN, CALLED, NUMBER, "900 00 001", amina.reference, "SELECT"):
        assert word not in said


# --- 14 and 15: who has seen, and who together -------------------------------------------------


@pytest.mark.parametrize(
    ("who", "page"),
    [
        ("kari", "/a/"),
        ("kari", "/a/deltakere/"),
        ("kari", "/a/deltakere/{amina}/"),
        ("kaja", "/a/deltakere/{amina}/kort/"),
        ("kaja", "/a/deltakere/{amina}/kontakt/"),
        ("kari", "/a/koblinger/"),
        ("kari", "/a/koblinger/{pair}/"),
        ("kari", "/a/koblinger/hvorfor/?deltaker={amina}"),
        ("solveig", "/v/"),
    ],
)
def test_14_every_look_at_her_is_in_the_log(signed_in, people, planned, amina, who, page):
    browser = signed_in(people[who])
    browser.post(f"/a/deltakere/{amina.reference}/hvorfor/", {"reason": "rang"})
    seen = audit.looks_at(amina.reference).filter(by=people[who]).count()

    answer = browser.get(page.format(amina=amina.reference, pair=planned.reference))

    assert answer.status_code == 200
    assert audit.looks_at(amina.reference).filter(by=people[who]).count() > seen
    assert CALLED not in str(list(AuditEntry.objects.values()))


def test_14_there_is_no_look_that_is_not_in_the_log(amina):
    for name in ("called", "area", "strengths", "contact_number"):
        with pytest.raises(StillSealed):
            str(getattr(Participant.objects.get(pk=amina.pk), name))
    with pytest.raises(TypeError):
        AuditEntry.objects.all().delete()
    with pytest.raises(TypeError):
        AuditEntry.objects.update(did="nothing")


ALONE = ("kari", "kaja", "gro", "astrid", "nora", "kirsti", "vigdis", "siri", "solveig")


def test_15_no_one_person_makes_a_pair_visible(signed_in, people, amina, volunteer, kari, decided):
    """All that can be done to a pair that Kari decided, again and again, by one person alone."""
    for who in ALONE:
        with transaction.atomic():
            _does_all_there_is(people[who], amina, volunteer, decided, a_place(kari, f"Hos {who}"))
            assert fresh(decided).introduced_on is None, who
            assert CALLED not in signed_in(people["solveig"]).get("/v/").content.decode(), who
            transaction.set_rollback(True)


def _does_all_there_is(one, participant, volunteer, pair, place):
    today = timezone.localdate()
    tries = [
        lambda: pairs.decide(participant=participant, volunteer=volunteer, reason="near", by=one),
        lambda: pairs.note_her_yes(pair=pair, by=one),
        lambda: pairs.say_yes(pair=pair, by=one),
        lambda: pairs.note_volunteer_yes(pair=pair, by=one),
        lambda: pairs.plan_introduction(pair=pair, day=today, place=place, by=one),
        lambda: pairs.note_introduced(pair=pair, coordinator_present=True, by=one),
    ]
    if one == pair.decided_by:  # anybody else who approves is the second of the two
        tries.append(lambda: pairs.approve(pair=pair, by=one))
    for act in tries * len(tries):
        with suppress(PermissionDenied, ValidationError), transaction.atomic():
            act()


@pytest.mark.parametrize("role", [role for role in ROLES if role != "volunteer"])
def test_15_no_one_person_gives_somebody_a_role_that_sees(oslo, siri, kari, role):
    sees = ROLES[role].may & {
        Permission.SEE_VOLUNTEERS, Permission.SEE_PARTICIPANTS, Permission.SEE_PAIRS,
        Permission.APPROVE_PAIRS, Permission.SEE_KEEP_APART, Permission.SEE_AUDIT,
        Permission.REFER_PARTICIPANTS, Permission.RUN_SYSTEM,
    }  # fmt: skip
    association = oslo if ROLES[role].local else None
    new = {"sign_name": "ny", "name": "Ny", "role": role, "association": association}

    for by in [kari, *([siri] if sees else [])]:
        with pytest.raises(PermissionDenied):
            accounts.take_in(by=by, **new)


def test_15_a_role_is_changed_in_one_place_that_takes_two():
    takes_a_role = re.compile(r"\brole=|\.role\s*=[^=]")
    changed = [
        path.name
        for path in HOUSE.rglob("changes*/*.py")
        if path.parts[-3] != "alliance"  # where a contact has a role in her own organisation
        and takes_a_role.search(path.read_text("utf-8"))
    ]

    calls = [
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if re.search(r"(?<!def )change_role\(", path.read_text("utf-8"))
    ]

    assert changed == ["people.py"]
    assert calls == [
        "together/accounts.py"
    ]  # after the second yes: tests/together/test_accounts.py


def test_15_nobody_takes_the_place_of_a_volunteer_in_a_pair(running, oslo, kari, kaja, gro):
    sister = accounts.take_in(
        sign_name="sister", name="Søs", role="volunteer", association=oslo, by=None
    )

    with pytest.raises(ValidationError, match="byttes ikke"):
        volunteers.link_account(volunteer=running.volunteer, person=sister, by=kari)
    with pytest.raises(PermissionDenied):
        volunteers.link_account(volunteer=running.volunteer, person=sister, by=gro)
    with pytest.raises(PermissionDenied):
        accounts.invite(person=running.volunteer.person, by=gro)


def test_15_no_one_person_wakes_a_pair_that_she_has_withdrawn_from(
    signed_in, running, kari, solveig
):
    participants.withdraw_consent(participant=running.participant, by=kari)

    with pytest.raises(ValidationError, match="Avslutt koblingen først"):
        participants.note_consent(participant=fresh(running).participant, by=kari)
    assert CALLED not in signed_in(solveig).get("/v/").content.decode()

    pairs.end(pair=running, ending="early", by=kari)
    participants.note_consent(participant=fresh(running).participant, by=kari)

    assert CALLED not in signed_in(solveig).get("/v/").content.decode()


def test_15_the_table_itself_refuses_one_person_twice(decided, kari):
    with pytest.raises(IntegrityError), transaction.atomic():
        type(decided).objects.filter(pk=decided.pk).update(
            approved_on=days_ago(0), approved_by=kari
        )


# --- 16: numbers ---------------------------------------------------------------------------------


def test_16_a_number_about_participants_leaves_only_through_the_gate(people):
    """A year, by two, attacked with all before it; a small number, a weak one or one of this year does not."""
    astrid, pernille = people["astrid"], people["pernille"]
    released = numbers.released(astrid, pernille, numbers.a_year(numbers.LAST - 1))
    few = numbers.a_year(called_off={"called_off": 2})
    proposal = numbers.proposed(astrid, few)
    printed = numbers.cells(json.loads(bytes(released.json))) | numbers.cells(proposal.told)

    assert min(count for count in printed.values() if count is not None) >= 5
    assert len(printed) > 60
    for year in (numbers.LAST + 1, numbers.LAST - 1):
        with pytest.raises(ValidationError, match=r"Året er over|Hvert år"):
            numbers.proposed(astrid, numbers.a_year(year))
    with pytest.raises(PermissionDenied):
        numbers.proposed(people["kari"], few)
    numbers.table(proposal.told, "ending")["classes"][0]["count"] = None
    proposal.save()
    with pytest.raises(ValidationError, match="kan regnes ut"):
        reporting.ask_to_release(proposal=proposal, by=astrid)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(released).objects.filter(pk=released.pk).update(issued_by=released.asked_by)


# --- 17: it is erased in time --------------------------------------------------------------------


@pytest.mark.parametrize("days", [89, 90])
def test_17_ninety_days_after_her_pair_has_ended_nothing_of_her_is_here(running, kari, days):
    her, reference = running.participant, running.participant.reference
    pairs.end(pair=running, ending="as_planned", by=kari)

    with time_machine.travel(timezone.now() + timedelta(days=days)):
        retention.erase_what_is_due()

    gone = days >= 90
    assert vault.alive(reference) is not gone
    assert Participant.objects.filter(pk=her.pk).exists() is not gone
    of_log = {model._meta.db_table for model in OURS if model.Handling.keep == "audit"}
    tables = set(connection.introspection.table_names()) - of_log
    left = [table for table in tables if reference in str(rows_of(table))]
    assert (left == []) is gone


# --- 18: it is over at once --------------------------------------------------------------------


def _left(running, kari):
    volunteers_table = type(running.volunteer).objects.filter(pk=running.volunteer_id)
    volunteers_table.update(left_on=days_ago(0), left_by=kari)


ENDS = {
    "the pair has ended": lambda r, kari: pairs.end(pair=r, ending="early", by=kari),
    "she has withdrawn": lambda r, kari: participants.withdraw_consent(
        participant=r.participant, by=kari
    ),
    "the volunteer has left": _left,
    "the account is closed": lambda r, kari: accounts.close_account(
        person=r.volunteer.person, on=days_ago(0), by=kari
    ),
    "her keys are destroyed": lambda r, _: vault.destroy_keys(r.participant.reference),
    "somebody must never meet": lambda r, kari: apart.name_keep_apart(
        participant=r.participant, kind="person", text="Solveig Moen", by=kari
    ),
    "something must be looked at": lambda r, kari: apart.name_keep_apart(
        participant=r.participant, kind="community", text="menigheten", by=kari
    ),
}


@pytest.mark.parametrize("what", ENDS)
def test_18_the_next_request_is_refused(signed_in, running, solveig, kari, what):
    browser, pair = signed_in(solveig), f"/v/{running.reference}/"
    assert CALLED in browser.get("/v/").content.decode()

    ENDS[what](running, kari)

    assert CALLED not in browser.get("/v/").content.decode()
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    if what != "her keys are destroyed":
        assert browser.get(f"{pair}treff/").status_code in (302, 404)
    assert browser.post(f"{pair}neste/", {"day": tomorrow}).status_code in (302, 404)
    assert fresh(running).next_meet_up is None


@pytest.mark.parametrize("what", ["she has withdrawn", "somebody must never meet"])
def test_18_not_even_the_neutral_question_is_asked_any_more(signed_in, asked, solveig, kari, what):
    browser = signed_in(solveig)
    assert "Vil du møte en deltaker?" in browser.get("/v/").content.decode()

    ENDS[what](asked, kari)

    page = browser.get("/v/").content.decode()
    assert "Vil du møte en deltaker?" not in page
    assert "somali" not in page


def test_18_a_coordinator_who_has_left_is_out_at_once(signed_in, kari, kaja, amina):
    browser = signed_in(kari)
    assert browser.get("/a/deltakere/").status_code == 200

    kari.left_on, kari.left_by = timezone.localdate(), kaja
    kari.save()

    assert browser.get("/a/deltakere/").status_code == 302
