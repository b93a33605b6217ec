"""The page of one volunteer: the answer first, then the road, then what can be settled there."""

import re
from decimal import Decimal

import pytest

from ressursvenn.protection import vault
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes, queries, rules

from .conftest import applicant, days_ago, fresh, ready


def at(volunteer) -> str:
    return f"/a/ressursvenner/{volunteer.reference}/"


def test_every_no_is_said_with_its_sentence_and_code(signed_in, volunteer, kari):
    page = signed_in(kari).get(at(volunteer))

    missing = ["VOL-01", "VOL-02", "VOL-03", "VOL-04", "VOL-08", "VOL-09", "VOL-12"]
    assert [no.rule for no in page.context["refusals"]] == missing
    said = page.content.decode()
    assert "Nei, ikke nå. Dette er ikke oppfylt:" in said
    for refusal in page.context["refusals"]:
        assert refusal.sentence in said
        assert refusal.rule in said


def test_when_it_ends_by_itself_is_said(signed_in, ready_volunteer, kari):
    changes.pause(volunteer=ready_volunteer, until=days_ago(-30), by=kari)

    page = signed_in(kari).get(at(ready_volunteer))

    (refusal,) = page.context["refusals"]
    assert refusal.until == days_ago(-30)
    assert f"til {refusal.until.day}. " in page.content.decode()


def test_when_nothing_is_in_the_way_it_lists_what_was_checked_and_no_more(
    signed_in, ready_volunteer, kari
):
    page = signed_in(kari).get(at(ready_volunteer))

    said = page.content.decode()
    assert page.context["refusals"] == []
    assert "Dette er sjekket, ikke mer:" in said
    for rule in rules.MAY_BE_MATCHED:
        assert rule.sentence in said
    assert "✓" not in said
    assert "trygg" not in said.lower()


def test_the_road_has_its_days_and_says_what_comes_next(signed_in, volunteer, kari, kaja):
    changes.note_interview(
        volunteer=volunteer,
        on=days_ago(9),
        first_interviewer=kari,
        second_interviewer=kaja,
        outcome="suitable",
        by=kari,
    )

    stations = signed_in(kari).get(at(volunteer)).context["stations"]

    assert [(stop["label"], stop["state"]) for stop in stations[:4]] == [
        ("søknad", "done"),
        ("intervju", "done"),
        ("kurs", "next"),
        ("taushetserklæring", "missing"),
    ]
    assert [stop["on"] for stop in stations[:3]] == [days_ago(60), days_ago(9), None]


PANELS = ["Svar på søknaden", "Intervju", "Kurs", "Taushetserklæring", "Politiattest", "Avtale"]


def test_each_missing_fact_has_its_panel(signed_in, volunteer, kari):
    page = signed_in(kari).get(at(volunteer))

    assert [panel.heading for panel in page.context["to_settle"]] == PANELS
    assert page.content.decode().count("button--primary") == 1


def test_an_unknown_year_of_birth_is_asked_for(signed_in, kari):
    one = applicant(kari, birth_year=None)
    browser = signed_in(kari)
    assert browser.get(at(one)).context["to_settle"][-1].heading == "Alder"

    browser.post(f"{at(one)}fodselsaar/", {"birth_year": "1980"})

    assert fresh(one).birth_year == 1980
    assert "Alder" not in [panel.heading for panel in browser.get(at(one)).context["to_settle"]]


def test_the_answer_is_noted(signed_in, volunteer, kari):
    browser = signed_in(kari)

    answer = browser.post(f"{at(volunteer)}svar/", {"on": days_ago(1).isoformat()})

    assert answer.url == at(volunteer)
    assert fresh(volunteer).answered_on == days_ago(1)
    headings = [panel.heading for panel in browser.get(at(volunteer)).context["to_settle"]]
    assert headings == PANELS[1:]


def test_a_new_interview_may_give_another_answer(signed_in, volunteer, kari, kaja):
    changes.note_interview(
        volunteer=volunteer,
        on=days_ago(9),
        first_interviewer=kari,
        second_interviewer=kaja,
        outcome="not_suitable",
        by=kari,
    )
    browser = signed_in(kari)
    (panel,) = [
        panel
        for panel in browser.get(at(volunteer)).context["to_settle"]
        if panel.heading == "Intervju"
    ]
    assert [offer.act.name for offer in panel.offers] == ["interview"]

    form = {
        "on": days_ago(1).isoformat(),
        "first_interviewer": kari.reference,
        "second_interviewer": kaja.reference,
        "outcome": "suitable",
    }
    browser.post(f"{at(volunteer)}intervju/", form)

    refused = [no.rule for no in browser.get(at(volunteer)).context["refusals"]]
    assert "VOL-01" not in refused
    assert "VOL-08" not in refused


def test_every_act_has_an_address_and_looking_it_up_leads_to_her_page(signed_in, volunteer, kari):
    from ressursvenn.volunteers.views._offers import ACTS

    browser = signed_in(kari)
    before = AuditEntry.objects.count()

    for act in ACTS:
        answer = browser.get(f"{at(volunteer)}{act.path}/")
        assert (answer.status_code, answer.url) == (302, at(volunteer))

    assert AuditEntry.objects.count() == before


def test_each_field_on_the_page_has_an_id_of_its_own_and_a_label(signed_in, volunteer, kari):
    page = signed_in(kari).get(at(volunteer)).content.decode()

    ids = re.findall(r'\sid="([^"]+)"', page)
    fields = re.findall(r"<(?:input|select|textarea)\b[^>]*>", page)
    asked = [field for field in fields if 'type="hidden"' not in field]
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', page))
    assert len(ids) == len(set(ids))
    assert asked
    assert {re.search(r'id="([^"]+)"', field)[1] for field in asked} <= labelled
    assert page.count("<h1>") == 1


@pytest.mark.parametrize("path", ["", "kort/"])
def test_no_name_in_the_title_or_in_an_address(signed_in, volunteer, kari, path):
    page = signed_in(kari).get(at(volunteer) + path).content.decode()

    assert "Ingrid" in page
    assert "Ingrid" not in re.search(r"<title>(.*)</title>", page)[1]
    assert not re.search(r'(href|action)="[^"]*(Ingrid|Solbakken)', page)


def test_messages_after_an_act_name_nobody(signed_in, volunteer, kari):
    from ressursvenn.volunteers.views._offers import ACTS

    assert all("{" not in act.done for act in ACTS)


def test_reading_the_page_leaves_one_entry(signed_in, volunteer, kari):
    browser = signed_in(kari)
    before = AuditEntry.objects.count()

    browser.get(at(volunteer))

    assert AuditEntry.objects.count() == before + 1
    assert AuditEntry.objects.first().purpose == "volunteer_page"


def test_whose_keys_are_gone_has_no_page(signed_in, volunteer, kari):
    vault.destroy_keys(volunteer.reference)

    assert signed_in(kari).get(at(volunteer)).status_code == 404
    assert signed_in(kari).get(f"{at(volunteer)}kort/").status_code == 404
    assert signed_in(kari).post(f"{at(volunteer)}kontakt/").status_code == 404


def test_all_that_is_noted_is_read_in_three_queries_the_latest_first(
    kari, kaja, django_assert_num_queries
):
    one = ready(kari, kaja)
    changes.note_agreement(volunteer=one, on=days_ago(1), months=24, by=kari)
    half = changes.note_course_hours(volunteer=one, on=days_ago(2), hours=Decimal("1.5"), by=kari)
    changes.strike_course_hours(course_hours=half, by=kari)

    with django_assert_num_queries(3):
        notes = queries.notes_on(one)

    slips = [*notes.course_days, *notes.declarations, *notes.certificates_asked_for]
    assert [(slip.on, slip.number, slip.struck_on, slip.by) for slip in slips] == [
        (days_ago(2), Decimal("1.5"), half.struck_on, None),
        (days_ago(30), 12, None, None),
        (days_ago(30), None, None, None),
        (days_ago(45), None, None, kari.name),
    ]
    assert [(slip.on, slip.number) for slip in notes.agreements] == [
        (days_ago(1), 24),
        (days_ago(10), 12),
    ]


def test_what_is_noted_is_said_on_her_page(signed_in, kari, kaja):
    one = ready(kari, kaja)
    changes.note_course_hours(volunteer=one, on=days_ago(2), hours=Decimal("1.5"), by=kari)

    page = signed_in(kari).get(at(one)).content.decode()

    assert "1,5 timer" in page
    assert "12 timer" in page
    assert "for 12 måneder" in page
    assert f", av {kari.name}." in page


def test_as_many_queries_however_much_is_noted(
    signed_in, ready_volunteer, kari, django_assert_max_num_queries
):
    browser = signed_in(kari)
    with django_assert_max_num_queries(25) as first:
        browser.get(at(ready_volunteer))
    for day in range(1, 6):
        changes.note_course_hours(volunteer=ready_volunteer, on=days_ago(day), hours=2, by=kari)
        changes.note_interview(volunteer=ready_volunteer, on=days_ago(day), by=kari)
    with django_assert_max_num_queries(25) as again:
        browser.get(at(ready_volunteer))

    assert len(first) == len(again)
