"""The pages of courses, at the desk and on her phone: what they say, who gets in, what is kept of bad input."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from ics import Calendar as SecondReader

from ressursvenn.accounts import queries as accounts
from ressursvenn.training import changes, queries
from ressursvenn.training.models import Course, SignUp
from ressursvenn.volunteers import changes as volunteers
from tests.paper.checking import check_paper
from tests.volunteers.conftest import applicant

from .conftest import a_course, ahead

ALL = "/a/kurs/"
OSLO = ZoneInfo("Europe/Oslo")


def text(page) -> str:
    return page.content.decode()


def test_an_empty_desk_tells_what_belongs_here(signed_in, kari):
    assert "Sett opp et kurs" in text(signed_in(kari).get(ALL))


def test_a_course_is_set_up_with_an_evening_and_somebody_is_invited(signed_in, kari, ingrid):
    browser = signed_in(kari)
    to = browser.post(
        f"{ALL}nytt/", {"title": "Våren", "kind": "basic", "language": "nb", "places": 8}
    ).url
    evening = {
        "day": ahead(5).isoformat(), "begins": "18.00", "ends": "20:30", "hours": "2,5",
        "place": "Biblioteket", "topics": ["role"],
    }  # fmt: skip
    browser.post(f"{to}kveld/", evening)
    browser.post(f"{to}inviter/", {"who": [ingrid.reference]})

    page = text(browser.get(to))

    assert "Biblioteket" in page
    assert "rollen din" in page
    assert "Invitert, har ikke svart (1)" in page
    assert "Ingrid" in page
    assert "Ingrid" not in re.search("<title>(.*?)</title>", page)[1]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"day": ""}, "Skriv dagen."),
        ({"begins": "kveld"}, "Skriv klokkeslettet som timer og minutter"),
        ({"hours": "mange"}, "Skriv timene som 3 eller 2,5."),
        ({"hours": "0"}, "ikke over 12"),
        ({"place": ""}, "Skriv hvor det er."),
        ({"ends": "10:00"}, "ikke slutte før"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(signed_in, kari, course, wrong, said):
    right = {
        "day": ahead(5).isoformat(), "begins": "18:00", "ends": "20:30", "hours": "2,5",
        "place": "Menighetshuset",
    }  # fmt: skip
    page = signed_in(kari).post(f"{ALL}{course.reference}/kveld/", {**right, **wrong})

    assert said in text(page)
    assert "place" in wrong or "Menighetshuset" in text(page)
    assert course.evenings.count() == 2


def test_a_link_is_https_or_nothing(signed_in, kari, course):
    browser, to = signed_in(kari), f"{ALL}{course.reference}/les/"

    refused = text(browser.post(to, {"title": "Les", "link": "javascript:alert(1)"}))
    assert "https://" in refused
    browser.post(to, {"title": "Les dette", "link": "https://example.org/les"})
    assert 'href="https://example.org/les"' in text(browser.get(f"{ALL}{course.reference}/"))

    browser.post(f"{to}{course.materials.get().pk}/bort/", {"take_out": "1"})
    assert not course.materials.exists()


def test_the_list_for_the_evening_has_no_surname_and_no_way_to_reach_anybody(
    signed_in, kari, course, ingrid
):
    changes.sign_up(course=course, volunteer=ingrid, by=kari)

    page = text(signed_in(kari).get(f"{ALL}kveld/{course.evenings.first().reference}/liste/"))

    assert "Ingrid S." in page
    assert "Solbakken" not in page
    assert "400 00 001" not in page


def test_the_page_notes_who_came_and_shows_it(signed_in, kari, ingrid):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    browser, to = signed_in(kari), f"{ALL}kveld/{course.evenings.first().reference}/hvem-kom/"

    browser.post(to, {f"kom-{ingrid.reference}": "came"})

    assert "checked" in text(browser.get(to))
    hers = text(browser.get(f"{ALL}ressursvenn/{ingrid.reference}/"))
    assert "3 av 12 timer" in hers
    assert browser.get(f"{ALL}ressursvenn/{ingrid.reference}/bevis/").status_code == 404


def test_an_evening_to_come_is_not_noted(signed_in, kari, course, ingrid):
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    to = f"{ALL}kveld/{course.evenings.first().reference}/hvem-kom/"

    page = text(signed_in(kari).post(to, {f"kom-{ingrid.reference}": "came"}))

    assert "Kvelden har ikke begynt ennå." in page
    assert 'type="radio"' not in page
    assert not ingrid.attendances.exists()


def test_the_certificate_is_handed_out_when_the_hours_are_met(signed_in, kari, solveig, hers):
    volunteers.note_course_hours(volunteer=hers, on=timezone.localdate(), hours=12, by=kari)

    for page in (
        signed_in(kari).get(f"{ALL}ressursvenn/{hers.reference}/bevis/"),
        signed_in(solveig).get("/v/kurs/bevis/"),
    ):
        assert page["Content-Disposition"] == 'attachment; filename="papir.pdf"'
        check_paper(page.content)


def test_on_her_phone_the_next_evening_comes_first(signed_in, solveig, hers, course, kari):
    browser = signed_in(solveig)
    assert "Kurs du kan melde deg på" in text(browser.get("/v/kurs/"))
    assert "2 plasser igjen" in text(browser.get(f"/v/kurs/{course.reference}/"))

    browser.post(f"/v/kurs/{course.reference}/meld-paa/")

    page = text(browser.get("/v/kurs/"))
    assert page.index("Neste kveld") < page.index("Kursene dine")
    assert "Du har plass." in text(browser.get(f"/v/kurs/{course.reference}/"))


def test_in_the_line_she_sees_her_number_and_then_her_place(signed_in, solveig, hers, course, kari):
    people = [applicant(kari, first_name=f"Venn {n}") for n in range(2)]
    for one in people:
        changes.sign_up(course=course, volunteer=one, by=kari)
    browser, to = signed_in(solveig), f"/v/kurs/{course.reference}/"
    assert "Still meg i kø" in text(browser.get(to))
    browser.post(f"{to}meld-paa/")
    assert "Du er nummer 1 i køen" in text(browser.get(to))

    changes.withdraw(course=course, volunteer=people[0], by=kari)

    assert "Du har fått plass." in text(browser.get(to))


def test_she_says_no_thanks_and_may_change_her_mind(signed_in, solveig, hers, course, kari):
    changes.invite(course=course, invited=[hers], by=kari)
    browser, to = signed_in(solveig), f"/v/kurs/{course.reference}/"
    assert "Du er invitert" in text(browser.get("/v/kurs/"))

    browser.post(f"{to}meld-av/", {"withdraw": "1"})
    assert "Du er invitert" not in text(browser.get("/v/kurs/"))
    browser.post(f"{to}meld-paa/")

    assert SignUp.objects.get().withdrawn_at is None


def test_what_she_missed_can_be_made_up_with_one_tap(signed_in, solveig, hers, kari):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=hers, by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={hers: "missed"}, by=kari)
    other = a_course(kari, first=10)
    browser = signed_in(solveig)
    assert "Dette kan du ta igjen" in text(browser.get("/v/kurs/"))

    browser.post(f"/v/kurs/kveld/{other.evenings.first().reference}/ta-igjen/")

    assert "Du er ventet" in text(browser.get("/v/kurs/"))


def test_the_calendar_file_takes_a_session_and_never_the_neighbours(
    signed_in, client, solveig, hers, course, nora
):
    to = f"/v/kurs/kveld/{course.evenings.first().reference}/kalender.ics"
    theirs = f"/v/kurs/kveld/{a_course(nora).evenings.first().reference}/kalender.ics"

    assert signed_in(solveig).get(to)["Content-Type"].startswith("text/calendar")
    assert signed_in(solveig).get(theirs).status_code == 404
    assert client.get(to).status_code == 302


def test_the_calendar_file_holds_the_time_of_the_evening_and_not_its_place(
    signed_in, solveig, hers, course
):
    evening = course.evenings.first()

    told = (
        signed_in(solveig).get(f"/v/kurs/kveld/{evening.reference}/kalender.ics").content.decode()
    )

    (event,) = SecondReader(told).events
    begins, ends = (at.datetime.astimezone(OSLO) for at in (event.begin, event.end))
    assert (begins.date(), begins.time()) == (evening.day, evening.begins)
    assert ends.time() == evening.ends
    assert evening.place not in told


def test_an_account_that_is_nobodys_sees_no_course(signed_in, people, course):
    browser = signed_in(people["solveig"])

    assert "når du er registrert" in text(browser.get("/v/kurs/"))
    assert browser.get(f"/v/kurs/{course.reference}/").status_code == 404


def test_the_neighbours_course_is_no_page(signed_in, nora, course):
    browser = signed_in(nora)

    assert browser.get(f"{ALL}{course.reference}/").status_code == 404
    assert browser.get(ALL).context["coming"] == []


def test_min_dag_tells_of_tonight_and_of_an_evening_nobody_noted(kari, ingrid, nora):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    Course.objects.filter(pk=course.pk).update(laid_out_on=ahead(-9))
    course.evenings.filter(pk=course.evenings.last().pk).update(day=ahead(-2))
    terms = accounts.terms(kari.association)

    told = [
        queries.day_line(*row, terms).sentence
        for rows in queries.day_rows(kari, terms)
        for row in rows
    ]

    assert told == [
        "Kurs i dag: Kurs for nye.",
        "En kurskveld har vært, og ingen er notert: Kurs for nye.",
    ]
    assert [list(rows) for rows in queries.day_rows(nora, terms)] == [[], []]
