"""Somebody applies: one page, without script; nothing she typed is lost; too young is told at once."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from ressursvenn.arrivals import changes, words
from ressursvenn.arrivals.models import Arrival, Draft
from ressursvenn.neighbourhood.areas import named
from ressursvenn.protection import opening, vault
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import facts, queries
from ressursvenn.volunteers.models import Volunteer
from tests.access.test_query_counts import counted

from .conftest import applies, arrival, typed


def said(answer) -> str:
    return unescape(answer.content.decode())


def test_what_she_sends_is_a_volunteer_on_the_first_station_of_her_road(oslo, kari):
    answer = applies()

    assert (answer.status_code, answer.url) == (302, "/sok/takk/?hos=oslo")
    (one,) = queries.visible_to(kari)
    opening.open_record(one, by=kari, purpose="test")
    assert (one.first_name, one.last_name, one.phone) == ("Ingrid", "Solbakken", "400 00 001")
    assert one.areas == [named("Sandvika, Akershus").code]
    assert (one.languages, one.times, one.birth_year) == (["no", "so"], ["saturday"], 1980)
    assert (one.by_herself, one.held, one.applied_by) == (True, False, None)
    assert one.applied_on == facts.of(one).applied_on == timezone.localdate()
    assert one.fingerprints
    assert bytes(one.likeness)


def test_what_she_wrote_and_the_wording_she_said_yes_to_stand_beside_it(oslo, kari):
    applies()

    row = Arrival.objects.select_related("volunteer").get()
    opening.open_record(row, by=kari, purpose="test")
    assert (row.way, row.consent, row.told) == (
        words.FORM, words.CONSENT, "Jeg har god tid på lørdager.",
    )  # fmt: skip


def test_nothing_of_it_lies_in_the_clear_and_nothing_was_opened(oslo):
    applies()

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM volunteers_volunteer")
        stored = repr([bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()])
        cursor.execute("SELECT * FROM arrivals_arrival")
        stored += repr([bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()])
    assert not re.search("Ingrid|Solbakken|400 00|example|lørdager", stored)
    (entry,) = AuditEntry.objects.filter(did__startswith="volunteers.")
    assert (entry.did, entry.by) == ("volunteers.application_received", None)
    assert not AuditEntry.objects.filter(did="protection.opened").exists()


def test_the_page_works_without_script_and_asks_for_no_more_than_it_says(client, oslo):
    page = said(client.get("/sok/"))

    form = re.search(r'<form class="form apply".*?</form>', page, re.DOTALL)[0]
    names = set(re.findall(r'name="(\w+)"', form))
    assert names == {*typed(), "fra", "once", "csrfmiddlewaretoken"}
    assert page.count("<h1") == 1
    assert "politiattest" in page
    assert "Skriv ikke om andre enn deg selv" in page
    assert not re.search(r"onclick|onsubmit|<style", page)


def test_the_page_and_the_thanks_are_for_no_cache_and_no_search(client, oslo):
    for path in ("/sok/", "/sok/takk/"):
        answer = client.get(path)
        assert answer["Cache-Control"] == "no-store"
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "no-referrer"


WRONG = {
    "association": ("finnes-ikke", "Velg"),
    "first_name": ("", "Skriv fornavnet ditt."),
    "last_name": ("", "Skriv etternavnet ditt."),
    "birth_year": ("åtti", "Skriv året med fire sifre"),
    "phone": ("ring meg", "Skriv et telefonnummer"),
    "email": ("ingen adresse", "Skriv en e-postadresse"),
    "areas": ("Atlantis", "Linje 1: vi kjenner ikke stedet"),
    "languages": (["klingon"], "Velg"),
    "told": ("x" * 301, "300 tegn"),
    "consent": (None, "Kryss av for at vi kan ta vare på søknaden."),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_beside_it_and_nothing_typed_is_lost(oslo, name):
    value, told = WRONG[name]

    page = said(applies(**{name: value}))

    assert told in page
    kept = {**typed(), name: value}
    for other in ("first_name", "last_name", "phone", "email", "birth_year", "areas", "told"):
        assert not kept[other] or kept[other] in page, other
    assert re.search(r'value="so"[^>]* checked', page) or name == "languages"
    assert not Volunteer.objects.exists()
    assert not Draft.objects.exists()


def test_one_way_to_be_reached_is_enough_and_none_is_not(oslo):
    assert applies(email="").status_code == 302
    assert applies(phone="").status_code == 302
    assert "telefon eller e-post" in said(applies(phone="", email=""))


YOUNG = timezone.localdate().year - 24


@pytest.mark.parametrize("more", [{}, {"first_name": "", "consent": None, "email": "feil"}])
def test_too_young_is_a_kind_no_at_once_and_nothing_is_kept(oslo, more):
    before = AuditEntry.objects.count()

    answer = applies(birth_year=str(YOUNG), **more)

    assert answer.status_code == 200
    assert "fylt 25 år" in said(answer)
    assert "Vi har ikke tatt vare på noe av det du skrev" in said(answer)
    assert "Ingrid" not in re.sub(r'<input type="hidden"[^>]*>', "", said(answer))
    assert "Dette kan du gjøre i stedet" in said(answer)
    assert not Volunteer.objects.exists()
    assert not Arrival.objects.exists()
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("year", ["19855", "2985", "1899", str(YOUNG + 15)])
def test_a_mistyped_year_is_a_mistake_and_no_age(oslo, year):
    page = said(applies(birth_year=year))

    assert "Skriv året med fire sifre" in page
    assert "si nei" not in page
    for kept in ("Ingrid", "Solbakken", "400 00 001", f'value="{year}"'):
        assert kept in page, kept


def test_whoever_mistyped_her_age_goes_back_with_all_that_she_typed(oslo):
    page = said(applies(birth_year=str(YOUNG), areas="Sandvika, Akershus\nMoss, Østfold"))
    form = re.search(r'<form class="stack".*?</form>', page, re.DOTALL)[0]
    carried: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form):
        carried.setdefault(name, []).append(value)

    back = said(Client().post("/sok/", carried))

    for kept in ("Ingrid", "400 00 001", "Sandvika, Akershus\nMoss, Østfold", "lørdager"):
        assert kept in back, kept
    assert all(re.search(rf'value="{code}"[^>]* checked', back) for code in ("no", "so"))
    assert "Noe må rettes" not in back
    carried |= {"birth_year": [str(YOUNG - 1)], "do": ["send"]}
    assert Client().post("/sok/", carried).status_code == 302


def test_whoever_reaches_the_age_this_year_may_apply(oslo):
    assert applies(birth_year=str(YOUNG - 1)).status_code == 302


def test_the_age_is_that_of_the_association(oslo, nabo):
    oslo.own_numbers = {"2026-01-01": {"age_at_least": 20}}
    oslo.save()

    assert applies(birth_year=str(YOUNG)).status_code == 302
    assert applies(birth_year=str(YOUNG), association="nabo").status_code == 200


def test_the_numbers_that_she_is_told_are_those_of_the_association_she_chose(oslo, nabo):
    oslo.own_numbers = {"2026-01-01": {"age_at_least": 30, "answer_applicant_days": 8}}
    oslo.save()
    she = {"birth_year": str(YOUNG)}

    assert "fylt 30 år" in said(applies(**she))
    assert "fylt 25 år" in said(applies(**she, association="nabo"))
    assert "fylt 30 år" in said(applies(first_name=""))
    plain = said(Client().get("/sok/"))
    assert "fylt 25 år" in plain
    assert "Noen foreninger har egne tall" in plain
    assert "innen 8 dager" in said(Client().get(applies().url))
    assert "innen 3 dager" in said(Client().get(applies(association="nabo").url))
    for word in ("", "?hos=", "?hos=finnes-ikke", "?hos=%00"):
        assert "innen 3 dager" in said(Client().get(f"/sok/takk/{word}"))


def once_of(page: str) -> str:
    return re.search(r'name="once" value="([^"]+)"', page)[1]


def test_sent_twice_it_is_one_applicant_and_one_answer(oslo):
    once = once_of(said(Client().get("/sok/")))
    assert once != once_of(said(Client().get("/sok/")))
    applies()  # the counts of this number and this address are there from now on
    with counted() as first_asked:
        first = applies(once=once)
    with counted() as again_asked:
        again = applies(once=once)

    assert (again.status_code, again.url, again.content) == (
        first.status_code, first.url, first.content,
    )  # fmt: skip
    shapes = [
        [re.sub(r"\(%s(?:, %s)*\)", "(…)", question) for question in asked]
        for asked in (first_asked, again_asked)
    ]
    assert shapes[0] == shapes[1]
    assert (Volunteer.objects.count(), Arrival.objects.count()) == (2, 2)
    assert AuditEntry.objects.filter(did="volunteers.application_received").count() == 2


def test_sent_twice_counts_once_against_her(oslo):
    for _ in range(5):
        applies(once="samme")
    for _ in range(2):
        applies()

    assert list(Volunteer.objects.values_list("held", flat=True)) == [False] * 3


def test_a_form_that_was_wrong_is_not_the_one_that_was_sent(oslo):
    assert applies(once="samme", first_name="").status_code == 200
    assert applies(once="samme").status_code == 302
    assert Volunteer.objects.count() == 1


def test_a_flood_pushes_out_nothing_that_was_counted(oslo):
    """Twenty have applied three times today; then many others do. Their fourth is held still."""
    many = [(f"400 00 {n:03}", f"en{n}@example.org") for n in range(220)]
    for contact in many[:20] * 3:
        assert not changes._too_many_today(oslo, *contact)
    for contact in many[20:]:
        changes._too_many_today(oslo, *contact)

    assert all(changes._too_many_today(oslo, *contact) for contact in many[:20])


def test_the_neighbour_sees_only_her_own(oslo, nabo, kari, nora):
    arrival(nabo)

    assert not queries.visible_to(kari).exists()
    assert queries.visible_to(nora).count() == 1


def test_a_flood_from_one_address_is_asked_to_wait_and_loses_nothing(oslo):
    told = [applies(phone=f"400 00 {n:03}", email="").status_code for n in range(21)]

    assert told == [302] * 20 + [429]
    page = said(applies(phone="400 00 999", email="", first_name="Borghild"))
    assert 'value="Borghild"' in page
    assert "Vent en time" in page
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert applies(elsewhere, phone="400 00 998", email="").status_code == 302


def test_a_header_that_claims_another_address_changes_nothing(oslo):
    for n in range(20):
        applies(phone=f"400 00 {n:03}", email="")

    claimed = Client(headers={"X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9"})
    assert applies(claimed, phone="400 00 777", email="").status_code == 429


def test_a_form_that_is_wrong_counts_for_nothing(oslo):
    for _ in range(25):
        assert applies(first_name="").status_code == 200

    assert applies().status_code == 302


def test_when_her_keys_go_so_does_what_she_wrote(oslo, kari):
    row = arrival(oslo)
    vault.destroy_keys(row.volunteer.reference)

    with pytest.raises(vault.Erased):
        opening.open_record(Arrival.objects.select_related("volunteer").get(), by=kari, purpose="x")


def test_the_page_asks_little_of_the_database(client, oslo, nabo):
    with counted() as asked:
        client.get("/sok/")

    assert len(asked) <= 2
