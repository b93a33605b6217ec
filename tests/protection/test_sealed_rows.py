"""A row from the database is sealed: it can be carried and saved, and read only by opening it."""

from datetime import date

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.db import connection, transaction

from ressursvenn.participants import changes
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening, vault
from ressursvenn.protection.fields import StillSealed
from ressursvenn.protection.models import AuditEntry


@pytest.fixture
def amina(oslo, sentrum, kari):
    return refer(oslo, sentrum, kari, "Linerle")


def refer(oslo, sentrum, kari, called):
    return changes.refer(
        association=oslo,
        crisis_centre=sentrum,
        called=called,
        languages=["so", "no"],
        waiting_since=date(2026, 3, 1),
        strengths="Lager god mat.",
        by=kari,
    )


def raw(participant, field):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {field} FROM participants_participant WHERE id = %s", [participant.pk]
        )
        return bytes(cursor.fetchone()[0])


def put(participant, field, content):
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE participants_participant SET {field} = %s WHERE id = %s",
            [content, participant.pk],
        )


def anew(participant):
    return Participant.objects.get(pk=participant.pk)


@pytest.mark.parametrize(
    "use",
    [
        str,
        bool,
        list,
        len,
        lambda value: value == "Linerle",
        lambda value: f"{value}",
        lambda value: "L" in value,
    ],
)
def test_a_sealed_value_cannot_be_used(amina, use):
    with pytest.raises(StillSealed):
        use(anew(amina).called)


def test_opened_it_is_what_was_said(amina, kari):
    row = opening.open_record(anew(amina), by=kari, purpose="test")

    assert (row.called, row.languages, row.waiting_since) == (
        "Linerle",
        ["so", "no"],
        date(2026, 3, 1),
    )
    assert row.strengths == "Lager god mat."


def test_opening_the_card_leaves_the_record_sealed(amina, kari):
    (row,) = opening.open_cards([anew(amina)], by=kari, purpose="test")

    assert row.called == "Linerle"
    with pytest.raises(StillSealed):
        str(row.strengths)


def test_every_opening_is_in_the_log_once_with_its_references(amina, oslo, sentrum, kari):
    other = refer(oslo, sentrum, kari, "Rogn")
    before = AuditEntry.objects.count()

    opening.open_cards(Participant.objects.all(), by=kari, purpose="list")

    entry = AuditEntry.objects.first()
    assert AuditEntry.objects.count() == before + 1
    assert (entry.did, entry.by, entry.purpose) == ("protection.opened", kari, "list")
    assert {row.reference for row in entry.about.all()} == {amina.reference, other.reference}


def test_nothing_readable_lies_in_the_database(amina):
    for field, word in (("called", b"Linerle"), ("languages", b"so"), ("strengths", b"mat")):
        assert word not in raw(amina, field)


def test_a_sealed_row_can_be_saved_and_keeps_what_it_held(amina, kari):
    row = anew(amina)
    row.full_clean()
    row.save()

    assert opening.open_record(anew(amina), by=kari, purpose="test").called == "Linerle"


def test_two_names_of_about_the_same_length_leave_no_shadow(amina, oslo, sentrum, kari):
    assert len(raw(amina, "called")) == len(raw(refer(oslo, sentrum, kari, "Ask"), "called"))


@pytest.mark.parametrize(
    "search",
    [
        lambda: Participant.objects.filter(called="Linerle").first(),
        lambda: Participant.objects.filter(called__contains=b"L").first(),
        lambda: Participant.objects.update(called="Linerle"),
    ],
)
def test_it_can_be_neither_searched_nor_written_around(amina, search):
    with pytest.raises(FieldError), transaction.atomic():
        search()


def test_what_is_moved_to_another_row_or_field_does_not_open(amina, oslo, sentrum, kari):
    other = refer(oslo, sentrum, kari, "Rogn")
    put(other, "called", raw(amina, "called"))
    put(amina, "area", raw(amina, "called"))

    for row in (other, amina):
        with pytest.raises(vault.Tampered):
            opening.open_cards([anew(row)], by=kari, purpose="test")


def test_without_her_keys_she_is_left_out_and_cannot_be_opened(amina, oslo, sentrum, kari):
    refer(oslo, sentrum, kari, "Rogn")
    vault.destroy_keys(amina.reference)

    opened = opening.open_cards(Participant.objects.all(), by=kari, purpose="list")

    assert [row.called for row in opened] == ["Rogn"]
    with pytest.raises(vault.Erased):
        opening.open_record(anew(amina), by=kari, purpose="test")


def test_an_old_copy_of_the_row_does_not_bring_her_back(amina, kari):
    old = anew(amina)
    vault.destroy_keys(amina.reference)

    with pytest.raises(vault.Erased):
        opening.open_record(old, by=kari, purpose="test")


def test_many_cards_take_one_read_of_keys(oslo, sentrum, kari, django_assert_num_queries):
    for number in range(30):
        refer(oslo, sentrum, kari, f"Fugl {number}")
    rows = list(Participant.objects.all())

    with django_assert_num_queries(5):  # savepoint, keys, entry, references, release
        opening.open_cards(rows, by=kari, purpose="list")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Lin\u202eerle", "Linerle"),  # turns what follows around
        ("Lin\u2066er\u2069le", "Linerle"),
        ("Lin\u200berle\ufeff", "Linerle"),  # cannot be seen
        ("Lin\u0000er\u0007le\u009b", "Linerle"),  # speaks to a terminal
        ("Lin\ud800erle", "Linerle"),  # half a character
        ("Mahd\u200cieh", "Mahd\u200cieh"),  # part of how a Persian name is written
        ("Gjør det\nigjen", "Gjør det\nigjen"),
    ],
)
def test_what_cannot_be_seen_is_not_kept(oslo, sentrum, kari, written, kept):
    participant = anew(refer(oslo, sentrum, kari, written))

    assert opening.open_record(participant, by=kari, purpose="test").called == kept


def test_a_name_that_cannot_be_seen_is_no_name(oslo, sentrum, kari):
    with pytest.raises(ValidationError):
        refer(oslo, sentrum, kari, "\u202e\u2066")
