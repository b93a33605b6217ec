"""The pages of a workbook: look, take in, settle, take back; and who gets in."""

import re
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ressursvenn.participants.models import Participant
from ressursvenn.spreadsheets.models import BringingIn, BroughtRow
from ressursvenn.volunteers.models import Volunteer

from .books import DATA, both, volunteers

KARI_MOE = {"Fornavn": "Kari", "Etternavn": "Moe", "Mobil": "48941435", "E-post": "k@example.org"}


def upload(content, name="liste.xlsx"):
    return {"file": SimpleUploadedFile(name, content)}


def locked_in(page):
    return re.search(r'name="locked" value="([^"]+)"', page.content.decode())[1]


@pytest.fixture
def browser(signed_in, kari):
    return signed_in(kari)


@pytest.fixture
def bringing(bring):
    content = both([{}, {"Etternavn": "LUND"}, KARI_MOE], [{}, {"Kode": "R2", "Status": "koblet"}])
    return bring(content).bringing


def test_looking_stores_nothing_and_taking_in_stores_what_was_shown(browser):
    page = browser.post("/a/regneark/", upload((DATA / "koordinator.xlsx").read_bytes()))

    assert page.status_code == 200
    assert not BringingIn.objects.exists()
    answer = browser.post("/a/regneark/ta-inn/", {"locked": locked_in(page)})
    bringing = BringingIn.objects.get()
    assert answer.url == f"/a/regneark/{bringing.reference}/"
    assert (Volunteer.objects.count(), Participant.objects.count()) == (64, 34)


def test_the_preview_says_what_is_understood_and_what_is_not_kept(browser):
    page = browser.post("/a/regneark/", upload((DATA / "koordinator.xlsx").read_bytes()))
    text = page.content.decode()

    assert "Frivillige: ressursvenner" in text
    assert "Opplysninger om barn tas ikke inn" in text
    assert "Deltakeren har trukket seg" in text
    assert [sheet.counts["accepted"] for sheet in page.context["sheets"]] == [64, 34]


def test_taking_in_twice_by_a_double_click_adds_nothing(browser):
    locked = locked_in(browser.post("/a/regneark/", upload(volunteers({}))))
    browser.post("/a/regneark/ta-inn/", {"locked": locked})
    answer = browser.post("/a/regneark/ta-inn/", {"locked": locked}, follow=True)

    assert "Alt i filen var her fra før" in answer.content.decode()
    assert (Volunteer.objects.count(), BringingIn.objects.count()) == (1, 1)


def test_somebody_elses_preview_is_not_taken_in(browser, signed_in, kaja):
    locked = locked_in(browser.post("/a/regneark/", upload(volunteers({}))))
    answer = signed_in(kaja).post("/a/regneark/ta-inn/", {"locked": locked}, follow=True)

    assert "Velg den på nytt" in answer.content.decode()
    assert not Volunteer.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen er tom."),
        (b"Fornavn;Etternavn", "lagre den som .xlsx"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "passord"),
        (b"PK" + bytes(5 * 1024 * 1024), "større enn 5 MB"),
    ],
)
def test_a_file_we_do_not_take_gets_a_sentence(browser, content, sentence):
    page = browser.post("/a/regneark/", upload(content))

    assert (page.status_code, sentence in page.content.decode()) == (200, True)


def test_without_a_file_it_asks_for_one(browser):
    assert "Velg regnearket" in browser.post("/a/regneark/", {}).content.decode()


def test_the_name_of_the_file_is_told_nowhere(browser):
    for content in (volunteers({}), b"x"):
        page = browser.post("/a/regneark/", upload(content, "Berit Antonsen.xlsx"))
        assert "Antonsen" not in page.content.decode()


def test_the_result_leads_to_what_must_be_settled(browser, bringing):
    page = browser.get(f"/a/regneark/{bringing.reference}/")
    text = page.content.decode()

    assert "Hvem intervjuet, og hvem så attestene?" in text
    assert "Slett filen fra maskinen" in text
    assert len(page.context["proposals"]) == 1
    assert f"/a/regneark/{bringing.reference}/tilbake/" in text


def test_row_by_row(browser, bringing):
    page = browser.get(f"/a/regneark/{bringing.reference}/rader/")
    rows = page.context["rows"]

    assert [(one.brought.sheet, one.brought.row) for one in rows] == [
        (1, 2),
        (1, 3),
        (1, 4),
        (2, 2),
        (2, 3),
    ]
    assert rows[0].understood.startswith("fornavn, etternavn, fødselsår, telefon")
    assert rows[4].asks[0].startswith("Deltakeren står som koblet")


def test_a_proposal_is_shown_side_by_side_and_settled(browser, bringing):
    row = BroughtRow.objects.get(fate="merge_proposed")
    page = browser.get(f"/a/regneark/rad/{row.reference}/")

    assert "samme telefon" in page.content.decode()
    assert "Berit" in page.content.decode()
    answer = browser.post(f"/a/regneark/rad/{row.reference}/", {"choice": "house"})
    assert answer.url == f"/a/regneark/{bringing.reference}/"
    assert browser.get(f"/a/regneark/rad/{row.reference}/").status_code == 404


def test_nothing_chosen_is_asked_again(browser, bringing):
    row = BroughtRow.objects.get(fate="merge_proposed")
    page = browser.post(f"/a/regneark/rad/{row.reference}/", {})

    assert "Velg ett av svarene" in page.content.decode()
    assert BroughtRow.objects.get(pk=row.pk).settled_at is None


def test_who_interviewed_is_answered_once_for_all(browser, bringing, kari, gro):
    there = f"/a/regneark/{bringing.reference}/hvem/"
    said = {"first_interviewer": kari.reference, "second_interviewer": gro.reference}

    assert (
        "Velg to forskjellige"
        in browser.post(there, said | {"second_interviewer": kari.reference}).content.decode()
    )
    assert (
        "Velg begge" in browser.post(there, {"first_interviewer": kari.reference}).content.decode()
    )
    assert "Velg hvem" in browser.post(there, {}).content.decode()
    answer = browser.post(there, said | {"seen_by": gro.reference}, follow=True)
    assert "Notert på 2 intervjuer og 2 attester." in answer.content.decode()
    assert "Svar for alle" not in answer.content.decode()


def test_it_is_taken_back_after_one_question(browser, bringing):
    there = f"/a/regneark/{bringing.reference}/tilbake/"

    assert "Alle de 4" in browser.get(there).content.decode()
    assert Volunteer.objects.count() == 2
    answer = browser.post(there, follow=True)
    assert "Tatt tilbake" in answer.content.decode()
    assert not Volunteer.objects.exists()
    assert (
        "Dette er tatt tilbake"
        in browser.get(f"/a/regneark/{bringing.reference}/").content.decode()
    )


class Fields(HTMLParser):
    """Counts first headings, and fields without a label."""

    def __init__(self):
        super().__init__()
        self.headings, self.fields, self.labels = 0, set(), set()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.headings += tag == "h1"
        if tag == "label":
            self.labels.add(attrs.get("for"))
        if tag in ("input", "select", "textarea") and attrs.get("type") != "hidden":
            self.fields.add(attrs.get("id"))


@pytest.mark.parametrize(
    "where", ["", "{0}/", "{0}/rader/", "{0}/hvem/", "{0}/tilbake/", "rad/{1}/"]
)
def test_every_page_has_one_heading_a_neutral_title_and_labels(browser, bringing, where):
    row = BroughtRow.objects.get(fate="merge_proposed")
    page = browser.get(f"/a/regneark/{where.format(bringing.reference, row.reference)}")
    seen = Fields()
    seen.feed(page.content.decode())

    assert page.status_code == 200
    assert seen.headings == 1
    assert seen.fields <= seen.labels
    assert "<title>Regneark" in page.content.decode()
    assert page["Cache-Control"] == "no-store"


STATUS = {
    "kari": 200, "kaja": 200, "nora": 404, "gro": 403, "solveig": 403, "vigdis": 403,
    "kirsti": 403, "siri": 403, "pernille": 403, None: 302,
}  # fmt: skip


@pytest.mark.parametrize("where", ["{0}/", "{0}/rader/", "{0}/hvem/", "{0}/tilbake/", "rad/{1}/"])
def test_who_gets_in(signed_in, people, bringing, where):
    row = BroughtRow.objects.get(fate="merge_proposed")
    address = f"/a/regneark/{where.format(bringing.reference, row.reference)}"
    answers = {
        who: signed_in(people[who] if who else None).get(address).status_code for who in STATUS
    }

    assert answers == STATUS


@pytest.mark.parametrize("where", ["", "ta-inn/", "{0}/hvem/", "{0}/tilbake/", "rad/{1}/"])
def test_the_neighbour_changes_nothing_here(signed_in, nora, bringing, where):
    row = BroughtRow.objects.get(fate="merge_proposed")
    address = f"/a/regneark/{where.format(bringing.reference, row.reference)}"
    before = (Volunteer.objects.count(), BroughtRow.objects.filter(settled_at=None).count())
    signed_in(nora).post(address, {"choice": "house", "seen_by": nora.reference})

    assert (Volunteer.objects.count(), BroughtRow.objects.filter(settled_at=None).count()) == before


def test_the_list_of_earlier_ones_is_our_own(browser, signed_in, nora, bringing):
    assert len(browser.get("/a/regneark/").context["earlier"]) == 1
    assert len(signed_in(nora).get("/a/regneark/").context["earlier"]) == 0
