"""Every release is the bytes that were released, says a command; its metadata say where, when and by whom."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone

from ressursvenn.reporting import making, queries, verifying
from ressursvenn.reporting.models import Proposal, Release

from .conftest import LAST, a_year, released

pytestmark = pytest.mark.django_db


def verified() -> str:
    told = io.StringIO()
    call_command("verify_releases", stdout=told)
    return told.getvalue()


def test_all_that_is_out_is_as_it_was(astrid, pernille):
    released(astrid, pernille, a_year(LAST - 1))
    released(astrid, pernille)

    assert verified().splitlines() == [
        f"{LAST - 1}  som den ble gitt ut, og blir lik igjen",
        f"{LAST}  som den ble gitt ut, og blir lik igjen",
        "2 utgivelser er som de ble gitt ut.",
    ]


@pytest.mark.parametrize("kind", queries.FILES)
def test_one_byte_is_seen(astrid, pernille, kind):
    row = released(astrid, pernille)
    Release.objects.update(**{kind: bytes(getattr(row, kind)) + b" "})

    with pytest.raises(CommandError, match="ikke lenger"):
        verified()


def test_a_file_and_its_fingerprint_changed_together_are_seen(astrid, pernille):
    row = released(astrid, pernille)
    other = bytes(row.csv).replace(b",40,", b",41,")
    assert other != bytes(row.csv)
    Release.objects.update(csv=other, prints={**row.prints, "csv": making.print_of(other)})

    assert [one.again for one in verifying.all_releases()] == [False]
    with pytest.raises(CommandError):
        verified()


def test_other_data_than_two_said_yes_to_are_seen(astrid, pernille):
    row = released(astrid, pernille)
    Proposal.objects.update(told={**row.proposal.told, "limit": 6})

    with pytest.raises(CommandError):
        verified()


def test_what_was_made_with_other_versions_is_not_made_again(astrid, pernille):
    released(astrid, pernille)
    Release.objects.update(made_with={"reporting": "an older one"})

    assert "laget med andre versjoner" in verified()


def test_the_metadata_say_where_when_and_by_whom(astrid, pernille):
    hosts = {"ALLOWED_HOSTS": ["desk.example", "tall.example"], "DESK_HOST": "desk.example"}
    with override_settings(**hosts, SECURE_SSL_REDIRECT=True):
        told = json.loads(bytes(released(astrid, pernille).metadata))

    assert told["address"] == f"https://tall.example/tall/{LAST}/"
    assert told["issued"] == timezone.localdate().isoformat()
    assert "Sanitetsforening" in told["publisher"]
    assert verified()
