"""Her road ends, by our word or hers: the reason is sealed, the text is true and kind and kept nowhere."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from ressursvenn.protection import opening, retention
from ressursvenn.protection.fields import Sealed
from ressursvenn.protection.models import AuditEntry
from ressursvenn.screening import changes, texts, words
from ressursvenn.screening.models import Ending
from ressursvenn.volunteers.models import Volunteer
from tests.volunteers.conftest import days_ago, fresh, pair, ready, walked

from .conftest import at, interview_of

LANGUAGES = ("nb", "nn")
OF_THE_OTHER = {  # words that are only in the other language
    "nb": {"ikkje", "frå", "gongen", "helsing", "Venleg", "heilt", "skrive", "seie", "sletta"},
    "nn": {"ikke", "fra", "gangen", "hilsen", "Vennlig", "helt", "skrevet", "si", "slettes"},
}


def ended(volunteer, by, reason="time", **more):
    return changes.end_road(volunteer=volunteer, on=days_ago(0), reason=reason, by=by, **more)


@pytest.mark.parametrize("station", ["applied", "interviewed", "approved"])
def test_she_leaves_at_any_station_and_why_is_sealed(station, volunteer, kari, kaja, gro):
    if station == "interviewed":
        interview_of(volunteer, kari, gro)
    one = ready(kari, kaja) if station == "approved" else volunteer

    ended(one, kari, reason="too_close")

    assert Volunteer.objects.get(pk=one.pk).left_on == days_ago(0)
    assert isinstance(Ending.objects.get().__dict__["reason"], Sealed)
    row = opening.open_record(Ending.objects.get(), by=kari, purpose="volunteer_page")
    assert row.told() == words.ALL_REASONS["too_close"]


def test_neither_the_log_nor_a_table_tells_why_or_whose_word_it_was(volunteer, kari):
    ended(volunteer, kari, reason="too_close")

    assert list(
        AuditEntry.objects.filter(did__startswith="screening.").values_list("did", "purpose")
    ) == [("screening.road_ended", "")]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM screening_ending")
        assert "too_close" not in repr(cursor.fetchall())


def test_whoever_is_in_a_pair_does_not_leave_this_way(kari, kaja):
    one = ready(kari, kaja)
    pair(one, kari)

    with pytest.raises(ValidationError, match="kobling"):
        ended(one, kari)
    assert not Ending.objects.exists()


def test_twice_is_refused(volunteer, kari):
    ended(volunteer, kari)

    with pytest.raises(ValidationError):
        ended(Volunteer.objects.get(pk=volunteer.pk), kari)
    assert Ending.objects.count() == 1


@pytest.mark.parametrize("who", ["nora", "astrid", "vigdis", "solveig", "siri"])
def test_who_may_not(volunteer, people, who):
    with pytest.raises(PermissionDenied):
        ended(volunteer, people[who])
    assert not Ending.objects.exists()


def test_a_reason_that_is_on_no_list_is_refused(volunteer, kari):
    with pytest.raises(ValidationError):
        ended(volunteer, kari, reason="attesten")


def test_no_reason_and_no_text_speaks_of_the_certificate_or_of_who_must_never_meet():
    told = " ".join(
        texts.letter(reason, language, name="A", by="B", house="C")
        for reason in words.ALL_REASONS
        for language in LANGUAGES
    )
    for word in (
        "attest",
        "politi",
        "deltaker",
        "deltakar",
        "kjenner noen",
        "unna",
        "egnet",
        "eigna",
    ):
        assert word not in f"{told} {' '.join(words.ALL_REASONS.values())}".lower()


@pytest.mark.parametrize("reason", words.ALL_REASONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_for_each_reason_in_both_languages(reason, language):
    text = texts.letter(reason, language, name="Ingrid", by="Kari Lund", house="Oslo lokalforening")

    assert text.startswith("Hei Ingrid!")
    assert text.endswith("Kari Lund\nOslo lokalforening")
    assert "{" not in text
    said = set(re.findall(r"\w+", text))
    assert not said & OF_THE_OTHER[language]
    assert said & OF_THE_OTHER["nn" if language == "nb" else "nb"]


def test_the_text_comes_when_a_reason_is_chosen_and_nothing_is_noted(signed_in, volunteer, kari):
    browser = signed_in(kari)
    assert "<textarea" not in browser.get(at(volunteer, "nei/")).content.decode()

    page = browser.post(
        at(volunteer, "nei/"), {"reason": "no_room", "language": "nn", "on": today(), "see": "1"}
    )

    assert "Vi har ikkje plass til fleire akkurat no." in page.content.decode()
    assert "Hei Ingrid!" in page.content.decode()
    assert not Ending.objects.exists()


def today():
    return days_ago(0).isoformat()


def test_noted_she_is_told_of_on_her_page(signed_in, volunteer, kari):
    browser = signed_in(kari)
    told = {"reason": "her_time", "language": "nb", "on": today(), "sure": "on", "note": "1"}

    assert browser.post(at(volunteer, "nei/"), told).status_code == 302
    page = browser.get(at(volunteer)).content.decode()
    assert "Grunn: fikk det for travelt." in page
    assert browser.get(at(volunteer, "nei/")).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"reason": ""}, "Velg fra listen."), ({"sure": ""}, "Kryss av hvis veien hennes slutter her."),
     ({"on": "2999-01-01"}, "Dagen har ikke vært ennå.")],
)  # fmt: skip
def test_bad_input_is_kept_and_explained(signed_in, volunteer, kari, wrong, said):
    told = {"reason": "time", "language": "nn", "on": today(), "sure": "on", "note": "1"} | wrong

    page = signed_in(kari).post(at(volunteer, "nei/"), told).content.decode()

    assert said in page
    assert 'value="nn" selected' in page
    assert not Ending.objects.exists()


@pytest.mark.parametrize("wrong", [{"sure": ""}, {"on": "2999-01-01"}, {"reason": ""}])
def test_the_letter_she_has_edited_is_there_when_it_is_refused(signed_in, volunteer, kari, wrong):
    told = {"reason": "time", "language": "nb", "on": today(), "sure": "on", "note": "1"}
    hers = "Kjære Ingrid, dette skrev jeg om. <b>"

    page = signed_in(kari).post(at(volunteer, "nei/"), told | wrong | {"text": hers})

    assert 'name="text"' in page.content.decode()
    assert "Kjære Ingrid, dette skrev jeg om. &lt;b&gt;" in page.content.decode()
    assert "Oppgaven varer i et år" not in page.content.decode()
    assert not Ending.objects.exists()


def test_another_reason_gives_another_text(signed_in, volunteer, kari):
    told = {"reason": "no_room", "language": "nb", "on": today(), "see": "1", "text": "Den gamle."}

    page = signed_in(kari).post(at(volunteer, "nei/"), told).content.decode()

    assert "Vi har ikke plass til flere akkurat nå." in page
    assert "Den gamle." not in page


@pytest.mark.parametrize(("how_far", "days"), [("applied", 30), ("agreed", 90)])
def test_when_she_is_erased_is_said_before_and_after(
    signed_in, volunteer, kari, kaja, how_far, days
):
    one = fresh(walked(kari, kaja)) if how_far == "agreed" else volunteer
    browser = signed_in(kari)
    assert f"slettes om {days} dager" in browser.get(at(one, "nei/")).content.decode()

    told = {"reason": "her_time", "language": "nb", "on": today(), "sure": "on", "note": "1"}
    page = browser.post(at(one, "nei/"), told, follow=True).content.decode()

    assert f"Det er notert. Alt om henne slettes om {days} dager." in page
    kept = retention.kept("volunteer", one.reference)
    assert kept.goes_on(retention.limits_on(days_ago(0))) == days_ago(-days)
