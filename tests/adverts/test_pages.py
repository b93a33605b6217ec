"""The desk: put together, read, published, copied; bad input is kept and explained; nobody else gets in."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.utils import timezone

from ressursvenn.adverts import blocks, changes, queries
from ressursvenn.adverts.models import Advert
from ressursvenn.adverts.views import acts

from .conftest import FIVE, MOSS, chosen, drafted, fresh, published

pytestmark = pytest.mark.django_db
ALL, NEW = "/a/annonser/", "/a/annonser/ny/"


def text(answer) -> str:
    return unescape(answer.content.decode())


def posted(**more):
    return {**chosen(), "towns": "", **more}


def publish(advert, by):
    shown = blocks.print_of(queries.text_of(advert))
    return changes.publish(advert=advert, shown=shown, by=by)


def test_from_an_empty_page_to_a_published_advert_by_plain_forms(signed_in, kari, client):
    desk = signed_in(kari)
    assert "Skriv en annonse" in text(desk.get(ALL))

    answer = desk.post(NEW, posted(towns="Moss", times=["saturday"]), follow=True)
    advert = Advert.objects.get()
    assert advert.towns == [MOSS]
    assert "2–4 ganger i måneden" in text(answer)
    page = desk.get(f"{ALL}{advert.reference}/publiser/")
    told = queries.text_of(advert)
    for section in told["sections"]:
        for said in (section["heading"], *section["before"], *section["points"], *section["after"]):
            assert said in text(page)
    shown = re.search(r'name="shown" value="(\w+)"', page.content.decode()).group(1)
    answer = desk.post(f"{ALL}{advert.reference}/publiser/", {"shown": shown}, follow=True)

    assert "Annonsen er publisert" in text(answer)
    assert fresh(advert).told == told
    assert client.get(f"/bli-ressursvenn/{advert.reference}/").status_code == 200


def test_the_form_begins_the_same_whoever_waits(signed_in, kari, kaja, houses):
    """Nothing of the need is copied by the machine: not a byte of the form depends on it."""
    from .test_need import waits

    def form():
        page = re.sub(r'nonce="[^"]*"|value="[^"]{64}"', "", text(signed_in(kari).get(NEW)))
        return page.partition("<main")[2].partition("</main>")[0]

    before = form()
    waits(kari, languages=["ti"], times=["sunday"], area=MOSS)

    assert form() == before
    checked = re.findall(r'name="(\w+)" value="(\w*)"[^>]*\bchecked', before)
    assert {name for name, _ in checked} == {"language", "doing", "getting"}


@pytest.mark.parametrize(
    ("more", "beside", "said"),
    [
        ({"languages": ["ti"]}, "id_languages", "minst fem sammen"),
        ({"languages": FIVE, "towns": "Moss"}, "id_towns", "aldri i samme annonse som et sted"),
        ({"languages": FIVE, "times": ["sunday"]}, "id_times", "aldri i samme annonse som en tid"),
        ({"towns": "Grünerløkka"}, "id_towns", "aldri en bydel"),
        ({"towns": "Ingensteder"}, "id_towns", "vi kjenner ikke stedet"),
        ({"towns": "Sandvika"}, "id_towns", "Mener du"),
        ({"heading": "egen"}, "id_heading", "Velg"),
        ({"heading": "languages", "times": ["sunday"]}, "id_heading", "som nevner språkene"),
        ({"doing": []}, "id_doing", "Velg minst én ting"),
        ({"language": ""}, "id_language", "Velg bokmål eller nynorsk"),
    ],
)
def test_what_may_not_be_said_is_explained_beside_the_field_and_kept(
    signed_in, kari, more, beside, said
):
    answer = signed_in(kari).post(NEW, posted(**more))
    page = text(answer)

    assert answer.status_code == 200
    assert said in page
    assert f'id="{beside}_error"' in page
    for code in more.get("languages", []):
        assert re.search(rf'value="{code}"[^>]*checked', page)
    assert more.get("towns", "") in page
    assert not Advert.objects.exists()


def test_a_draft_is_put_right(signed_in, kari):
    advert, desk = drafted(kari, towns=[MOSS]), signed_in(kari)
    address = f"{ALL}{advert.reference}/rett/"
    assert "Moss, Østfold" in text(desk.get(address))
    assert "aldri en bydel" in text(desk.post(address, posted(towns="Grünerløkka")))
    desk.post(address, posted(language="nn", heading="time"))

    assert fresh(advert).title == "Har du tid til eit anna menneske?"
    assert fresh(advert).towns == []


def test_what_changed_after_it_was_shown_is_not_published(signed_in, kari):
    advert, desk = drafted(kari), signed_in(kari)
    address = f"{ALL}{advert.reference}/publiser/"
    shown = re.search(r'name="shown" value="(\w+)"', desk.get(address).content.decode()).group(1)
    changes.rewrite_draft(advert=advert, by=kari, **chosen(heading="again"))
    answer = desk.post(address, {"shown": shown})

    assert "Les den en gang til" in text(answer)
    assert "begynner på nytt" in text(answer)
    assert fresh(advert).state == "draft"
    assert desk.post(address, {}).status_code == 200  # and nothing shown is nothing published
    assert fresh(advert).state == "draft"


def test_a_published_advert_is_paused_opened_and_closed(signed_in, kari, advert):
    desk, of = signed_in(kari), f"{ALL}{advert.reference}/"
    desk.post(f"{of}stans/")
    assert fresh(advert).state == "paused"
    assert "Åpne igjen" in text(desk.get(of))
    desk.post(f"{of}apne/")
    assert fresh(advert).state == "open"
    assert "ikke åpnes igjen" in text(desk.get(f"{of}lukk/"))
    desk.post(f"{of}lukk/")
    assert fresh(advert).state == "closed"
    assert desk.get(f"{of}lukk/").status_code == 404
    assert "Bare en åpen annonse" in text(desk.post(f"{of}stans/", follow=True))
    assert desk.get(f"{of}rett/").status_code == 302


def test_a_draft_is_thrown_away_after_one_question(signed_in, kari):
    advert, desk = drafted(kari), signed_in(kari)
    assert "Kaste utkastet?" in text(desk.get(f"{ALL}{advert.reference}/kast/"))
    desk.post(f"{ALL}{advert.reference}/kast/")

    assert not Advert.objects.exists()


@pytest.mark.parametrize(
    ("page", "meanwhile", "said"),
    [
        ("lukk/", changes.close, "bare én gang"),
        ("kast/", changes.throw_away_draft, "Utkastet er kastet."),
        ("kast/", publish, "publisert og kan ikke endres"),
    ],
)
def test_whoever_comes_second_is_told_and_nothing_breaks(
    signed_in, kari, kaja, monkeypatch, page, meanwhile, said
):
    """Both had the page open, and both pressed."""
    advert = (published if page == "lukk/" else drafted)(kari)
    find = acts.the_advert

    def found_too_late(request, reference):
        row = find(request, reference)
        meanwhile(advert=fresh(row), by=kaja)
        return row

    monkeypatch.setattr(acts, "the_advert", found_too_late)
    answer = signed_in(kari).post(f"{ALL}{advert.reference}/{page}", follow=True)

    assert answer.status_code == 200
    assert said in text(answer)


def test_the_words_are_cut_for_the_fields_of_another_site(signed_in, kari):
    advert = published(kari, towns=[MOSS])
    page = text(signed_in(kari).get(f"{ALL}{advert.reference}/frivillig/"))
    boxes = dict(re.findall(r'id="felt-(\w+)"[^>]*readonly[^>]*>(.*?)</textarea>', page, re.DOTALL))

    assert set(boxes) == {
        "title", "summary", "description", "place", "time", "start", "end", "age", "requirements",
        "contact", "category",
    }  # fmt: skip
    assert boxes["place"] == "Moss"
    assert boxes["contact"].splitlines() == [kari.name, kari.email]
    assert f"/bli-ressursvenn/{advert.reference}/" in boxes["description"]
    assert "Ingen har bekreftet" in page


def test_one_with_languages_gives_no_contact_and_stands_on_no_local_website(signed_in, kari):
    """Her name, or the association's page beside the languages, would say in which town."""
    named, placed = published(kari, languages=FIVE), published(kari, towns=[MOSS])
    desk = signed_in(kari)
    copy, website = (
        text(desk.get(f"{ALL}{path}/")) for path in (f"{named.reference}/frivillig", "nettside")
    )

    assert 'id="felt-contact"' not in copy
    assert "hovedorganisasjonen" in copy
    assert kari.association.name not in copy.partition("<main")[2].partition("</main>")[0]
    assert placed.reference in website
    assert named.reference not in website
    assert "1 annonse er ikke med" in website
    assert "annonser.json" in website


def test_the_neighbours_adverts_are_as_nothing(signed_in, kari, nora, advert):
    draft, desk = drafted(kari), signed_in(nora)
    assert advert.reference not in text(desk.get(ALL))
    for row in (advert, draft):
        of = f"{ALL}{row.reference}/"
        assert {
            desk.get(f"{of}{page}").status_code
            for page in ("", "rett/", "frivillig/", "publiser/", "lukk/", "kast/")
        } == {404}
        assert {
            desk.post(f"{of}{page}").status_code
            for page in ("rett/", "publiser/", "stans/", "apne/", "lukk/", "kast/")
        } == {404}
    assert fresh(draft).state == "draft"
    assert fresh(advert).state == "open"


@pytest.mark.parametrize(
    ("sign_name", "status"), [("gro", 200), ("solveig", 403), ("kirsti", 403), ("vigdis", 403)]
)
def test_who_gets_in(signed_in, people, sign_name, status):
    assert signed_in(people[sign_name]).get(ALL).status_code == status
    assert signed_in(people[sign_name]).get(NEW).status_code == status


def test_publishing_takes_a_fresh_sign_in(signed_in, kari, monkeypatch):
    from ressursvenn.accounts import proofs

    monkeypatch.setattr(proofs, "is_fresh", lambda request: False)
    advert = drafted(kari)
    answer = signed_in(kari).post(f"{ALL}{advert.reference}/publiser/", {"shown": "x"})

    assert answer.status_code == 302
    assert fresh(advert).state == "draft"


def test_as_few_questions_for_three_as_for_one(signed_in, kari, django_assert_max_num_queries):
    desk = signed_in(kari)
    of = {"": 12, "nettside/": 12}
    for more in (1, 3):
        for _ in range(more):
            published(kari, towns=[MOSS])
        for page, most in of.items():
            with django_assert_max_num_queries(most) as asked:
                desk.get(f"{ALL}{page}")
            of[page] = len(asked)


def test_a_draft_left_lying_is_a_line_in_my_day(signed_in, kari, nora, time_machine):
    from datetime import timedelta

    from ressursvenn.accounts import queries as accounts

    time_machine.move_to(timezone.now(), tick=False)
    drafted(kari)
    published(kari)
    assert list(queries.day_rows(kari, accounts.terms(kari.association))[0]) == []

    time_machine.shift(timedelta(days=8))
    terms = accounts.terms(kari.association)
    ((kind, about, since),) = queries.day_rows(kari, terms)[0]
    line = queries.day_line(kind, about, since, terms)
    assert (line.url, line.who) == (f"{ALL}{about}/", "")
    assert signed_in(kari).get(line.url).status_code == 200
    assert list(queries.day_rows(nora, terms)[0]) == []
