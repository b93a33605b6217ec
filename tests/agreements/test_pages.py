"""The desk and her phone: gone through aloud, signed on each side, and the same paper for both."""

from __future__ import annotations

import hashlib
import re
import time

import pytest
from django.core.cache import cache

from ressursvenn.agreements import changes, texts
from ressursvenn.agreements.models import Signing
from tests.access.test_query_counts import AT_MOST, counted

from .conftest import applicant, fresh, gone_through, signed


def desk(volunteer, *more) -> str:
    return "/".join(["/a/avtaler", volunteer.reference, *more, ""])


def hashed(answer) -> str:
    return hashlib.sha256(answer.content).hexdigest()


def test_from_the_first_paragraph_to_two_copies(signed_in, hers, solveig, kari):
    at, phone = signed_in(kari), signed_in(solveig)
    page = at.get(desk(hers, "gjennomgang")).content.decode()
    for _ in range(20):
        following = re.search(r'rel="next" href="([^"]+)"', page)
        if not following:
            break
        page = at.get(
            desk(hers, "gjennomgang") + following[1].replace("&amp;", "&")
        ).content.decode()
    assert "Har hun spørsmål?" in page

    at.post(desk(hers, "gjennomgang"), {"sure": "on"})
    row = Signing.objects.get()
    told = phone.get("/v/avtale/").content.decode()
    assert f"/v/avtale/{row.reference}/" in told
    assert "§ 196" in phone.get(f"/v/avtale/{row.reference}/").content.decode()

    answer = phone.post(f"/v/avtale/{row.reference}/", {"sure": "on"})
    assert answer.url == "/v/avtale/"
    assert "panel--ask" in at.get(desk(hers)).content.decode()
    at.post(desk(hers, row.reference, "for-oss"), {"sure": "on"})

    row.refresh_from_db()
    ours = at.get(desk(hers, row.reference, "papir"))
    theirs = phone.get(f"/v/avtale/{row.reference}/papir/")
    assert ours.content == theirs.content
    assert hashed(ours) == row.print
    assert ours["Content-Disposition"] == 'attachment; filename="papir.pdf"'
    assert ours["Cache-Control"] == "no-store"
    assert row.print[:8] in phone.get("/v/avtale/").content.decode()


def test_without_the_tick_nothing_is_gone_through_or_signed(signed_in, hers, solveig, kari):
    at, phone = signed_in(kari), signed_in(solveig)

    page = at.post(desk(hers, "gjennomgang") + "?tekst=agreement", {})
    assert "Kryss av når hun har fått spørre" in page.content.decode()
    assert not Signing.objects.exists()

    row = gone_through(hers, kari)
    assert (
        "Kryss av når du har fått svar"
        in phone.post(f"/v/avtale/{row.reference}/", {}).content.decode()
    )
    assert (
        "Kryss av hvis du skriver under"
        in at.post(desk(hers, row.reference, "for-oss"), {}).content.decode()
    )
    row.refresh_from_db()
    assert (row.she_signed_at, row.we_signed_at) == (None, None)


def test_both_signatures_take_a_fresh_proof(client, hers, solveig, kari, settings):
    settings.REHEARSAL = False
    row = gone_through(hers, kari)
    for person, where in (
        (solveig, f"/v/avtale/{row.reference}/"), (kari, desk(hers, row.reference, "for-oss")),
    ):  # fmt: skip
        client.force_login(person)
        session = client.session
        kind = "totp" if person == solveig else "webauthn"
        session["account_authentication_methods"] = [
            {"method": "mfa", "type": kind, "at": time.time() - 3600}
        ]
        session.save()

        answer = client.post(where, {"sure": "on"})
        assert answer.status_code == 302
        assert answer.url.startswith("/a/inn/")
    row.refresh_from_db()
    assert (row.she_signed_at, row.we_signed_at) == (None, None)


def test_a_no_is_said_with_its_reason_and_not_its_opposite(signed_in, hers, solveig, kari):
    row = gone_through(hers, kari)
    changes.sign_for_us(signing=row, by=kari)

    page = signed_in(kari).post(desk(hers, row.reference, "for-oss"), {"sure": "on"})

    assert page.status_code == 200
    assert "Ikke oppfylt: Det er ikke skrevet under her fra før." in page.content.decode()
    row.refresh_from_db()
    assert row.she_signed_at is None


def test_a_no_that_she_reads_is_said_to_her(signed_in, hers, solveig, kari, monkeypatch):
    row = gone_through(hers, kari)
    first = texts.versions("declaration")[0]
    monkeypatch.setattr(texts, "in_force", lambda kind, today: first)

    page = signed_in(solveig).post(f"/v/avtale/{row.reference}/", {"sure": "on"}).content.decode()

    assert "Dere går gjennom den nye sammen først." in page
    assert "Ikke oppfylt" not in page


def test_that_nobody_has_confirmed_the_text_is_said_wherever_it_is(signed_in, hers, solveig, kari):
    row = gone_through(hers, kari)

    for person, where in (
        (kari, desk(hers)), (kari, "/a/avtaler/tekster/"), (solveig, f"/v/avtale/{row.reference}/"),
        (kari, desk(hers, "gjennomgang")),
    ):  # fmt: skip
        assert "Ikke bekreftet av en jurist" in signed_in(person).get(where).content.decode()


def test_what_changed_between_two_versions_is_shown(signed_in, kari):
    page = signed_in(kari).get("/a/avtaler/tekster/?sprak=nn").content.decode()

    assert "Hva er endret fra versjon 2026-01 til 2026-10?" in page
    assert "<del>Du tek ikkje bilete av henne.</del>" in page
    assert "Om noko glepp" in page


@pytest.mark.parametrize("part", ["0", "-1", "99", "x", "٣", "9" * 30, ""])
def test_a_part_that_is_not_there_is_the_nearest(signed_in, hers, kari, part):
    where = desk(hers, "gjennomgang")

    assert signed_in(kari).get(where, {"del": part, "sprak": part}).status_code == 200


def test_to_her_others_papers_do_not_exist(signed_in, hers, neighbours, solveig, nils, nora, kari):
    theirs = signed(neighbours, nils, nora)
    mine = signed(hers, solveig, kari)
    phone, at = signed_in(solveig), signed_in(kari)

    for where in (f"/v/avtale/{theirs.reference}/", f"/v/avtale/{theirs.reference}/papir/"):
        assert phone.get(where).status_code == 404
    assert at.get(desk(neighbours)).status_code == 404
    for volunteer, paper in ((neighbours, theirs), (hers, theirs), (neighbours, mine)):
        assert at.get(desk(volunteer, paper.reference, "papir")).status_code == 404
    assert theirs.reference not in at.get("/a/avtaler/").content.decode()


def test_not_even_those_of_another_volunteer_here(signed_in, hers, solveig, kari, houses):
    from ressursvenn.accounts import changes as people
    from ressursvenn.volunteers import changes as volunteers

    siv = people.take_in(
        sign_name="siv", name="Siv", role="volunteer", association=houses["oslo"], by=None
    )
    volunteers.link_account(volunteer=fresh(applicant(kari)), person=siv, by=kari)
    mine = signed(hers, solveig, kari)

    for where in (f"/v/avtale/{mine.reference}/", f"/v/avtale/{mine.reference}/papir/"):
        assert signed_in(siv).get(where).status_code == 404
    assert mine.reference not in signed_in(siv).get("/v/avtale/").content.decode()


def test_what_is_laid_aside_she_never_meets(signed_in, hers, solveig, kari):
    old = gone_through(hers, kari)
    gone_through(hers, kari)

    assert signed_in(solveig).get(f"/v/avtale/{old.reference}/").status_code == 404


def test_nothing_to_sign_says_what_belongs_here(signed_in, hers, solveig):
    assert "Her skriver du under" in signed_in(solveig).get("/v/avtale/").content.decode()


# --- the open page ---------------------------------------------------------------------------------


def asked(client, letters) -> str:
    return client.post("/ekte/", {"letters": letters}).content.decode()


def test_whoever_holds_the_paper_is_told_the_day_and_no_more(client, hers, solveig, kari):
    row = signed(hers, solveig, kari)

    for letters in (row.print, row.print.upper(), f" {row.print[:32]} {row.print[32:]}\n"):
        page = asked(client, letters)
        assert f"Vi har utstedt et papir med dette fingeravtrykket {row.issued_on.day}. " in page
    for telling in ("Solveig", "Moen", "Kari", "Oslo", "etterklæring", hers.reference):
        assert telling not in page


def test_a_fingerprint_that_is_not_known_is_not_called_false(client, db):
    page = asked(client, "ab" * 32)

    assert "Vi kjenner ikke dette fingeravtrykket." in page
    assert "betyr derfor ikke at papiret er falskt" in page


AS_BEFORE = " ".join(["ab"] * 32)


@pytest.mark.parametrize(
    "pasted",
    [
        f"SHA256 hash of papir.pdf:\r\n{AS_BEFORE}\r\nCertUtil: -hashfile command completed.",
        f"SHA256-hash for filen C:\\Users\\fad\\papir.pdf:\n{'AB' * 32}\nCertUtil: -hashfile ble fullført.",
        f"{'ab' * 32}  papir.pdf\n",
        f"{'ab' * 32} *abc",
        f"{'ab' * 32}  a.pdf\n{'ab' * 32}  b.pdf",
        "Fingeravtrykk abababab abababab abababab abababab abababab abababab abababab abababab",
        ":".join(["AB"] * 32),
    ],
)
def test_what_our_own_instructions_give_can_be_pasted_whole(client, db, pasted):
    assert "Vi kjenner ikke dette fingeravtrykket." in asked(client, pasted)


def test_two_fingerprints_are_asked_for_one_at_a_time(client, db):
    page = asked(client, f"{'ab' * 32}  a.pdf\n{'cd' * 32}  b.pdf")

    assert "Lim inn ett om gangen." in page
    assert "Vi kjenner ikke" not in page


@pytest.mark.parametrize("typed", ["", "abc", "g" * 64, "a" * 63, "a" * 65, "a" * 500, "\x00"])
def test_what_is_no_fingerprint_is_kept_and_explained(client, db, typed):
    page = asked(client, typed)

    assert 'role="alert"' in page
    assert "Vi kjenner ikke" not in page
    assert typed.strip("\x00")[:400] in page


def test_the_same_work_is_done_whatever_the_answer(client, hers, solveig, kari):
    row = signed(hers, solveig, kari)
    told = []
    for letters in (row.print, "ab" * 32):
        with counted() as questions:
            client.post("/ekte/", {"letters": letters})
        told.append([question for question in questions if "agreements" in question])

    assert told[0] == told[1]
    assert len(told[0]) == 1


def test_it_is_not_asked_without_end(client, db):
    cache.clear()
    statuses = [client.post("/ekte/", {"letters": "ab" * 32}).status_code for _ in range(31)]

    assert statuses == [200] * 30 + [429]
    assert "Vent et minutt" in asked(client, "ab" * 32)
    cache.clear()


def test_reading_the_page_asks_nothing_of_the_tables(client, db):
    with counted() as questions:
        assert client.get("/ekte/").status_code == 200
    assert questions == []


# --- questions to the database ----------------------------------------------------------------------


def test_no_page_asks_more_when_there_is_more(signed_in, hers, solveig, kari):
    row = signed(hers, solveig, kari)
    at, phone = signed_in(kari), signed_in(solveig)
    pages = [
        (at, "/a/avtaler/"), (at, "/a/avtaler/tekster/"), (at, desk(hers)),
        (at, desk(hers, "gjennomgang") + "?tekst=agreement"), (at, desk(hers, "farvel")),
        (at, desk(hers, row.reference, "papir")), (phone, "/v/avtale/"),
        (phone, f"/v/avtale/{row.reference}/"), (phone, f"/v/avtale/{row.reference}/papir/"),
    ]  # fmt: skip

    def questions() -> list[int]:
        found = []
        for browser, where in pages:
            browser.get(where)
            with counted() as asked_now:
                assert browser.get(where).status_code == 200
            found.append(len(asked_now))
        return found

    once = questions()
    for _ in range(2):
        signed(hers, solveig, kari)
        signed(hers, solveig, kari, "agreement")
        gone_through(fresh(applicant(kari)), kari)

    assert max(once) <= AT_MOST, once
    assert questions() == once
