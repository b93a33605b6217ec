"""The coordinator's side: what came, what is held, an e-mail that is pasted, and the answer."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from ressursvenn.arrivals import queries, texts, words
from ressursvenn.arrivals.models import Arrival
from ressursvenn.protection import opening, retention
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Volunteer
from tests.access.test_query_counts import AT_MOST, counted

from .conftest import arrival, fresh, held
from .test_reading import ON_ONE_LINE

LIST = "/a/soknader/"
DAY = timedelta(days=1)


def said(answer) -> str:
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.fixture
def desk(signed_in, kari):
    return signed_in(kari)


@pytest.fixture
def one(oslo):
    return fresh(arrival(oslo))


def svar(row) -> str:
    return f"{LIST}{row.volunteer.reference}/svar/"


def test_an_empty_list_teaches(desk):
    assert "Ingen har søkt ennå" in said(desk.get(LIST))


def test_what_came_is_listed_with_how_it_came_and_the_neighbours_is_not(desk, oslo, nabo):
    arrival(oslo)
    arrival(nabo, first_name="Borghild")

    page = said(desk.get(LIST))
    assert "Ingrid Solbakken" in page
    assert words.WAYS[words.FORM] in page
    assert "Borghild" not in page


def test_what_is_held_stands_by_itself_and_is_let_in_or_turned_away_by_a_press(desk, oslo):
    first = held(oslo)
    second = fresh(arrival(oslo).volunteer)
    assert "Holdes tilbake (2)" in said(desk.get(LIST))

    for row, act in ((first, "slipp-inn"), (second, "avslaa")):
        path = f"{LIST}{row.reference}/{act}/"
        desk.get(path)
        desk.post(path)
        assert fresh(row).held, "the button says that it was meant"
        assert desk.post(path, {"sure": "1"}).url == LIST
        assert not fresh(row).held
        assert desk.post(path, {"sure": "1"}).status_code == 404
    assert (fresh(first).left_on, fresh(second).left_on) == (None, timezone.localdate())
    assert "Holdes tilbake" not in said(desk.get(LIST))


def test_the_neighbour_lets_nobody_in(signed_in, nora, oslo):
    row = held(oslo)

    assert (
        signed_in(nora).post(f"{LIST}{row.reference}/slipp-inn/", {"sure": "1"}).status_code == 404
    )
    assert fresh(row).held


def test_a_pasted_mail_is_read_put_right_and_noted(desk, oslo, kari):
    page = said(desk.post(f"{LIST}lim-inn/", {"text": ON_ONE_LINE, "do": "read"}))
    for value in ("Ingrid", "Solbakken", "400 00 001", "ingrid.solbakken@example.org", "lørdager"):
        assert value in page
    assert "«Bli ressursvenn i Oslo»" in page
    assert not Volunteer.objects.exists()

    form = {
        "first_name": "Ingrid", "last_name": "Solbakken", "phone": "400 00 001", "email": "",
        "applied_on": timezone.localdate().isoformat(), "told": "God tid på lørdager.", "do": "note",
    }  # fmt: skip
    answer = desk.post(f"{LIST}lim-inn/", form)

    row = Arrival.objects.select_related("volunteer").get()
    assert answer.url == svar(row)
    assert (row.way, row.volunteer.applied_by, row.volunteer.by_herself) == (
        words.PASTED,
        kari,
        False,
    )
    opening.open_records([row, row.volunteer], by=kari, purpose="test")
    assert (row.told, row.volunteer.first_name) == ("God tid på lørdager.", "Ingrid")
    noted = AuditEntry.objects.filter(did__startswith="volunteers.").values_list("did", flat=True)
    assert list(noted) == ["volunteers.application_noted"]


def test_a_shape_that_nobody_knows_leaves_the_fields_empty(desk):
    page = said(desk.post(f"{LIST}lim-inn/", {"text": "Hei! Noen vil visst bidra.", "do": "read"}))

    assert "ikke noe vi kjente igjen" in page
    assert re.search(r'name="first_name"(?![^>]*value)', page)


@pytest.mark.parametrize(
    ("more", "told"),
    [({"first_name": ""}, "Skriv fornavnet."), ({"applied_on": "i går"}, "Skriv dagen som"),
     ({"applied_on": "2999-01-01"}, "ikke vært ennå"), ({"phone": "x"}, "telefonnummer"),
     ({"email": "x"}, "e-postadresse"), ({"told": "x" * 301}, "300 tegn")],
)  # fmt: skip
def test_what_is_wrong_in_it_is_told_and_the_rest_stays(desk, more, told):
    form = {
        "first_name": "Ingrid", "last_name": "Solbakken", "applied_on": "2026-01-05", "do": "note",
        "phone": "", "email": "", "told": "",
    }  # fmt: skip
    page = said(desk.post(f"{LIST}lim-inn/", form | more))

    assert told in page
    assert "Solbakken" in page
    assert not Volunteer.objects.exists()


def test_noted_twice_from_the_same_form_is_one_applicant_on_one_page(desk, kaja, signed_in):
    page = said(desk.post(f"{LIST}lim-inn/", {"text": ON_ONE_LINE, "do": "read"}))
    form = {
        "first_name": "Ingrid", "applied_on": timezone.localdate().isoformat(), "do": "note",
        "once": re.search(r'name="once" value="([^"]+)"', page)[1],
    }  # fmt: skip
    first = desk.post(f"{LIST}lim-inn/", form)
    again = desk.post(f"{LIST}lim-inn/", form)

    assert (again.status_code, again.url) == (first.status_code, first.url)
    assert (Volunteer.objects.count(), Arrival.objects.count()) == (1, 1)
    assert desk.get(again.url).status_code == 200
    assert desk.post(f"{LIST}lim-inn/", form | {"once": ""}).url != first.url


def test_nothing_pasted_is_asked_for_again(desk):
    assert "Lim inn hele e-posten." in said(
        desk.post(f"{LIST}lim-inn/", {"do": "read", "text": ""})
    )


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("text", texts.TEXTS)
def test_every_text_is_written_to_her_from_whoever_answers(desk, one, kari, text, language):
    reasons = ["full", "year"] if text == texts.NO else []
    sent = {"do": "fill", "text": text, "language": language, "reasons": reasons}

    body = re.search(
        r"<textarea[^>]*>(.*?)</textarea>", said(desk.post(svar(one), sent)), re.DOTALL
    )[1]

    assert body.strip().startswith("Hei, Ingrid!")
    assert body.strip().endswith(f"{kari.name}\n{kari.association.name}")
    assert "{" not in body
    if text == texts.NO:
        assert "minst 12 m" in body
        assert texts.REASONS["age"].in_(language)[:20] not in body


def test_a_no_without_a_true_reason_is_not_written(desk, one):
    page = said(desk.post(svar(one), {"do": "fill", "text": "no", "language": "nb"}))

    assert "minst én grunn" in page
    assert "<textarea" not in page


def test_the_edited_text_is_shown_to_be_copied_and_kept_nowhere(desk, one):
    before = AuditEntry.objects.exclude(did="protection.opened").count()
    page = said(desk.post(svar(one), {"do": "ready", "body": "Hei Ingrid, kom på tirsdag!"}))

    assert re.search(r"<textarea[^>]*readonly[^>]*>\s*Hei Ingrid, kom på tirsdag!", page)
    mailto = re.search(r'href="(mailto:[^"]*)"', page)[1]
    assert mailto == "mailto:?subject=Svar%20p%C3%A5%20henvendelsen%20din"
    assert AuditEntry.objects.exclude(did="protection.opened").count() == before
    assert "tirsdag" not in said(desk.get(svar(one)))


def test_her_number_is_behind_the_same_opening_as_elsewhere_and_the_text_stays(desk, one, kari):
    assert "400 00 001" not in said(desk.get(svar(one)))

    page = said(desk.post(svar(one), {"do": "contact", "body": "Hei, kom på tirsdag!"}))

    assert "400 00 001" in page
    assert "God tid" in page
    assert "kom på tirsdag!" in page
    entry = AuditEntry.objects.filter(purpose="volunteer_contact").get()
    assert entry.by == kari


def test_that_she_has_got_an_answer_is_noted_as_everywhere(desk, one, audited):
    audited()
    assert "i går" in said(desk.post(svar(one), {"do": "sent", "on": "i går"}))

    answer = desk.post(svar(one), {"do": "sent", "on": timezone.localdate().isoformat()})

    assert answer.url == LIST
    assert "volunteers.answered" in audited()
    assert fresh(one.volunteer).answered_on == timezone.localdate()
    assert "Når svaret er gitt" not in said(desk.get(svar(one)))


TODAY = {"do": "sent", "on": timezone.localdate().isoformat()}


def test_a_no_ends_her_road_and_she_is_erased_when_she_was_told(desk, one, oslo, audited):
    chosen = {"do": "fill", "text": "no", "language": "nb", "reasons": ["full"]}
    page = said(desk.post(svar(one), chosen))
    assert "slettes hos oss om 30 dager" in page
    assert "alt om henne slettes 30 dager etter svaret" in page
    assert 'name="chosen" value="no"' in page
    audited()

    answer = desk.post(svar(one), {**TODAY, "chosen": "no", "is_no": "on"}, follow=True)

    assert "Søknaden er avsluttet" in said(answer)
    assert "Ingrid" not in said(answer).partition("<main")[2]
    row = fresh(one.volunteer)
    assert row.answered_on == row.left_on == timezone.localdate()
    assert [did for did in audited() if did.startswith("volunteers.")] == [
        "volunteers.answered", "volunteers.left",
    ]  # fmt: skip
    with time_machine.travel(timezone.now() + timedelta(days=29), tick=False):
        retention.erase_what_is_due()
        assert Volunteer.objects.filter(pk=row.pk).exists()
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        retention.erase_what_is_due()
    assert not Volunteer.objects.filter(pk=row.pk).exists()


def test_a_no_that_is_not_ticked_is_asked_for_and_another_answer_ends_nothing(desk, one):
    page = said(desk.post(svar(one), {**TODAY, "chosen": "no", "body": "Hei, dessverre."}))
    assert "Kryss av hvis svaret var et nei" in page
    assert "Hei, dessverre." in page
    assert 'name="chosen" value="no"' in page
    assert fresh(one.volunteer).answered_on is None

    desk.post(svar(one), {**TODAY, "chosen": "invite"})
    assert fresh(one.volunteer).answered_on == timezone.localdate()
    assert fresh(one.volunteer).left_on is None


def test_a_no_after_a_first_answer_ends_her_road_too(desk, oslo, kari):
    one = fresh(arrival(oslo, applied_on=timezone.localdate() - 9 * DAY))
    volunteers.note_answer(volunteer=one.volunteer, on=timezone.localdate() - DAY, by=kari)
    assert "Når svaret er gitt" not in said(desk.get(svar(one)))
    chosen = {"do": "fill", "text": "no", "language": "nb", "reasons": ["not_now"]}
    assert "Når svaret er gitt" in said(desk.post(svar(one), chosen))

    desk.post(svar(one), {**TODAY, "chosen": "no", "is_no": "on"})

    row = fresh(one.volunteer)
    assert (row.answered_on, row.left_on) == (timezone.localdate() - DAY, timezone.localdate())


def test_a_no_of_hers_without_a_ready_text_is_a_no(desk, one):
    desk.post(svar(one), {**TODAY, "is_no": "on"})

    assert fresh(one.volunteer).left_on == timezone.localdate()


def test_a_road_that_cannot_end_leaves_the_answer_unsaid_too(desk, one, monkeypatch):
    def stopped(**told):
        raise ValidationError("Hun har en kobling.")

    monkeypatch.setattr(volunteers, "note_leaving", stopped)
    page = said(desk.post(svar(one), {**TODAY, "is_no": "on"}))

    assert "Hun har en kobling." in page
    assert fresh(one.volunteer).answered_on is None


@pytest.mark.parametrize("step", [{"do": "sent", "on": "i går"}, {"do": "contact"}])
def test_the_edited_letter_is_never_lost(desk, one, step):
    page = said(desk.post(svar(one), {**step, "body": "Hei, kom på tirsdag!", "chosen": "invite"}))

    assert re.search(r"<textarea[^>]*>\s*Hei, kom på tirsdag!", page)
    assert 'name="chosen" value="invite"' in page


def test_whoever_has_waited_longest_stands_first_and_the_rest_are_counted(
    desk, oslo, kari, monkeypatch
):
    def applied(name, days):
        on = timezone.localdate() - days * DAY
        told = {"first_name": name, "phone": f"480 00 {days:03}", "email": ""}
        return fresh(arrival(oslo, applied_on=on, **told).volunteer)

    applied("Gudrun", 2)
    for name, days in (("Tordis", 90), ("Ragna", 1), ("Borghild", 8)):
        row = applied(name, days)
        volunteers.note_answer(volunteer=row, on=timezone.localdate(), by=kari)
    met = applied("Solfrid", 20)
    volunteers.note_interview(volunteer=met, on=timezone.localdate(), by=kari)
    applied("Astri", 100)

    def names():
        return re.findall(r'<th scope="row"><a [^>]*><bdi>(\w+) ', said(desk.get(LIST)))

    assert names() == ["Astri", "Gudrun", "Ragna", "Borghild", "Solfrid"]
    assert "ikke vist" not in said(desk.get(LIST))
    monkeypatch.setattr(queries, "AT_MOST", 2)
    assert names() == ["Astri", "Gudrun"]
    assert "3 til er ikke vist" in said(desk.get(LIST))


def test_the_ready_texts_are_reached_from_her_page(desk, one):
    her_page = f"/a/ressursvenner/{one.volunteer.reference}/"
    assert f'href="{svar(one)}"' in said(desk.get(her_page))

    desk.post(svar(one), TODAY)

    assert f'href="{svar(one)}"' not in said(desk.get(her_page))


def test_the_page_of_the_neighbours_and_of_what_is_held_is_no_page(desk, oslo, nabo):
    theirs, waiting = arrival(nabo), held(oslo)

    assert desk.get(svar(theirs)).status_code == 404
    assert desk.get(f"{LIST}{waiting.reference}/svar/").status_code == 404


def test_the_list_asks_as_little_of_three_as_of_one(desk, oslo):
    def asked():
        with counted() as questions:
            said(desk.get(LIST))
        return len(questions)

    held(oslo)
    first = asked()
    for number in range(3):
        arrival(oslo, phone=f"480 00 00{number}", email="")
        arrival(oslo)

    assert asked() == first <= AT_MOST


def test_the_answer_asks_little(desk, one):
    with counted() as questions:
        said(desk.get(svar(one)))

    assert len(questions) <= AT_MOST
