"""The card put right; wishes, and the one short text with its warning."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.participants import changes
from ressursvenn.protection import opening

from .conftest import AREA, acts, fresh


def opened(participant, by):
    return opening.open_record(fresh(participant), by=by, purpose="participant_page")


def test_only_what_is_given_is_put_right(amina, kari):
    changes.correct_card(participant=amina, called="Svale", interests=["walking"], by=kari)

    card = opened(amina, kari)
    assert (card.called, card.interests) == ("Svale", ["walking"])
    assert (card.area, card.languages) == (AREA, ["no", "so"])
    assert acts() == ["participants.referred", "participants.card_corrected"]


def test_an_area_can_be_taken_away(amina, kari):
    changes.correct_card(participant=amina, area="", avoided_areas=[], by=kari)

    assert opened(amina, kari).area == ""


@pytest.mark.parametrize(
    "wrong", [{"called": ""}, {"languages": ["xx"]}, {"area": "nowhere"}, {"times": ["noon"]}]
)
def test_what_is_not_in_the_lists_is_refused(amina, kari, wrong):
    with pytest.raises(ValidationError):
        changes.correct_card(participant=amina, by=kari, **wrong)

    assert opened(amina, kari).called == "Amina"
    assert acts() == ["participants.referred"]


@pytest.mark.parametrize("who", ["nora", "gro", "kirsti", "vigdis", "siri", "solveig"])
def test_who_may_not(amina, people, who):
    with pytest.raises(PermissionDenied):
        changes.correct_card(participant=amina, called="Svale", by=people[who])
    with pytest.raises(PermissionDenied):
        changes.note_wishes(participant=amina, wishes=["talk"], by=people[who])


def test_the_card_page(signed_in, amina, kari):
    page, browser = f"/a/deltakere/{amina.reference}/kort/", signed_in(kari)

    shown = browser.get(page).content.decode()
    answer = browser.post(
        page, {"called": "Svale", "area": "Moss", "languages": ["ar"], "times": ["saturday"]}
    )

    assert 'value="Sandvika, Akershus"' in shown
    assert 'value="Amina"' in shown
    assert answer.url == f"/a/deltakere/{amina.reference}/"
    card = opened(amina, kari)
    assert (card.called, card.area, card.languages) == ("Svale", "no-ostfold-moss", ["ar"])


def test_posting_more_fields_than_the_form_has_changes_nothing_else(signed_in, amina, kari, nabo):
    fields = {
        "called": "Svale",
        "association": nabo.pk,
        "reference": "x",
        "withdrawn_on": "2026-01-01",
    }

    signed_in(kari).post(f"/a/deltakere/{amina.reference}/kort/", fields)

    row = fresh(amina)
    assert (row.association_id, row.withdrawn_on) == (amina.association_id, None)


def test_wishes_and_strengths(signed_in, amina, kari):
    page, browser = f"/a/deltakere/{amina.reference}/onsker/", signed_in(kari)

    browser.post(page, {"wishes": ["talk", "get_out"], "strengths": "flink til å sy"})

    record = opened(amina, kari)
    assert (record.wishes, record.strengths) == (["talk", "get_out"], "flink til å sy")
    assert acts() == ["participants.referred", "participants.wishes_noted"]


def test_the_warning_stands_beside_the_box(signed_in, amina, kari):
    shown = signed_in(kari).get(f"/a/deltakere/{amina.reference}/onsker/").content.decode()

    assert "Skriv ikke navn, adresse, telefonnummer" in shown
    assert 'type="checkbox" name="keep_as_written"' not in shown


def test_what_looks_like_a_number_is_asked_about_before_it_is_kept(signed_in, amina, kari):
    page, browser = f"/a/deltakere/{amina.reference}/onsker/", signed_in(kari)
    written = {"wishes": ["talk"], "strengths": "ringes på 927 69 310"}

    asked = browser.post(page, written)
    before = opened(amina, kari).strengths
    browser.post(page, {**written, "keep_as_written": "on"})

    assert "Dette ser ut som et telefonnummer" in asked.content.decode()
    assert 'type="checkbox" name="keep_as_written"' in asked.content.decode()
    assert "ringes på 927 69 310" in asked.content.decode()
    assert (before, opened(amina, kari).strengths) == ("", "ringes på 927 69 310")


@pytest.mark.parametrize("act", ["kort", "onsker"])
@pytest.mark.parametrize(
    ("who", "status"), [("kari", 200), ("nora", 404), ("gro", 403), ("kirsti", 403), (None, 302)]
)
def test_who_gets_in(signed_in, people, amina, act, who, status):
    page = f"/a/deltakere/{amina.reference}/{act}/"

    assert signed_in(people.get(who)).get(page).status_code == status
