"""Written, read, asked about, published: by two, with an entry each, and nothing written over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.door import changes, queries
from ressursvenn.door.models import Look, Publication, Version
from ressursvenn.protection.models import AuditEntry
from ressursvenn.together import changes as together

from .conftest import WORDS, published, written

pytestmark = pytest.mark.django_db


def did() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("did", flat=True))


def test_a_save_is_a_new_version_and_the_one_before_stands(ella):
    first = written(ella, title="En")
    second = written(ella, title="To")

    assert [(row.number, row.title) for row in Version.objects.order_by("pk")] == [
        (1, "En"),
        (2, "To"),
    ]
    assert did()[-2:] == ["door.version_written"] * 2
    assert first.reference != second.reference


def test_nobody_outside_sees_it_before_two_have_agreed(ella, eivor):
    version = written(ella)
    before = queries.shown("near").text
    asked = changes.ask_to_publish(version=version, by=ella)
    assert queries.shown("near").text == before

    together.answer(asked=asked, yes=True, by=eivor)

    assert queries.shown("near").text == version.text
    assert queries.shown("near").since == timezone.localdate()
    assert did()[-2:] == ["together.agreed", "door.published"]


def test_she_who_asked_cannot_say_yes(ella, eivor):
    asked = changes.ask_to_publish(version=written(ella), by=ella)

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=ella)

    assert refused.value.error_list[0].code == "TOG-01"
    assert not Publication.objects.exists()


def test_the_table_says_the_same(ella):
    version = written(ella)

    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(
            version=version, asked_by=ella, published_by=ella, published_at=timezone.now()
        )


def test_an_earlier_text_comes_back_as_one_more_publication(ella, eivor):
    first, second = written(ella, title="En"), None
    published(first, ella, eivor)
    second = written(eivor, title="To")
    published(second, eivor, ella)
    assert queries.shown("near").text.title == "To"

    published(first, eivor, ella)

    assert queries.shown("near").text.title == "En"
    states = {row.number: row.state for row in queries.versions_of("near", "nb")}
    assert states == {1: "shown", 2: "earlier"}
    assert Publication.objects.count() == 3


def test_a_yes_is_refused_when_the_page_has_changed_since_it_was_asked(ella, eivor):
    old, new = written(ella, title="Gammel"), written(ella, title="Ny")
    asked = changes.ask_to_publish(version=old, by=ella)
    published(new, ella, eivor)

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=eivor)

    assert "TOG-08" in [no.code for no in refused.value.error_list]
    assert queries.shown("near").text.title == "Ny"


def test_what_everybody_reads_already_is_not_asked_about(ella, eivor):
    version = written(ella)
    published(version, ella, eivor)

    with pytest.raises(ValidationError, match="alle leser nå"):
        changes.ask_to_publish(version=version, by=ella)


def test_a_number_in_the_text_stops_it_and_says_why(ella):
    version = written(ella, body="Ring 116 006.")

    with pytest.raises(ValidationError, match="telefonnumre"):
        changes.ask_to_publish(version=version, by=ella)


def test_a_translation_waits_for_somebody_who_speaks_the_language(ella, eivor):
    version = written(ella, place="help", language="uk", title="Слово")
    with pytest.raises(ValidationError, match="lest"):
        changes.ask_to_publish(version=version, by=ella)
    assert queries.shown("help", "uk") is None

    changes.note_read_by_speaker(version=version, on=timezone.localdate(), by=eivor)
    published(queries.version(version.reference), ella, eivor)

    assert queries.shown("help", "uk").text.title == "Слово"


def test_whoever_wrote_it_does_not_note_that_it_was_read(ella):
    version = written(ella, place="help", language="uk")

    with pytest.raises(ValidationError, match="En annen"):
        changes.note_read_by_speaker(version=version, on=timezone.localdate(), by=ella)


@pytest.mark.parametrize("days", [-1, 1])
def test_it_is_read_from_the_day_it_was_written_and_not_tomorrow(ella, eivor, days):
    version = written(ella, place="help", language="uk")
    day = timezone.localdate() + timedelta(days=days)

    with pytest.raises(ValidationError) as refused:
        changes.note_read_by_speaker(version=version, on=day, by=eivor)

    assert "on" in refused.value.message_dict


@pytest.mark.parametrize("language", ["nb", "en"])
def test_bokmaal_and_english_are_no_translations(ella, eivor, language):
    version = written(ella, place="help", language=language)

    with pytest.raises(ValidationError, match="ingen oversettelse"):
        changes.note_read_by_speaker(version=version, on=timezone.localdate(), by=eivor)


@pytest.mark.parametrize("who", ["kari", "bodil", "pernille", "siri", "solveig"])
def test_nobody_without_the_right_writes_asks_or_looks(people, ella, who):
    person, version = people[who], written(ella)
    with pytest.raises(PermissionDenied):
        written(person)
    with pytest.raises(PermissionDenied):
        changes.ask_to_publish(version=version, by=person)
    with pytest.raises(PermissionDenied):
        changes.note_read_by_speaker(version=version, on=timezone.localdate(), by=person)
    with pytest.raises(PermissionDenied):
        changes.note_look(link="rod-knapp", target="https://eksempel.no/", by=person)

    assert Version.objects.count() == 1
    assert not Look.objects.exists()


@pytest.mark.parametrize(
    ("place", "language"), [("near", "uk"), ("finnes-ikke", "nb"), ("help", "xx")]
)
def test_there_are_no_other_pages_than_those_on_the_list(ella, place, language):
    with pytest.raises(ValidationError):
        changes.write_version(place=place, language=language, by=ella, **WORDS)


def test_a_link_that_somebody_has_looked_at_says_so_for_half_a_year(ella):
    (before,) = queries.read_more(["rod-knapp"])
    assert (before.seen_on, before.due) == (None, True)

    look = changes.note_look(link="rod-knapp", target=before.target, by=ella)
    (after,) = queries.read_more(["rod-knapp"])
    assert (after.target, after.seen_on, after.due) == (before.target, timezone.localdate(), False)

    Look.objects.filter(pk=look.pk).update(seen_on=timezone.localdate() - timedelta(days=180))
    assert queries.read_more(["rod-knapp"])[0].due


def test_a_new_address_is_shown_when_two_have_seen_it(ella, eivor, client):
    def now():
        return queries.read_more(["rod-knapp"])[0]

    ours, new = now().target, "https://eksempel.no/ny"
    for _ in range(2):
        changes.note_look(link="rod-knapp", target=new, by=ella)
    assert now().target == ours, "one editor, however often"
    assert now().waits.seen_by == ella
    assert new not in client.get("/").content.decode()
    changes.note_look(link="rod-knapp", target=new, by=eivor)
    assert (now().target, now().waits) == (new, None)
    assert f'href="{new}"' in client.get("/").content.decode()
    changes.note_look(link="rod-knapp", target=ours, by=ella)

    assert now().target == new, "back again takes two as well"


def test_a_link_is_https_in_the_table_too(ella):
    with pytest.raises(ValidationError, match="https"):
        changes.note_look(link="rod-knapp", target="http://eksempel.no/", by=ella)
