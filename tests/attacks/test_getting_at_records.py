"""Attacks 1 to 10: getting at somebody else's record."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import get_resolver
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import holders_of
from ressursvenn.oversight import changes as oversight
from ressursvenn.pairs.models import Pair
from ressursvenn.participants import aliases
from ressursvenn.participants import changes as participants
from ressursvenn.protection import checkpoints
from ressursvenn.protection.models import AuditEntry
from ressursvenn.together import acts
from ressursvenn.together import changes as together
from ressursvenn.together.models import Asked
from tests import canary
from tests.access import addresses
from tests.access.test_matrix import expected, read
from tests.access.walking import everything, text_of
from tests.environment import FULL, share
from tests.keeper.conftest import Running, folder, running
from tests.pairs import conftest as making

from .standing import OURS, every_path, people_in, plain_words, rows_of

__all__ = ["folder", "running"]
VERBS = ("get", "post", "put", "patch", "delete", "head", "options")


# --- 1 -------------------------------------------------------------------------------------------


def answered(reader, verb, path):
    """The status, and whatever it tells of anybody."""
    answer = reader.ask_in_vain(verb, path)
    return answer.status_code, people_in(text_of(answer) if not answer.streaming else "")


EVERYBODY = sorted(set(addresses.ROLES) - {"coordinator2"})


@pytest.mark.parametrize("role", EVERYBODY)
def test_01_no_verb_on_any_route_reaches_what_is_anothers_over_or_nothing(world, reading_as, role):
    """Seven verbs on every address with another's id, ours mixed with theirs, one that is over and one
    that never was. GET and POST are answered as the matrix says, the others never better than they."""
    assert {name for _, name in read()} == set(addresses.names())  # no address outside the matrix
    reader, matrix, wrong = reading_as(role), read(), []
    before = everything()

    for name in share(addresses.names(), turn=EVERYBODY.index(role)):
        told = {verb: expected(matrix[verb.upper(), name][role], name) for verb in ("get", "post")}
        for ownership in ("other", "none"):
            for path in addresses.paths(name, world).get(ownership, []):
                for verb in VERBS:
                    status, met = answered(reader, verb, path)
                    like = told["post" if verb == "post" else "get"][ownership].split("|")
                    open_to_all = verb in ("get", "post") and str(status) in like
                    refused = status in (302, 403, 404, 405)
                    if not (open_to_all or refused or (verb in ("head", "options") and not met)):
                        wrong.append((verb, path, status))
                    if ownership == "other" and refused and met:
                        wrong.append((verb, path, met))

    assert wrong == []
    assert everything() == before


# --- 2 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("thief", ["siv", "sara", "nils"])
def test_02_a_volunteer_who_replays_anothers_forms_meets_nothing_and_changes_nothing(
    world, reading_as, forms_of, thief
):
    """Filled in as hers could be, with the thief's own session: 404, and not a byte of hers is otherwise."""
    hers = [form for form in forms_of("solveig") if re.match(r"/v/[a-z0-9]{8}/", form.action)]
    taken, before = reading_as(thief), everything()

    for form in hers:
        for sent in (form.stands, form.easiest, {}):
            assert taken.ask("post", form.action, sent).status_code == 404, form.action

    assert len(hers) >= 5
    assert everything() == before


# --- 3 -------------------------------------------------------------------------------------------

LISTS = ("web:my_day", "volunteers:all", "participants:all", "pairs:all", "pairs:suggestions")
ASKING = (
    "vis",
    "side",
    "sort",
    "order",
    "q",
    "sok",
    "forening",
    "association",
    "association_id",
    "page",
)


def ids_of(house) -> dict[str, str]:
    return {
        "association": house.association.reference,
        "slug": house.slug,
        "pk": str(house.association.pk),
        "participant": house.participants["waiting"].reference,
        "volunteer": house.volunteers["free"].reference,
        "pair": house.pairs["running"].reference,
    }


def test_03_no_id_of_the_other_branch_opens_a_list_search_sort_page_or_count(world, reading_as):
    """In the query, the body, a header and a cookie of every list."""
    desk, theirs = reading_as("kari"), ids_of(world.nabo)
    for name in LISTS:
        path = addresses.paths(name, world)["own"][0]
        plain = text_of(desk.ask("get", path))
        assert people_in(plain), path
        for told in theirs.values():
            asked = [
                desk.ask("get", path, dict.fromkeys(ASKING, told)),
                desk.ask("get", path, **{"X-Association": told, "X-Tenant": told}),
            ]
            desk.client.cookies["association"] = told
            asked.append(desk.client.get(path))
            for answer in asked:
                body = text_of(answer)
                assert {met.split(":")[1] for met in people_in(body)} <= {"oslo"}, (name, told)
                assert len(body) <= len(plain), (name, told)  # and no count has grown


def with_theirs(sent: dict[str, str], ours: set[str], theirs: str) -> dict[str, str]:
    """The same form with each reference of ours exchanged for one of theirs."""
    return {name: theirs if value in ours else value for name, value in sent.items()}


def test_03_no_reference_of_theirs_in_a_body_touches_a_row_of_theirs(world, reading_as, forms_of):
    desk, theirs = reading_as("kari"), ids_of(world.nabo)
    forms = list(forms_of("kari"))
    ours = {row.reference for row in [*world.oslo.participants.values(), *world.oslo.pairs.values(),
            *world.oslo.volunteers.values(), *world.oslo.places.values()]}  # fmt: skip
    before = rows_of(world.nabo.association)

    for number, form in enumerate(forms):
        for reference in share(theirs.values(), turn=number):
            sent = {
                **with_theirs(form.easiest, ours, reference),
                "association": reference, "participant": reference, "volunteer": reference,
                "deltaker": reference, "ressursvenn": reference, "pair": reference,
            }  # fmt: skip
            with transaction.atomic():
                desk.ask("post", form.action, sent)
                assert rows_of(world.nabo.association) == before, form.action
                transaction.set_rollback(True)

    assert len(forms) > 40


# --- 4 -------------------------------------------------------------------------------------------

ODD_QUERIES = (
    "fields=called,contact_number,email", "expand=participant,volunteer", "format=json", "format=csv",
    "include=all", "_format=xml", "callback=alert", "debug=1", "template=1",
)  # fmt: skip
ODD_HEADERS = (
    {"Accept": "application/json", "HX-Request": "true", "HX-Boosted": "true", "HX-Target": "list"},
    {"Accept": "text/csv", "X-Original-URL": "/a/deltakere/", "X-Rewrite-URL": "/a/deltakere/"},
    {"Accept": "application/xml", "X-HTTP-Method-Override": "DELETE"},
    {"X-Requested-With": "XMLHttpRequest"},
)


@pytest.mark.parametrize("role", ["coordinator", "group_leader", "volunteer", "vetting_officer"])
def test_04_no_format_and_no_expansion_shows_one_more_field(world, reading_as, role):
    reader, compared = reading_as(role), 0
    for turn, (name, path) in enumerate(share(every_path(world, "own"), len(role), of=3)):
        plain = reader.ask_in_vain("get", path)
        if plain.status_code != 200 or plain.streaming or name in FRESH:
            continue
        allowed, more = people_in(text_of(plain)), "&" if "?" in path else "?"
        odd = [
            reader.ask_in_vain("get", f"{path}{more}{'&'.join(ODD_QUERIES)}"),
            *(reader.ask_in_vain("get", path, **headers) for headers in share(ODD_HEADERS, turn)),
        ]
        for answer in odd:
            assert people_in(text_of(answer)) <= allowed, path
            if not name.startswith(LIBRARY):  # whose few pages are about nobody but the reader
                assert answer["Content-Type"] == plain["Content-Type"], path
                assert people_in(text_of(answer)) == allowed, path
            compared += 1

    assert compared > (40 if FULL else 20)


LIBRARY = ("account_", "mfa_", "usersessions_")
FRESH = {"mfa_activate_totp", "mfa_generate_recovery_codes"}  # made anew for each look


# --- 5 -------------------------------------------------------------------------------------------

FIELDS = sorted(
    {name for model in OURS for field in model._meta.concrete_fields
     for name in (field.name, field.attname)}
    | {"is_staff", "is_superuser", "is_active", "groups", "user_permissions", "branch", "alias",
       "approved_by", "approved_on", "consent_at", "role", "pk", "_state", "by", "created_at"}
)  # fmt: skip


IN_ANOTHER_STATE = {
    "innlogging": {"anew"}
}  # by how an address ends: what another button there sends


def extra(world, form) -> dict[str, str]:
    """A value for every field that the form does not have."""
    other, siri = world.nabo, world.people["siri"]
    told = {
        "association": str(other.association.pk), "association_id": str(other.association.pk),
        "role": "system_administrator", "is_superuser": "on", "is_staff": "on",
        "participant": other.participants["waiting"].reference, "by": str(siri.pk),
        "volunteer": other.volunteers["free"].reference, "reference": "abcdefgh",
    }  # fmt: skip
    days = {name: "2026-01-01" for name in FIELDS if name.endswith(("_on", "_at"))}
    people = {name: str(siri.pk) for name in FIELDS if name.endswith(("_by", "_by_id"))}
    all_of_it = {**dict.fromkeys(FIELDS, "1"), **days, **people, **told}
    its_own = {*form.names, *IN_ANOTHER_STATE.get(form.action.strip("/").split("/")[-1], ())}
    return {name: value for name, value in all_of_it.items() if name not in its_own}


def standing_after(reader, form, sent):
    """The answer, and what stands in the plain fields of every table; then it never was."""
    with transaction.atomic():
        status = reader.ask("post", form.action, sent).status_code
        stands = plain_words()
        transaction.set_rollback(True)
    return status, stands


@pytest.mark.parametrize("role", ["coordinator", "volunteer", "centre_contact", "vetting_officer"])
def test_05_a_field_that_the_form_does_not_have_is_not_written(
    world, reading_as, forms_of, monkeypatch, its_keys, role
):
    """Each form is sent twice: as it is, and with every field of every table beside."""
    monkeypatch.setattr(aliases, "suggest", lambda taken=(): min(set(aliases.NAMES) - set(taken)))
    monkeypatch.setattr("ressursvenn.agreements.setting.number", lambda: "0" * 32)  # else by lot
    reader, done, wrong = reading_as(role), 0, []
    for form in share(forms_of(role), of=8):
        as_it_is = standing_after(reader, form, form.easiest)
        its_keys.bring_back()  # an erasure is not rolled back with the tables
        with_all = standing_after(reader, form, {**extra(world, form), **form.easiest})
        its_keys.bring_back()
        done += as_it_is[0] == 302
        changed = [label for label in as_it_is[1] if as_it_is[1][label] != with_all[1][label]]
        if changed or as_it_is[0] != with_all[0]:
            wrong.append((form.action, as_it_is[0], with_all[0], changed))

    assert wrong == []
    least = {"coordinator": 25, "volunteer": 4} if FULL else {"coordinator": 3, "volunteer": 1}
    assert done >= least.get(role, 0)


# --- 6 -------------------------------------------------------------------------------------------


def test_06_no_step_of_a_match_is_skipped_and_none_is_taken_alone(world, reading_as, monkeypatch):
    """The later steps first; her own decision approved by herself; and the same yes twice."""
    oslo, desk = world.oslo, reading_as("kari")
    steps = ("deltakerens-svar", "ressursvennens-svar", "forste-mote", "har-mottes", "treff")
    sent = {
        "answer": "yes", "on": "2026-01-01", "day": "2026-01-01", "coordinator_present": "on",
        "place": oslo.places["place"].reference, "yes": "on", "length": "1_2h", "kinds": "walk",
    }  # fmt: skip
    for state, allowed in (("decided", ()), ("approved", ("deltakerens-svar",))):
        pair, before = oslo.pairs[state], Pair.objects.values().get(pk=oslo.pairs[state].pk)
        for step in steps:
            if step not in allowed:
                path = f"/a/koblinger/{pair.reference}/{step}/"
                assert desk.ask("post", path, sent).status_code in (200, 400, 404, 409), step
        assert Pair.objects.values().get(pk=pair.pk) == before

    path = f"/a/koblinger/{oslo.pairs['decided'].reference}/godkjenning/"
    assert desk.ask("post", path, {"answer": "yes", "yes": "on"}).status_code != 302
    assert Pair.objects.get(pk=oslo.pairs["decided"].pk).approved_on is None


def test_06_an_approval_does_not_outlive_a_change_of_the_case(world, reading_as):
    """She withdraws between the decision and the yes: nothing can be approved any more."""
    pair = world.oslo.pairs["decided"]
    participants.withdraw_consent(
        participant=world.oslo.participants["decided"], by=world.oslo.leader
    )

    for who in ("kaja", "gro", "astrid"):
        reading_as(who).ask(
            "post", f"/a/koblinger/{pair.reference}/godkjenning/", {"answer": "yes", "yes": "on"}
        )

    assert Pair.objects.get(pk=pair.pk).approved_on is None


TOGETHER = {  # what takes two: who asks, about what, with which words
    "volunteers.approve": ("kari", lambda world: world.oslo.volunteers["to_approve"].reference, ""),
    "accounts.change_role": (
        "siri", lambda world: world.people["bodil"].reference, "coordinator:oslo",
    ),
    "accounts.recover": ("siri", lambda world: world.people["ella"].reference, ""),
}  # fmt: skip


def asked_of(world, act: str):
    """Somebody has asked, and nobody has answered."""
    who, about, detail = TOGETHER[act]
    by = Person.objects.get(pk=world.people[who].pk)
    reference, association = about(world), by.association
    for open_one in Asked.objects.filter(act=act, about=reference, answered_at=None):
        together.take_back(asked=open_one, by=by)
    return together.ask(act=act, about=reference, association=association, detail=detail, by=by)


@pytest.mark.parametrize("act", TOGETHER)
def test_06_nobody_answers_her_own_twice_or_after_the_case_has_changed(world, act):
    asked = asked_of(world, act)
    noes = (PermissionDenied, ValidationError)

    holders = holders_of(acts.called(act).may_answer)
    for who, person in world.people.items():
        if (
            person.role in holders
            and who != TOGETHER[act][0]
            and person.association != world.nabo.association
        ):
            continue
        with pytest.raises(noes):  # her own, or somebody without the right
            together.answer(asked=asked, yes=True, by=world.people[who])
    with pytest.raises(noes):  # using up what nobody has agreed to
        together.use_up(asked=asked, by=world.people["kari"])
    with pytest.raises(IntegrityError), transaction.atomic():  # not even by hand in the table
        Asked.objects.filter(pk=asked.pk).update(
            answered_at=timezone.now(), answered_by=asked.asked_by, yes=True
        )
    with time_machine.travel(asked.good_until + timedelta(minutes=1), tick=False):
        for who in ("kaja", "astrid"):
            with pytest.raises(noes):  # too late
                together.answer(asked=asked, yes=True, by=world.people[who])
    Asked.objects.filter(pk=asked.pk).update(stood="another way")
    with pytest.raises(noes):  # the case is another now
        together.answer(asked=asked, yes=True, by=world.people["astrid"])
    asked.refresh_from_db()
    assert asked.yes is None


def test_06_a_yes_is_used_once_and_not_for_another(world):
    asked = asked_of(world, "volunteers.approve")
    together.answer(asked=asked, yes=True, by=world.people["kaja"])

    for who in ("kaja", "astrid", "kari"):
        with pytest.raises((PermissionDenied, ValidationError)):
            together.answer(asked=asked, yes=True, by=world.people[who])
    other = world.oslo.volunteers["asked_about"]
    assert not other.approvals.exists()


# --- 8 -------------------------------------------------------------------------------------------

WELL_KNOWN = (
    "admin/", "admin/login/", "django-admin/", "a/admin/", "__debug__/", "_debug_toolbar/", "silk/",
    "console/", "a/console/", "shell/", "phpmyadmin/", "adminer/", "graphql", "api/", "api/v1/",
    "api/schema/", "swagger/", "redoc/", "docs/", "openapi.json", "metrics", "health", "status",
    "server-status", "actuator/env", "a/hijack/1/", "hijack/1/", "impersonate/1/", "a/impersonate/1/",
    "a/som/kari/", "sudo/", "su/1/", "a/eksport/", "a/export/", "export.csv", "a/deltakere.csv",
    "a/deltakere/export/", "backup.zip", "db.sqlite3", "house.sqlite3", ".env", ".git/config",
    ".git/HEAD", "config/settings.py", "manage.py", "a/mal/", "a/preview/", "a/template/", "a/sql/",
    "a/logg/", "logs/", "a/logs/", "debug/", "test/", "tests/", "robots.txt.bak",
    "feed/", "rss/", "media/", "uploads/", "static/", "static/admin/css/base.css", "crossdomain.xml",
    ".well-known/change-password", "wp-login.php", "keys/master", "a/stotte/", "support/",
)  # fmt: skip


TAKING_HER_PLACE = {"X-Forwarded-User": "kari", "Remote-User": "kari", "X-Impersonate": "kari"}
HERS_NOT = ("a/deltakere/",)  # a right that she lacks is asked for before the id is looked at


def test_08_the_administrator_has_no_road_to_a_participant(world, reading_as):
    """Every address with every id, as her and with every trick of taking another's place: not one marker
    of a participant, a volunteer or somebody kept apart; and none of the doors that other houses have."""
    siri, asked = reading_as("siri"), 0
    for _, path in share(every_path(world), of=3):
        more = "&" if "?" in path else "?"
        odd = f"{more}as=kari&_impersonate=kari&user={world.people['kari'].pk}"
        for asked_for, trick in ((path, {}), (f"{path}{odd}", TAKING_HER_PLACE)):
            answer = siri.ask_in_vain("get", asked_for, **trick)
            assert not people_in(text_of(answer)), path
            asked += 1
    for path in WELL_KNOWN:
        assert siri.status("get", f"/{path}") == (403 if path.startswith(HERS_NOT) else 404), path

    assert asked > (300 if FULL else 200)
    assert not any("admin" in str(pattern.pattern) for _, pattern in addresses.entries())
    assert get_resolver().resolve_error_handler(500).__module__.endswith("views.errors")


# --- 9 -------------------------------------------------------------------------------------------

GLASS = "/a/innsyn/nod/"


@pytest.fixture
def witnessed(monkeypatch):
    monkeypatch.setattr(checkpoints, "is_current", lambda: True)


def test_09_the_glass_is_not_broken_without_a_reason_nor_alone(world, reading_as, witnessed):
    astrid, hers = reading_as("astrid"), world.oslo.participants["kept"].reference
    place = {"reference": hers, "association": world.oslo.association.reference}
    before = Asked.objects.count()

    for reason in ("", "nysgjerrig", "x" * 1000):
        answer = astrid.ask("post", GLASS, {**place, "reason": reason})
        assert answer.status_code in (200, 302)
        assert Asked.objects.count() == before
    asked = oversight.ask_break_glass(
        reference=hers,
        reason="danger",
        association=world.oslo.association,
        by=world.people["astrid"],
    )
    for method in ("get", "post"):
        answer = astrid.ask(method, f"{GLASS}{asked.reference}/")
        assert answer.status_code == 404
        assert people_in(text_of(answer)) == set()
    with pytest.raises(ValidationError):
        oversight.break_glass(asked=asked, by=world.people["astrid"])
    with pytest.raises(ValidationError):
        together.answer(asked=asked, yes=True, by=world.people["astrid"])


@pytest.fixture
def own_keeper(running: Running, settings) -> Running:
    """A keeper with the real limits."""
    settings.KEEPER = running.door
    return running


def test_09_the_twenty_first_record_in_an_hour_is_closed_and_told(own_keeper, world, signed_in):
    """Her own caseload too: twenty are opened, the next is not, and the alarm is there at once."""
    kari = world.people["kari"]
    rows = [making.a_participant(kari, f"Fugl {number}") for number in range(21)]
    desk = signed_in(kari)
    shown = [desk.get(f"/a/deltakere/{row.reference}/") for row in rows]

    assert [answer.status_code for answer in shown] == [200] * 20 + [429]
    assert "Fugl" not in shown[-1].content.decode()
    assert own_keeper.ask("standing")["alarms"] == 1
    newest = AuditEntry.objects.filter(did="protection.too_many_opened").get()
    assert (newest.by, timezone.now() - newest.at < timedelta(seconds=60)) == (kari, True)
    assert "mange" in signed_in(world.people["pernille"]).get("/a/innsyn/").content.decode()


# --- 10 ------------------------------------------------------------------------------------------

NAMES = (
    "house.sqlite3", "keys/master", "keys/secret", "upload/koordinator.xlsx", "media/koordinator.xlsx",
    "report.pdf", "static/../config/settings.py", "static/..%2fconfig%2fsettings.py",
    "static/%2e%2e/%2e%2e/manage.py", "static/..%252f..%252fmanage.py", "static/....//....//manage.py",
    "static/..\\..\\manage.py", "static/..%5c..%5cmanage.py", "static/web/../../../manage.py",
    "static//etc/passwd", "static/%00", "static/web/web.css%00.html", "static/web/", "static/web",
    "static/web/web.css/", "static/web/web.css~", "static/web/web.css.bak", "static/web/leave.js.map",
    "static/.git/config", "static/%c0%ae%c0%ae/manage.py", "static/\uff0e\uff0e/manage.py",
    "a/..;/static/", "a/deltakere/..%2f..%2fkeys", "a/regneark/../../house.sqlite3",
    "a/regneark/%2e%2e%2f%2e%2e%2fhouse.sqlite3", "a/deltakere;/", "a//deltakere/",
)  # fmt: skip


@pytest.mark.parametrize("who", ["", "kari", "siri", "solveig"])
def test_10_no_file_is_fetched_by_its_name(world, reading_as, who):
    """Old, guessed and tricked: files are served out of one folder, by exact name, and nothing else is."""
    reader = reading_as(who)
    for path in NAMES:
        answer = reader.ask_in_vain("get", f"/{path}")
        assert answer.status_code in (400, 403, 404), path
        assert answer["Cache-Control"] == "no-store"
        assert b"SECRET" not in answer.content
        assert b"SQLite format" not in answer.content


def test_10_nothing_that_was_brought_in_is_kept_as_a_file(world, reading_as):
    """The workbook is read in memory: neither its bytes nor its name lies anywhere afterwards."""
    from pathlib import Path

    from tests.spreadsheets import books

    named = f"{canary.mark('p', 'r', 'oslo', 'file')}.xlsx"
    content = books.volunteers({"Fornavn": "Tordis", "Mobil": "959 60 299"})
    before = {path for path in Path(settings.DATA).rglob("*") if path.is_file()}

    sent = {"file": SimpleUploadedFile(named, content)}
    assert reading_as("kari").ask("post", "/a/regneark/", sent).status_code in (200, 302)

    made = {path for path in Path(settings.DATA).rglob("*") if path.is_file()} - before
    assert [path.name for path in made if content[:200] in path.read_bytes()] == []
    assert not hasattr(settings, "MEDIA_ROOT") or not settings.MEDIA_ROOT
