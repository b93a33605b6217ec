"""What could find somebody has no place: no field, no form, nothing readable in the table."""

from importlib import import_module
from inspect import getmembers, isclass

import pytest
from django.apps import apps
from django.db import connection
from django.forms import BaseForm

from ressursvenn.participants import changes
from tests.canary import mark

from .conftest import refer

ROOMS = ("participants", "apart", "pairs")
WORDS = """
address adresse postcode postal postnummer zip street gate school skole kindergarten
barnehage child children barn workplace employer coordinate latitude longitude lat lon gps
position birth born fodt fnr ssn national surname lastname last etternavn perpetrator
offender abuser ex partner husband story history note notes merknad diagnosis citizenship
nationality photo image visit handover email money amount price
"""
BANNED = set(WORDS.split())
# Kept only while she has chosen e-mail as her own safe way, and gone when she chooses another.
HER_OWN_CHOICE = {"Participant.contact_email"}


def words_of(name):
    return set(name.casefold().split("_"))


def fields():
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            yield from (f"{model.__name__}.{field.name}" for field in model._meta.concrete_fields)


def forms_of(room):
    try:
        module = import_module(f"ressursvenn.{room}.forms")
    except ModuleNotFoundError:
        return
    for name, form in getmembers(module, isclass):
        if issubclass(form, BaseForm) and hasattr(form, "base_fields"):
            yield from (f"{name}.{field}" for field in form.base_fields)


def banned(names):
    asked = set(names) - HER_OWN_CHOICE
    return sorted(name for name in asked if words_of(name.partition(".")[2]) & BANNED)


def test_no_table_has_a_field_that_finds_or_tells():
    listed = list(fields())

    assert len(listed) > 40
    assert banned(listed) == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_form_asks_for_it(room):
    assert banned(forms_of(room)) == []


def test_a_planted_field_is_seen():
    assert banned(["Participant.home_address", "Participant.area", "Form.child_name"]) == [
        "Form.child_name",
        "Participant.home_address",
    ]


def test_nothing_of_the_card_or_record_is_readable_in_the_table(signed_in, oslo, kari):
    """The oracle scans the database and every answer after this test; here its markers are put."""
    participant = refer(
        oslo,
        kari,
        called=mark("p", "c", "oslo", "called"),
        strengths=mark("p", "r", "oslo", "strengths"),
        workbook_code=mark("p", "r", "oslo", "code"),
    )
    number = mark("p", "r", "oslo", "number")[:20]
    changes.settle_contact(
        participant=participant, channel="phone", hours="any", number=number, by=kari
    )
    browser = signed_in(kari)
    for page in ("", "kort/", "onsker/", "kontakt/"):
        assert browser.get(f"/a/deltakere/{participant.reference}/{page}").status_code == 200
    browser.get("/a/deltakere/")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM participants_participant")
        (row,) = cursor.fetchall()
    raw = "".join(bytes(v).decode("latin-1") if isinstance(v, bytes) else str(v) for v in row)
    assert "qz" not in raw
    assert "sandvika" not in raw
