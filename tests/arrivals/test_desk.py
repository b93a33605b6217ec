"""The coordinator's side: what came, what is held, an e-mail that is pasted, and the answer."""

import re
from html import unescape

import pytest
from django.utils import timezone

from ressursvenn.arrivals import texts, words
from ressursvenn.arrivals.models import Arrival
from ressursvenn.protection import opening
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers.models import Volunteer
from tests.access.test_query_counts import AT_MOST, counted

from .conftest import arrival, fresh, held
from .test_reading import ON_ONE_LINE

LIST = "/a/soknader/"


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
