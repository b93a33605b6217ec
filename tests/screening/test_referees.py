"""A referee answers once, on a page that names nobody; what she said is sealed, and her number goes."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.protection import opening
from ressursvenn.protection.fields import Sealed
from ressursvenn.protection.models import AuditEntry
from ressursvenn.screening import changes, queries, words
from ressursvenn.screening.models import Referee
from ressursvenn.volunteers import changes as volunteers
from tests import canary

from .conftest import WELL, acts, at, referee_of


def page_of(word):
    return f"/m/uttalelse/{word}/"


def answered(word, said=""):
    return changes.receive_statement(word=word, answers=WELL, said=said)


def test_the_word_is_kept_as_a_print_alone(referee, word):
    row = Referee.objects.get()

    assert len(word) >= 32
    assert word not in repr(vars(row))
    assert row.word_print == queries.print_of(word) != word
    assert acts() == ["screening.referee_noted", "screening.referee_link_given"]


def test_she_answers_without_signing_in_and_nothing_is_opened(signed_in, word, volunteer):
    opened = AuditEntry.objects.filter(did="protection.opened").count()

    answer = signed_in(None).post(page_of(word), WELL | {"said": "Snill og klok."})

    assert "Takk" in answer.content.decode()
    row = Referee.objects.get()
    assert row.came_in == timezone.localdate()
    assert isinstance(row.__dict__["said"], Sealed)
    assert AuditEntry.objects.filter(did="protection.opened").count() == opened
    entry = AuditEntry.objects.get(did="screening.statement_received")
    assert entry.by is None


def test_the_page_names_nobody_and_tells_nothing(signed_in, word, volunteer):
    page = signed_in(None).get(page_of(word)).content.decode()

    assert "<title>Melding</title>" in page
    for told in ("Ingrid", "Solbakken", "Oslo", "Kari", volunteer.reference, "ressursvenn", "vold",
                 "frivillig", "Sanitet", "krisesenter", "politi"):  # fmt: skip
        assert told.lower() not in page.lower()


def test_her_name_and_number_go_as_she_answers(referee, word, kari):
    answered(word, said="Kjenner henne godt.")

    row = opening.open_record(Referee.objects.get(), by=kari, purpose="statement")

    assert (row.name, row.contact, row.relation) == ("", "", "leader")
    assert row.said == "Kjenner henne godt."
    assert dict(row.answers) == WELL
    assert row.word_print == ""


def gone_pages(signed_in, volunteer, kari, time_machine):
    """One that was never any, one that is used, one replaced, one too old, one of whom has left."""
    browser = signed_in(None)
    used = changes.give_link(referee=referee_of(volunteer, kari), by=kari)
    answered(used)
    other = referee_of(volunteer, kari)
    replaced = changes.give_link(referee=other, by=kari)
    changes.give_link(referee=other, by=kari)
    old = changes.give_link(referee=referee_of(volunteer, kari), by=kari)
    yield browser.get(page_of("aldri-vaert-noen"))
    yield browser.get(page_of(used))
    yield browser.get(page_of(replaced))
    time_machine.move_to(timezone.now() + timedelta(days=13))
    assert browser.get(page_of(old)).status_code == 200
    time_machine.move_to(timezone.now() + timedelta(days=1))
    yield browser.get(page_of(old))
    yield browser.post(page_of(old), WELL)
    yield browser.post(page_of(used), WELL)


def test_wrong_used_and_old_are_one_and_the_same_page(signed_in, volunteer, kari, time_machine):
    from tests.access.walking import text_of

    pages = list(gone_pages(signed_in, volunteer, kari, time_machine))

    assert {page.status_code for page in pages} == {404}
    assert len({text_of(page) for page in pages}) == 1
    assert Referee.objects.filter(came_in__isnull=False).count() == 1


def test_the_link_ends_when_she_is_on_no_road(signed_in, word, volunteer, kari):
    volunteers.note_leaving(volunteer=volunteer, on=timezone.localdate(), by=kari)

    assert signed_in(None).get(page_of(word)).status_code == 404
    assert answered(word) is None
    volunteer.refresh_from_db()
    with pytest.raises(ValidationError):
        referee_of(volunteer, kari)
    with pytest.raises(ValidationError):
        changes.give_link(referee=Referee.objects.get(), by=kari)


def test_nothing_is_kept_in_a_cache_on_the_way(signed_in, word):
    assert "no-store" in signed_in(None).get(page_of(word))["Cache-Control"]


def test_bad_input_is_kept_and_explained(signed_in, word):
    browser = signed_in(None)
    told = {**WELL, "known": "", "said": "y" * 301}

    page = browser.post(page_of(word), told).content.decode()

    assert "Velg ett svar." in page
    assert "Skriv høyst 300 tegn." in page
    assert "y" * 301 in page
    assert Referee.objects.get().came_in is None
    assert browser.get(page_of(word)).status_code == 200


def test_an_answer_that_is_on_no_list_is_refused(word):
    with pytest.raises(ValidationError):
        changes.receive_statement(word=word, answers=WELL | {"known": "av og til"}, said="")


def test_once_means_once(word):
    assert answered(word) is not None
    assert answered(word) is None
    assert acts().count("screening.statement_received") == 1


def test_a_coordinator_reads_it_and_the_first_is_noted(
    signed_in, referee, word, volunteer, kari, kaja
):
    said = canary.mark("v", "r", "oslo", "said")
    answered(word, said=said)

    there = at(volunteer, f"referanse/{referee.reference}/svar/")
    assert said not in signed_in(kari).get(at(volunteer)).content.decode()
    assert said in signed_in(kari).post(there).content.decode()
    assert said in signed_in(kaja).post(there).content.decode()
    assert Referee.objects.get().read_by == kari
    assert acts().count("screening.statement_read") == 1


def test_the_link_and_the_number_are_shown_to_whoever_asks_and_sent_to_nobody(
    signed_in, referee, volunteer, kari, mailoutbox
):
    there = at(volunteer, f"referanse/{referee.reference}/lenke/")

    page = signed_in(kari).post(there).content.decode()

    assert "/m/uttalelse/" in page
    assert referee.contact in page
    assert referee.contact not in signed_in(kari).get(at(volunteer)).content.decode()
    assert mailoutbox == []


def test_to_see_the_number_leaves_the_link_as_it_is(signed_in, referee, word, volunteer, kari):
    browser, there = signed_in(kari), at(volunteer, f"referanse/{referee.reference}/nummer/")
    opened = AuditEntry.objects.filter(did="protection.opened", purpose="referee_contact")

    page = browser.post(there).content.decode()

    assert referee.name in page
    assert referee.contact in page
    assert "/m/uttalelse/" not in page
    assert opened.filter(by=kari).count() == 1
    assert signed_in(None).get(page_of(word)).status_code == 200
    assert browser.get(there).status_code == 302
    assert opened.count() == 1
    answered(word)
    page = browser.post(there, follow=True).content.decode()
    assert "Hun skal ikke ringes." in page


def test_a_new_link_and_striking_are_asked_about_once(signed_in, referee, volunteer, kari):
    """Each behind a fold that says what happens; the first link takes nothing away, and asks nothing."""
    browser, here = signed_in(kari), at(volunteer, f"referanse/{referee.reference}/")

    def page_and_folds():
        page = browser.get(at(volunteer)).content.decode()
        folds = re.findall(r"<details>.*?</details>", page, re.DOTALL)
        return page, [fold for fold in folds if here in fold]

    page, (strike,) = page_and_folds()
    assert f'action="{here}stryk/"' in strike
    assert "Ja, stryk henne" in strike
    assert page.count(f"{here}stryk/") == page.count(f"{here}lenke/") == 1

    browser.post(f"{here}lenke/")

    page, (new_link, strike) = page_and_folds()
    assert f'action="{here}lenke/"' in new_link
    assert "Lenken hun har fått, slutter å virke med en gang." in new_link
    assert page.count(f"{here}stryk/") == page.count(f"{here}lenke/") == 1


@pytest.mark.parametrize("days", [3, 30])
def test_the_link_lasts_as_long_as_the_association_says(
    signed_in, referee, volunteer, kari, oslo, time_machine, days
):
    type(oslo).objects.filter(pk=oslo.pk).update(
        own_numbers={"2026-01-01": {"referee_link_days": days}}
    )
    there = at(volunteer, f"referanse/{referee.reference}/lenke/")
    page = signed_in(kari).post(there).content.decode()
    assert f"i {days} dager" in page
    word = re.search(r"/m/uttalelse/([^/]+)/", page)[1]

    time_machine.move_to(timezone.now() + timedelta(days=days - 1))
    assert signed_in(None).get(page_of(word)).status_code == 200
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert signed_in(None).get(page_of(word)).status_code == 404


def test_struck_she_is_gone_and_answered_she_is_not(referee, volunteer, kari, word):
    other = referee_of(volunteer, kari)
    changes.strike_referee(referee=other, by=kari)
    answered(word)

    with pytest.raises(ValidationError):
        changes.strike_referee(referee=referee, by=kari)
    with pytest.raises(ValidationError):
        changes.give_link(referee=referee, by=kari)
    assert Referee.objects.get().pk == referee.pk


@pytest.mark.parametrize("who", ["nora", "astrid", "solveig", "vigdis", "siri"])
def test_nobody_elsewhere_does_any_of_it(referee, volunteer, people, who):
    by = people[who]
    for change, told in (
        (
            changes.note_referee,
            {"volunteer": volunteer, "name": "A", "contact": "1", "relation": "friend"},
        ),
        (changes.give_link, {"referee": referee}),
        (changes.read_statement, {"referee": referee}),
        (changes.strike_referee, {"referee": referee}),
    ):
        with pytest.raises(PermissionDenied):
            change(**told, by=by)


def test_a_neighbour_meets_no_page_of_hers(signed_in, referee, volunteer, nora):
    browser = signed_in(nora)
    for what in (
        "",
        "referanse/",
        f"referanse/{referee.reference}/svar/",
        f"referanse/{referee.reference}/lenke/",
        f"referanse/{referee.reference}/nummer/",
    ):
        assert browser.post(at(volunteer, what)).status_code in (404, 405)
    assert browser.get(at(volunteer)).status_code == 404


def test_a_referee_noted_without_a_number_is_explained(signed_in, volunteer, kari):
    page = signed_in(kari).post(at(volunteer, "referanse/"), {"name": "Berit Ås"}).content.decode()

    assert "Skriv et telefonnummer eller en e-postadresse." in page
    assert "Berit Ås" in page
    assert not Referee.objects.exists()


def test_every_question_has_its_answers():
    assert set(words.QUESTIONS) == set(words.ANSWERS)
    assert len(words.QUESTIONS) == 5
