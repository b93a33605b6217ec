"""Inviting many, the list to print, who is rung, one volunteer's course; and her phone, when it changes."""

from __future__ import annotations

import re
from datetime import time

import pymupdf
import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.protection import opening
from ressursvenn.protection.models import AuditEntry
from ressursvenn.training import changes, queries
from ressursvenn.training.models import SignUp
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Volunteer
from tests.access.test_query_counts import counted
from tests.volunteers.conftest import applicant, ready

from .conftest import a_course, ahead, evening
from .test_pages import ALL, text

# --- inviting many ------------------------------------------------------------------------------


def test_those_who_lack_hours_are_shown_and_ticked_and_the_others_when_asked_for(
    signed_in, kari, kaja, course
):
    applicant(kari, first_name="Anne")
    ready(kari, kaja, first_name="Berit")
    browser, to = signed_in(kari), f"{ALL}{course.reference}/inviter/"

    page = text(browser.get(to))
    assert ("Anne" in page, "Berit" in page) == (True, False)
    assert re.search(r'name="who" value="\w+" checked', page)

    everybody = text(browser.get(f"{to}?hvem=alle"))
    assert ("Anne" in everybody, "Berit" in everybody) == (True, True)
    assert "checked" not in everybody


def test_to_a_refresher_those_who_have_the_hours_are_asked(signed_in, kari, kaja):
    course = a_course(kari, kind="refresher")
    applicant(kari, first_name="Anne")
    ready(kari, kaja, first_name="Berit")

    page = text(signed_in(kari).get(f"{ALL}{course.reference}/inviter/"))

    assert ("Anne" in page, "Berit" in page) == (False, True)


def test_they_are_chosen_by_how_far_they_have_come(signed_in, kari, course):
    applicant(kari, first_name="Anne")
    berit = applicant(kari, first_name="Berit")
    others = accounts.colleagues(kari.association).exclude(pk=kari.pk)
    volunteers.note_interview(
        volunteer=berit, on=ahead(-3), first_interviewer=kari, second_interviewer=others[0],
        outcome="suitable", by=kari,
    )  # fmt: skip
    browser, to = signed_in(kari), f"{ALL}{course.reference}/inviter/"

    page = text(browser.get(f"{to}?kommet-til=interviewed"))

    assert ("Anne" in page, "Berit" in page) == (False, True)
    assert "Anne" in text(browser.get(f"{to}?kommet-til=noe-annet&hvem=hva"))


def test_whoever_was_found_not_suitable_is_not_among_them_and_a_no_thanks_is_not_ticked(
    signed_in, kari, kaja, gro, course, ingrid
):
    changes.invite(course=course, invited=[ingrid], by=kari)
    changes.withdraw(course=course, volunteer=ingrid, by=kari)
    volunteers.note_interview(
        volunteer=applicant(kari, first_name="Berit"), on=ahead(-3), first_interviewer=kaja,
        second_interviewer=gro, outcome="not_suitable", by=kari,
    )  # fmt: skip

    page = text(signed_in(kari).get(f"{ALL}{course.reference}/inviter/"))

    assert ("Ingrid" in page, "Berit" in page) == (True, False)
    assert "har sagt nei takk" in page
    assert " checked" not in page


def test_it_is_said_how_many_must_be_rung(signed_in, kari, course, hers):
    one = applicant(kari)
    browser, to = signed_in(kari), f"{ALL}{course.reference}/inviter/"

    page = text(browser.post(to, {"who": [one.reference, hers.reference]}, follow=True))

    assert "Invitert: 2." in page
    assert "1 har ingen innlogging" in page


@pytest.mark.parametrize("who", [[], ["zzzzzzzz"]])
def test_nobody_and_somebody_else_is_refused_in_words(signed_in, kari, course, ingrid, who):
    page = text(signed_in(kari).post(f"{ALL}{course.reference}/inviter/", {"who": who}))

    assert "message--error" in page
    assert not SignUp.objects.exists()


def test_the_neighbours_are_never_among_them(signed_in, kari, nora, course):
    theirs = applicant(nora, first_name="Borghild")
    browser, to = signed_in(kari), f"{ALL}{course.reference}/inviter/"

    assert "Borghild" not in text(browser.get(f"{to}?hvem=alle"))
    browser.post(to, {"who": [theirs.reference]})
    assert not SignUp.objects.exists()


def test_nobodys_name_is_read_who_is_not_shown(signed_in, kari, kaja, course):
    applicant(kari, first_name="Anne")
    ready(kari, kaja, first_name="Berit")
    browser, to = signed_in(kari), f"{ALL}{course.reference}/inviter/"

    browser.get(to)
    shown = AuditEntry.objects.filter(did="protection.opened", by=kari).latest("pk")
    assert shown.about.count() == 1

    changes.call_off_course(course=course, by=kari)
    browser.get(to)
    assert AuditEntry.objects.filter(did="protection.opened", by=kari).latest("pk") == shown


def test_a_course_that_takes_nobody_invites_nobody(signed_in, kari, course, ingrid):
    changes.call_off_course(course=course, by=kari)
    browser, to = signed_in(kari), f"{ALL}{course.reference}/inviter/"

    assert "ingen kan inviteres nå" in text(browser.get(to))
    assert browser.post(to, {"who": [ingrid.reference]}).status_code == 200
    assert not SignUp.objects.exists()


# --- the list, and who is rung ------------------------------------------------------------------


def test_the_list_says_that_it_is_shredded_and_the_log_says_that_it_was_opened(signed_in, kari):
    course = a_course(kari, places=5)
    for name in ("Åse", "Anne", "Øyunn"):
        changes.sign_up(course=course, volunteer=applicant(kari, first_name=name), by=kari)

    page = text(signed_in(kari).get(f"{ALL}kveld/{course.evenings.first().reference}/liste/"))

    assert "Makuleres etterpå" in page
    assert page.index("Anne S.") < page.index("Øyunn S.") < page.index("Åse S.")
    entry = AuditEntry.objects.filter(did="protection.opened").latest("pk")
    assert (entry.by, entry.purpose, entry.about.count()) == (kari, "list", 3)


def test_before_an_evening_is_moved_or_called_off_it_says_whom_to_ring(
    signed_in, kari, course, hers, ingrid
):
    for one in (hers, ingrid):
        changes.sign_up(course=course, volunteer=one, by=kari)
    to, browser = f"{ALL}kveld/{course.evenings.first().reference}/", signed_in(kari)

    for path in (to, f"{to}avlys/", f"{ALL}{course.reference}/avlys/"):
        page = text(browser.get(path))
        assert "2 er ventet" in page
        assert "Ingrid" in page
        assert "Solveig Solbakken" not in page


def test_an_evening_that_is_moved_is_told_of_on_her_page(signed_in, kari, course, hers, solveig):
    changes.sign_up(course=course, volunteer=hers, by=solveig)
    one = course.evenings.first()
    told = {
        "day": ahead(8).isoformat(), "begins": "18:00", "ends": "20:00", "hours": "3",
        "place": "Menighetshuset", "topics": ["role"],
    }  # fmt: skip

    signed_in(kari).post(f"{ALL}kveld/{one.reference}/", told)

    for path in ("/v/kurs/", f"/v/kurs/{course.reference}/"):
        page = text(signed_in(solveig).get(path))
        assert "Menighetshuset" in page
        assert "Endret " in page


# --- the course page, at the desk ---------------------------------------------------------------


def test_a_slip_at_the_desk_is_undone_when_sign_up_is_closed(signed_in, kari, ingrid):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    course.evenings.filter(pk=course.evenings.first().pk).update(day=ahead(-1))
    browser, to = signed_in(kari), f"{ALL}{course.reference}/"
    browser.post(f"{to}meld-av/{ingrid.reference}/", {"withdraw": "1"})
    assert "Angre avmeldingen" in text(browser.get(to))

    browser.post(f"{to}meld-av/{ingrid.reference}/", {"regret": "1"})

    assert "Har plass (1)" in text(browser.get(to))


def test_it_shows_who_has_got_a_place_and_has_no_account(signed_in, kari, course):
    people = [applicant(kari, first_name=f"Venn {n}") for n in range(3)]
    for one in people:
        changes.sign_up(course=course, volunteer=one, by=kari)
    changes.withdraw(course=course, volunteer=people[0], by=kari)

    page = text(signed_in(kari).get(f"{ALL}{course.reference}/"))

    assert page.count("har fått plass etter å ha ventet") == 1
    assert page.count("uten innlogging") == 3


def test_courses_to_come_stand_soonest_first(signed_in, kari):
    for days, title in ((30, "Sist"), (3, "Først"), (9, "Midt")):
        a_course(kari, first=days, title=title)
    changes.call_off_course(course=a_course(kari, first=1, title="Avlyst kurs"), by=kari)

    page = signed_in(kari).get(ALL)

    assert [one["course"].title for one in page.context["coming"]] == ["Først", "Midt", "Sist"]
    assert [one["course"].title for one in page.context["past"]] == ["Avlyst kurs"]


def test_too_few_places_are_refused_beside_the_field_and_what_was_typed_stands(
    signed_in, kari, course
):
    for n in range(2):
        changes.sign_up(course=course, volunteer=applicant(kari, first_name=f"Venn {n}"), by=kari)
    told = {"title": "Nytt navn", "kind": "basic", "language": "nb", "places": "1", "bring": ""}

    page = text(signed_in(kari).post(f"{ALL}{course.reference}/rett/", told))

    assert "2 har plass alt. Skriv minst 2." in page
    assert "Nytt navn" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Gi kurset et navn."),
        ({"places": "mange"}, "Skriv et helt tall."),
        ({"places": "0"}, "Skriv et tall fra 1 til 200."),
        ({"open_until": "i morgen"}, "Skriv dagen som dag.måned.år"),
        ({"open_from": "3.5.2027", "open_until": "1.5.2027"}, "stenge før den åpner"),
    ],
)
def test_a_course_that_cannot_be_is_explained(signed_in, kari, wrong, said):
    right = {
        "title": "Våren",
        "kind": "basic",
        "language": "nb",
        "places": "8",
        "bring": "matpakke",
    }

    page = text(signed_in(kari).post(f"{ALL}nytt/", {**right, **wrong}))

    assert said in page
    assert "matpakke" in page


# --- one volunteer ------------------------------------------------------------------------------


def test_her_page_has_what_is_left_where_it_can_be_taken_and_what_she_is_on(
    signed_in, kari, ingrid
):
    course = a_course(kari, first=0, title="Høsten")
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={ingrid: "missed"}, by=kari)
    again = a_course(kari, first=9, title="Våren").evenings.first()
    browser, to = signed_in(kari), f"{ALL}ressursvenn/{ingrid.reference}/"
    page = text(browser.get(to))
    assert "Høsten" in page
    assert "har plass" in page
    assert "Kvelder som dekker det" in page

    agree = f"{ALL}kveld/{again.reference}/ta-igjen/{ingrid.reference}/"
    assert "Hun er ventet den kvelden." in text(browser.post(agree, follow=True))
    assert "Kommer ikke likevel" in text(browser.get(to))
    browser.post(agree, {"regret": "1"})
    assert "Kommer ikke likevel" not in text(browser.get(to))


def test_why_not_is_said_when_she_cannot_come_as_a_guest(signed_in, kari, ingrid, course):
    to = f"{ALL}kveld/{course.evenings.first().reference}/ta-igjen/{ingrid.reference}/"

    page = text(signed_in(kari).post(to, follow=True))

    assert "Ikke oppfylt: Kvelden dekker noe som er igjen å ta." in page


def test_no_page_asks_more_when_there_is_more(signed_in, kari, solveig, hers):
    one = a_course(kari, first=0, title="Kurset", places=9)

    def one_more(number):
        """One more of each: course, evening, material, somebody on it, invited and not; and to make up."""
        mine = a_course(kari, first=0, title=f"Kurs {number}", places=9)
        changes.sign_up(course=mine, volunteer=hers, by=kari)
        changes.note_attendance(evening=mine.evenings.first(), came={hers: "missed"}, by=kari)
        again = a_course(kari, first=9).evenings.first()
        changes.make_up(evening=again, volunteer=hers, by=kari)
        evening(one, kari, 20 + number, "help")
        changes.offer_material(course=one, title="Les", link="https://example.org", by=kari)
        come, asked, _ = (applicant(kari, first_name=f"Venn {number}") for _ in range(3))
        changes.sign_up(course=one, volunteer=come, by=kari)
        changes.invite(course=one, invited=[asked], by=kari)

    def questions():
        first = one.evenings.first().reference
        desk = {name: f"{ALL}{one.reference}/{name}" for name in
                ("", "rett/", "avlys/", "inviter/", "inviter/?hvem=alle")}  # fmt: skip
        desk |= {name: f"{ALL}kveld/{first}/{name}" for name in
                 ("avlys/ kvelden", "hvem-kom/", "liste/")}  # fmt: skip
        desk |= {"all": ALL, "new": f"{ALL}nytt/", "move": f"{ALL}kveld/{first}/",
                 "of": f"{ALL}ressursvenn/{hers.reference}/"}  # fmt: skip
        phone = {"own": "/v/kurs/", "own one": f"/v/kurs/{one.reference}/",
                 "calendar": f"/v/kurs/kveld/{first}/kalender.ics"}  # fmt: skip
        asked_for = {}
        for person, paths in ((kari, desk), (solveig, phone)):
            browser = signed_in(person)
            for name, path in paths.items():
                with counted() as asked:
                    assert browser.get(path.split(" ")[0]).status_code == 200
                asked_for[name] = len(asked)
        return asked_for

    one_more(0)
    with_one = questions()
    for number in (1, 2):
        one_more(number)

    assert questions() == with_one
    assert max(with_one.values()) <= 13


def test_noting_who_came_asks_about_the_course_once(kari):
    def questions(how_many: int) -> int:
        course = a_course(kari, first=0, places=20)
        people = [applicant(kari, first_name=f"Venn {n}") for n in range(how_many)]
        for one in people:
            changes.sign_up(course=course, volunteer=one, by=kari)
        with counted() as asked:
            changes.note_attendance(
                evening=course.evenings.first(), came=dict.fromkeys(people, "told"), by=kari
            )
        return sum(1 for sql in asked if "training_signup" in sql or "ownnumbers" in sql)

    assert questions(1) == questions(6)


# --- her phone ----------------------------------------------------------------------------------


def test_you_have_got_a_place_is_the_first_thing_she_sees(signed_in, solveig, hers, course, kari):
    people = [applicant(kari, first_name=f"Venn {n}") for n in range(2)]
    for one in (*people, hers):
        changes.sign_up(course=course, volunteer=one, by=kari)
    browser = signed_in(solveig)
    assert "nummer 1 i køen" in text(browser.get("/v/kurs/"))
    assert "Neste kveld" not in text(browser.get("/v/kurs/")).replace("Neste kveld</th>", "")

    changes.withdraw(course=course, volunteer=people[0], by=kari)

    page = text(browser.get("/v/kurs/"))
    assert page.index("Du har fått plass") < page.index("Neste kveld")


def test_she_regrets_with_one_tap_and_is_told_when_it_is_too_late(
    signed_in, solveig, hers, course, kari
):
    people = [applicant(kari, first_name=f"Venn {n}") for n in range(2)]
    for one in (hers, *people):
        changes.sign_up(course=course, volunteer=one, by=kari)
    browser, to = signed_in(solveig), f"/v/kurs/{course.reference}/"

    browser.post(f"{to}meld-av/", {"withdraw": "1"})
    page = text(browser.get(to))
    assert "Angre avmeldingen" not in page  # the one who waited has her place
    assert "Still meg i kø" in page
    said = text(browser.post(f"{to}meld-av/", {"regret": "1"}))
    assert "Ikke oppfylt: Ingen annen har fått plassen." in said

    changes.withdraw(course=course, volunteer=people[1], by=kari)
    assert "Angre avmeldingen" in text(browser.get(to))
    browser.post(f"{to}meld-av/", {"regret": "1"})
    assert "Du har plass." in text(browser.get(to))


def test_an_evening_called_off_is_struck_out_and_in_no_calendar(
    signed_in, solveig, hers, course, kari
):
    changes.sign_up(course=course, volunteer=hers, by=kari)
    one = course.evenings.first()
    changes.call_off_evening(evening=one, by=kari)
    browser = signed_in(solveig)

    page = text(browser.get(f"/v/kurs/{course.reference}/"))
    assert "<s>" in page
    assert f"{one.reference}/kalender.ics" not in page
    assert browser.get(f"/v/kurs/kveld/{one.reference}/kalender.ics").status_code == 404


def test_a_course_in_nynorsk_has_its_topics_in_nynorsk(signed_in, solveig, hers, kari):
    course = a_course(kari, language="nn")

    page = text(signed_in(solveig).get(f"/v/kurs/{course.reference}/"))

    assert "kva Ressursvenn er" in page


def test_what_is_heard_again_counts_for_nothing_twice(signed_in, solveig, hers, kari):
    """One who has been at an evening is not let in at another of the same topics."""
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=hers, by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={hers: "came"}, by=kari)
    other = a_course(kari, first=9).evenings.first()

    page = text(signed_in(solveig).post(f"/v/kurs/kveld/{other.reference}/ta-igjen/", follow=True))

    assert "Ikke oppfylt" in page
    assert queries.make_ups_of(hers) == set()


# --- the certificate ----------------------------------------------------------------------------


def test_it_says_who_how_many_hours_what_and_when(signed_in, solveig, hers, kari):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=hers, by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={hers: "came"}, by=kari)
    refresher = a_course(kari, first=0, kind="refresher")
    evening(refresher, kari, 0, "endings", begins=time(0, 1))
    changes.sign_up(course=refresher, volunteer=hers, by=kari)
    last = refresher.evenings.filter(topics=["endings"]).get()
    changes.note_attendance(evening=last, came={hers: "came"}, by=kari)
    struck = volunteers.note_course_hours(volunteer=hers, on=ahead(-60), hours=5, by=kari)
    volunteers.strike_course_hours(course_hours=struck, by=kari)
    volunteers.note_course_hours(volunteer=hers, on=ahead(-20), hours=12, by=kari)

    said = {
        language: paper_text(signed_in(solveig).get(f"/v/kurs/bevis/?sprak={language}").content)
        for language in ("nb", "nn", "xx")
    }

    day = ahead(-20)
    for one in ("Solveig Solbakken", "15 timer", "hva Ressursvenn er", "Oslo lokalforening"):
        assert one in said["nb"]
    assert f"{day.day}. " in said["nb"]
    assert "20 timer" not in said["nb"]
    assert "avslutte godt" not in said["nb"]
    assert "15 timar" in said["nn"]
    assert said["xx"] == said["nb"]


def paper_text(content: bytes) -> str:
    pages = pymupdf.open(stream=content)
    assert "Solveig" not in repr(pages.metadata)
    return " ".join("".join(page.get_text() for page in pages).split())


def test_a_letter_that_cannot_be_printed_is_told_of(signed_in, kari, solveig, hers):
    row = Volunteer.objects.get(pk=hers.pk)
    opening.open_record(row, by=kari, purpose="card_correction")
    volunteers.correct_card(volunteer=row, first_name="\U00012000", by=kari)
    volunteers.note_course_hours(volunteer=hers, on=timezone.localdate(), hours=12, by=kari)

    for browser, path in (
        (signed_in(kari), f"{ALL}ressursvenn/{hers.reference}/bevis/"),
        (signed_in(solveig), "/v/kurs/bevis/"),
    ):
        assert "ikke kan trykke" in text(browser.get(path, follow=True))


def test_only_her_card_is_opened_for_it(signed_in, solveig, hers, kari):
    volunteers.note_course_hours(volunteer=hers, on=timezone.localdate(), hours=12, by=kari)

    signed_in(solveig).get("/v/kurs/bevis/")

    entry = AuditEntry.objects.filter(did="protection.opened").latest("pk")
    assert (entry.by, entry.purpose) == (solveig, "certificate")


# --- what cannot be -----------------------------------------------------------------------------


def test_noting_nothing_is_not_said_to_be_done(signed_in, kari, ingrid):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)

    page = text(
        signed_in(kari).post(f"{ALL}kveld/{course.evenings.first().reference}/hvem-kom/", {})
    )

    assert "Velg hvordan det gikk for minst én." in page


def test_a_course_called_off_takes_no_evening_more_and_moves_none(kari, course):
    changes.call_off_course(course=course, by=kari)

    with pytest.raises(ValidationError, match="avlyst"):
        evening(course, kari, 3, "role")
    with pytest.raises(ValidationError, match="avlyst"):
        changes.move_evening(evening=course.evenings.last(), place="Et annet sted", by=kari)


# --- Min dag ------------------------------------------------------------------------------------


def told_in_my_day(person):
    """As web.day asks: all kinds in one question."""
    terms = accounts.terms(person.association)
    asked = queries.day_rows(person, terms)
    if not asked:
        return []
    first, *rest = asked
    return [queries.day_line(*row, terms).sentence for row in first.union(*rest, all=True)]


def test_an_evening_stays_in_my_day_until_it_is_noted_or_called_off(kari, ingrid):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    for days, one in zip((-200, -90), course.evenings.all(), strict=True):
        course.evenings.filter(pk=one.pk).update(day=ahead(days))
    assert len(told_in_my_day(kari)) == 2

    first, last = course.evenings.all()
    changes.note_attendance(evening=first, came={ingrid: "came"}, by=kari)
    changes.call_off_evening(evening=last, by=kari)

    assert told_in_my_day(kari) == []


def test_nobody_is_reminded_of_an_evening_that_nobody_came_to_sign_up_for(kari, ingrid):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.withdraw(course=course, volunteer=ingrid, by=kari)
    course.evenings.filter(pk=course.evenings.first().pk).update(day=ahead(-3))

    assert told_in_my_day(kari) == []


@pytest.mark.parametrize("who", ["bodil", "astrid", "vigdis", "siri", "solveig", "kirsti"])
def test_who_has_no_right_here_is_asked_nothing(people, who):
    person = people[who]

    assert queries.day_rows(person, accounts.terms(person.association)) == []


def test_my_day_is_one_question_however_many(kari, ingrid):
    def questions():
        with counted() as asked:
            told_in_my_day(kari)
        return len(asked)

    a_course(kari, first=0)
    once = questions()
    for _ in range(3):
        a_course(kari, first=0)

    assert questions() == once


def test_what_cannot_be_undone_is_ticked_first(signed_in, kari, course):
    browser, one = signed_in(kari), course.evenings.first()
    for to in (f"{ALL}{course.reference}/avlys/", f"{ALL}kveld/{one.reference}/avlys/"):
        assert "Kryss av hvis det skal avlyses." in text(browser.post(to))
    course.refresh_from_db()
    assert course.called_off_on is None

    browser.post(f"{ALL}kveld/{one.reference}/avlys/", {"sure": "on"})
    browser.post(f"{ALL}{course.reference}/avlys/", {"sure": "on"})

    one.refresh_from_db()
    course.refresh_from_db()
    assert None not in (one.called_off_on, course.called_off_on)


def test_a_post_with_nothing_in_it_withdraws_nobody(signed_in, kari, solveig, hers, course):
    changes.sign_up(course=course, volunteer=hers, by=kari)

    signed_in(solveig).post(f"/v/kurs/{course.reference}/meld-av/")
    signed_in(kari).post(f"{ALL}{course.reference}/meld-av/{hers.reference}/")

    assert SignUp.objects.get().stands
