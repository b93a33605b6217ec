"""Everything personal is locked before the database: every column of every table, after a busy world.

`tests/canary.py` looks for markers after each test. Here it is shown that it looks everywhere, also under
what a library may have wrapped a word in, and that no open column is one that somebody types into.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection, models

from ressursvenn.protection.fields import _Encrypted
from tests import canary, marked_world
from tests.access import addresses
from tests.access.walking import Reader
from tests.environment import share

OURS = [model for model in apps.get_models() if model.__module__.startswith("ressursvenn.")]
# What the log-in library must read, of people with accounts. Nothing else lies in the clear.
READABLE = {
    ("accounts_person", "name"),
    ("accounts_person", "email"),
    ("account_emailaddress", "email"),
}
# Open text that is no choice from a list: who writes it, and about what. Nobody in the programme.
WRITTEN = {
    "accounts.Person.sign_name": "an account's name to sign in with",
    "accounts.Person.name": "staff; of a volunteer a made-up word",
    "accounts.Person.password": "a hash",
    "accounts.Person.email": "of an account",
    "accounts.Association.slug": "an association",
    "accounts.Association.name": "an association",
    "accounts.CrisisCentre.slug": "a crisis centre",
    "accounts.CrisisCentre.name": "a crisis centre",
    "neighbourhood.Place.name": "a public place",
    "neighbourhood.Place.where": "a public place",
    "neighbourhood.Place.source": "how it is known",
    "neighbourhood.FreeThing.what": "something free",
    "neighbourhood.FreeThing.source": "how it is known",
    "screening.LegalBasis.text": "a paragraph of law",
    "screening.Recipient.office": "an association's office",
    "screening.Recipient.place": "an association's town",
    "support.Evening.place": "where volunteers meet",
    "support.Gathering.place": "where volunteers meet; refused where participants come",
    "training.Course.title": "a course",
    "training.Course.bring": "a course",
    "training.Evening.place": "where a course is held",
    "training.Material.title": "something to read",
    "grants.Funder.name": "an office or a foundation",
    "grants.Scheme.name": "a funder's scheme, in its own words",
    "grants.Scheme.purpose": "a funder's scheme, in its own words",
    "grants.Scheme.aims": "a funder's scheme, in its own words",
    "grants.Scheme.source": "where that stands",
    "grants.Call.name": "a funder's call",
    "grants.Call.source": "where that stands",
    "grants.FunderMeeting.place": "where offices met; sieved",
    "grants.FunderMeeting.who": "offices that met; sieved",
    "grants.FunderMeeting.presented": "our work; sieved",
    "grants.Grant.title": "an application; sieved",
    "grants.Goal.says": "what a grant is to lead to; sieved",
    "grants.Indicator.says": "how that is seen; sieved",
    "grants.Partner.name": "an organisation; sieved",
    "grants.Partner.does": "an organisation; sieved",
    "grants.Line.name": "a line of a budget; sieved",
    "grants.Award.letter_number": "a funder's number of its letter",
    "grants.Award.shares": "a funder's letter, word for word",
    "grants.Condition.says": "what a funder asks of us; sieved",
    "grants.Amendment.says": "what we asked a funder; sieved",
    "grants.Experience.says": "our work; sieved",
    "grants.Expense.voucher": "a number in an association's accounts",
    "grants.Expense.says": "a line of an association's accounts; sieved, and numbers of people are taken out",
    "grants.Report.signer": "the leader who signs, as on the paper that is sent",
    "grants.Report.signer_role": "the leader who signs",
    "grants.Slot.says": "our work; sieved",
    "grants.Verdict.why": "our work; sieved",
}
# Rød Knapp writes in the open, about organisations and demands. Whoever is named there said so herself, and no
# key leads from its tables to the programme's: the test below.
OF_THE_ALLIANCE = ("agenda.", "alliance.", "door.", "stands.", "status.")
CHOSEN = {  # several from a list, numbers, prints, and words that the house put together of such
    *(f"adverts.Advert.{name}" for name in
      ("doing", "getting", "heading", "languages", "times", "told", "towns")),
    "agreements.ServicePaper.print", "agreements.Signing.print", "agreements.Signing.numbers",
    "agreements.Signing.version", "arrivals.Arrival.consent", "arrivals.Draft.token_print",
    "training.Evening.topics", "accounts.Association.own_numbers", "accounts.LocalLimits.numbers",
    "apart.KeepApart.fingerprints", "volunteers.Volunteer.fingerprints", "pairs.MeetUp.kinds",
    "grants.Funder.form", "grants.Indicator.figure", "grants.Counted.figure", "grants.Slot.code",
    "grants.Report.figures", "grants.Issue.prints", "grants.Issue.made_with", "reporting.Proposal.told",
    "reporting.FirstCount.told", "reporting.Release.prints", "reporting.Release.made_with",
    "pairs.HoursOfYear.told",
    "spreadsheets.BringingIn.report", "spreadsheets.BroughtRow.field_prints",
    "spreadsheets.BroughtRow.remarks", "spreadsheets.BroughtRow.changed",
}  # fmt: skip
# Open text that only the house writes: references, codes, prints, links of the log.
BY_THE_HOUSE = re.compile(
    r"\.(reference|about|to|owner|word_print|key_print|row_print|content_print|once|link|head|checkpoint|did"
    r"|to_kind|purpose|area|terms_name|act|detail|stood|why|channel|kind|name|region|ending|months|met)$"
)


@pytest.fixture(scope="module")
def busy(django_db_setup, django_db_blocker):
    """The marked world, and everybody has looked at everything of hers."""
    from django.core.management import call_command

    with django_db_blocker.unblock():
        yield marked_world.make()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def world(busy, db, signed_in):
    for turn, (role, sign_name) in enumerate(addresses.ROLES.items()):
        reader = Reader(signed_in(busy.people.get(sign_name)))
        for name in share(addresses.names(), turn):
            if role != "anonymous" and not name.startswith(("account_", "mfa_")):
                for path in addresses.paths(name, busy)["own"]:
                    reader.ask("get", path)
    cache.set("somebody", "tried", 300)
    return busy


def cells():
    """(table, column, cell) of the whole database, Django's own tables and the cache too."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            yield from (
                (table, name, cell)
                for row in cursor.fetchall()
                for name, cell in zip(names, row, strict=True)
            )


def unwrapped(cell):
    """The cell as it is, and as it would be read by whoever knows how libraries wrap things."""
    raw = bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
    yield raw
    for undo in (base64.b64decode, base64.urlsafe_b64decode, binascii.unhexlify, zlib.decompress):
        try:
            inner = undo(raw)
        except (binascii.Error, ValueError, zlib.error):
            continue
        yield inner
        if inner[:1] == b"\x78":
            try:
                yield zlib.decompress(inner)
            except zlib.error:
                continue


def test_only_names_and_addresses_of_accounts_lie_in_the_clear(world):
    found, seen, tables = set(), 0, set()
    for table, column, cell in cells():
        seen, tables = seen + 1, tables | {table}
        for text in unwrapped(cell):
            for marker in canary.found_in(text.decode("latin-1")):
                found.add((table, column))
                assert marker.handling == "s", (table, column)

    assert found == READABLE
    assert seen > 10_000
    assert {"django_session", "shared_cache", "protection_auditentry"} <= tables


def test_every_locked_column_had_something_in_it(world):
    """So that the walk above has not looked at empty columns."""
    filled = {(table, column) for table, column, cell in cells() if cell is not None}
    locked = {
        (model._meta.db_table, field.column)
        for model in OURS
        for field in model._meta.concrete_fields
        if isinstance(field, _Encrypted) and not field.null  # a day or a place need not be there
    }

    assert len(locked) > 20
    assert locked - filled == set()


def test_a_word_that_is_only_wrapped_is_seen():
    word = canary.mark("p", "r", "oslo", "planted").encode()
    wrapped = (word, base64.b64encode(word), word.hex(), base64.b64encode(zlib.compress(word)))

    for cell in wrapped:
        assert any(word in text for text in unwrapped(cell)), cell


def test_no_key_leads_from_the_alliance_to_anybody_in_the_programme():
    own = {room.rstrip(".") for room in OF_THE_ALLIANCE} | {"accounts"}
    keys = {
        field.related_model._meta.app_label
        for model in OURS
        if model._meta.label.startswith(OF_THE_ALLIANCE)
        for field in model._meta.concrete_fields
        if field.is_relation
    }

    assert keys
    assert keys <= own


def test_no_open_column_takes_what_somebody_types_about_a_person():
    """Text in the clear is a choice from a list, a word of the house's own, or on the list above."""
    text = (models.CharField, models.TextField, models.JSONField)
    open_text = {
        f"{model._meta.label}.{field.name}"
        for model in OURS
        for field in model._meta.concrete_fields
        if isinstance(field, text) and not field.choices
    }
    typed = {name for name in open_text if name not in WRITTEN and not BY_THE_HOUSE.search(name)}
    typed = {name for name in typed if not name.startswith(OF_THE_ALLIANCE)}

    assert typed <= CHOSEN, typed - CHOSEN
    assert set(WRITTEN) <= open_text
