"""What everybody may read of the alliance: every page, empty and full, and nothing that two have not seen."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.utils import timezone

from ressursvenn.alliance import changes, queries
from ressursvenn.alliance.models import Delivery, Order

from .conftest import ahead, fresh, ordered, pictured, planned, shown
from .test_afterwards import told
from .test_buttons import given

pytestmark = pytest.mark.django_db
HERE = "/rod-knapp/"
PAGES = ("", "medlemmer/", "knapper/", "knapper/bestill/", "knapper/bestilt/", "kalender/")
FORM = {
    "kind": "school", "who": "Solbakken skole", "county": "Østfold", "number": "200", "wanted": "",
    "attention": "Rektor Vår Lien", "street": "Skoleveien 1", "postcode": "1511", "town": "Moss", "email": "",
}  # fmt: skip


def text(answer) -> str:
    return unescape(answer.content.decode())


def main_of(answer) -> str:
    return text(answer).partition("<main")[2].partition("</main>")[0]


@pytest.fixture
def full(ella, eva):
    """Something of everything, shown and not."""
    changes.lay_out_members(by=ella)
    changes.lay_out_totals(by=ella)
    given(ella, 300, eva)
    over = shown(ella, eva, title="Fortalt", day=ahead(-2))
    told(over, ella, buttons=40)
    changes.show_report(action=over, read=1, by=eva)
    changes.show_photo(photo=pictured(over, ella, described="Folk ved et bord"), by=eva)
    ambassador = changes.note_ambassador(
        name="Tale Ås", known_as="skihopper", agreed=ahead(-1), by=ella
    )
    changes.show_ambassador(ambassador=ambassador, by=eva)
    shown(ella, eva, title="Kommer", hole="research", with_them=["Vake"])
    planned(ella, title="Utkastet")
    return over


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_when_nothing_has_been_entered(client, page):
    answer = client.get(HERE + page)

    assert answer.status_code == 200
    assert text(answer).count("<h1") == 1
    assert not re.search(r"None|\{\{|\{%", main_of(answer))


@pytest.mark.parametrize("page", PAGES)
def test_and_when_there_is_something_of_everything(client, full, page):
    answer = client.get(HERE + page)

    assert answer.status_code == 200
    assert "Utkastet" not in text(answer)
    assert not re.search(r"None|\{\{|\{%", main_of(answer))
    assert "116" in text(answer), "the way to help stands on every page"


def test_the_front_page_tells_who_how_many_and_what_is_next(client, full):
    page = main_of(client.get(HERE))

    for said in (
        "2012",
        "Rettigheter",
        "Hjelpetilbud",
        "Forebygging",
        "Forskning",
        "Kommer",
        "Tale Ås",
    ):
        assert said in page
    assert "400\u00a0340" in page
    assert "Norske Kvinners Sanitetsforening" in page
    assert "Fortalt" not in page, "what is over is not next"


def test_what_nobody_has_confirmed_is_marked_until_somebody_does(client, ella, eva, full):
    assert "ikke bekreftet" in main_of(client.get(HERE))
    for row in queries.membership_history():
        changes.confirm_membership(membership=row, by=eva)
    for row in queries.totals():
        changes.confirm_total(total=row, by=eva)

    for page in ("", "medlemmer/", "knapper/"):
        assert "ikke bekreftet" not in main_of(client.get(HERE + page)), page


def test_asked_for_a_day_it_answers_that_day_and_says_what_nobody_knows(client, full):
    page = main_of(client.get(f"{HERE}medlemmer/?dag=1.6.2015"))

    assert "1. juni 2015" in page
    assert "Kan ha vært med" in page
    assert "krisesenter.com" in page
    assert "Alliansen fantes ikke da" in main_of(client.get(f"{HERE}medlemmer/?dag=2011-01-01"))
    assert "Skriv dagen som" in main_of(client.get(f"{HERE}medlemmer/?dag=i+fjor"))


def test_the_counter_says_how_it_counts_and_where_it_is_from(client, full):
    page = main_of(client.get(f"{HERE}knapper/"))

    assert queries.buttons.DEFINITION in page
    assert "sanitetskvinnene.no/rod-knapp-alliansen" in page
    assert "110\u00a0000" in page
    assert "Østfold" in page


def test_an_order_is_received_with_thanks(client, db):
    answer = client.post(f"{HERE}knapper/bestill/", FORM)

    assert (answer.status_code, answer["Location"]) == (302, f"{HERE}knapper/bestilt/")
    assert "noindex" in answer["X-Robots-Tag"]
    assert (Order.objects.get().who, Delivery.objects.get().town) == ("Solbakken skole", "Moss")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": ""}, "Velg hva slags organisasjon det er."),
        ({"who": ""}, "Skriv navnet på organisasjonen."),
        ({"county": "Jylland"}, "Velg fra listen."),
        ({"number": "mange"}, "Skriv et helt tall fra 1 til 20000."),
        ({"number": "0"}, "Skriv et helt tall fra 1 til 20000."),
        ({"wanted": "snart"}, "Skriv dagen som dag.måned.år"),
        ({"wanted": "1.1.2020"}, "Skriv en dag som kommer"),
        ({"postcode": "15"}, "fire sifre"),
        ({"postcode": "١٥١١"}, "fire sifre"),
        ({"email": "rektor"}, "navn@eksempel.no"),
        ({"street": "x" * 101}, "høyst 100 tegn"),
        ({"who": "a\0b"}, "ikke kan lagres"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(client, db, wrong, said):
    answer = client.post(f"{HERE}knapper/bestill/", {**FORM, **wrong})

    assert answer.status_code == 200
    assert said in text(answer)
    assert "Rektor Vår Lien" in text(answer)
    assert not Order.objects.exists()


def test_a_flood_from_one_address_is_stopped_and_what_was_typed_stays(client, db):
    for number in range(20):
        client.post(f"{HERE}knapper/bestill/", {**FORM, "number": str(number + 1)})
    answer = client.post(f"{HERE}knapper/bestill/", {**FORM, "number": "99"})

    assert answer.status_code == 429
    assert "Vent en time" in text(answer)
    assert "Rektor Vår Lien" in text(answer)
    assert Order.objects.count() == 20


def test_nothing_of_an_order_is_on_any_open_page(client, full):
    ordered(who="Hemmelig skole")

    for page in (*PAGES, "kalender.ics"):
        assert "Hemmelig skole" not in text(client.get(HERE + page))


def test_the_calendar_shows_both_campaigns_the_map_and_the_file(client, ella, eva):
    year = timezone.localdate().year
    shown(ella, eva, title="På selve dagen", day=timezone.localdate().replace(month=3, day=8))
    page = main_of(client.get(f"{HERE}kalender/{year}/"))

    for said in (
        "Kvinnedagen 8. mars",
        "16 dager mot vold",
        "På selve dagen",
        "1 aksjon i ett fylke.",
    ):
        assert said in page
    assert "http://testserver/rod-knapp/kalender.ics" in page
    assert '<circle class="norway__dot"' in page
    assert "Moss: 1" in page
    assert "GeoNames" in page


@pytest.mark.parametrize("year", [0, 1999, 2011, 2100, 99999])
def test_a_year_without_an_alliance_is_no_page(client, db, year):
    assert client.get(f"{HERE}kalender/{year}/").status_code == 404


def test_one_that_is_over_tells_how_it_went_with_pictures(client, full):
    page = main_of(client.get(f"{HERE}aksjon/{full.reference}/"))

    assert "Mange stoppet." in page
    assert "Omtrent 120 kom. 40 knapper ble delt ut. Fortalt" in page
    assert 'alt="Folk ved et bord"' in page
    whole = re.search(r'href="(/rod-knapp/bilde/\w+\.jpg)"', page).group(1)
    small = re.search(r'src="(/rod-knapp/bilde/\w+/lite\.jpg)"', page).group(1)
    answers = [client.get(address) for address in (whole, small)]
    assert {answer["Content-Type"] for answer in answers} == {"image/jpeg"}
    assert all(answer.content.startswith(b"\xff\xd8") for answer in answers)
    assert len(answers[1].content) < len(answers[0].content)


def test_the_other_pictures_are_asked_for_by_whoever_unfolds_them(client, ella, eva, full):
    for word in ("fra siden", "fra oven"):
        changes.show_photo(photo=pictured(full, ella, described=f"Bordet {word}"), by=eva)
    page = main_of(client.get(f"{HERE}aksjon/{full.reference}/"))
    before, folded = page.split("<details><summary>Flere bilder (2)</summary>")

    assert before.count("<img") == 1
    assert folded.count('loading="lazy"') == folded.count("<img") == 2


def test_until_another_has_seen_it_no_telling_and_no_picture_is_shown(client, ella, eva):
    action = shown(ella, eva, day=ahead(-1))
    told(action, ella)
    photo = pictured(action, ella)
    page = main_of(client.get(f"{HERE}aksjon/{action.reference}/"))

    assert "Mange stoppet." not in page
    assert photo.reference not in page
    for size in (".jpg", "/lite.jpg"):
        assert client.get(f"{HERE}bilde/{photo.reference}{size}").status_code == 404


def test_a_draft_is_as_nothing(client, ella):
    draft = planned(ella)
    nothing = client.get(f"{HERE}aksjon/zzzzzzzz/")
    answer = client.get(f"{HERE}aksjon/{draft.reference}/")

    assert (answer.status_code, answer.content) == (404, nothing.content)


def test_one_that_is_called_off_says_so(client, ella, eva):
    action = shown(ella, eva, title="Blir ikke")
    changes.call_off(action=action, by=ella)

    assert "Avlyst" in main_of(client.get(f"{HERE}aksjon/{action.reference}/"))
    assert "avlyst" in main_of(client.get(f"{HERE}kalender/{fresh(action).day.year}/"))
    assert "Blir ikke" not in main_of(client.get(HERE))


def test_no_editor_is_named_on_any_open_page(client, ella, eva, full):
    for page in (*PAGES, "kalender.ics", f"aksjon/{full.reference}/"):
        said = text(client.get(HERE + page))
        assert not [person.name for person in (ella, eva) if person.name in said]


@pytest.mark.parametrize("page", [*PAGES[:3], "kalender/"])
def test_few_questions_and_no_more_for_more_rows(
    client, ella, eva, full, page, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8) as asked:
        client.get(HERE + page)
    for number in range(3):
        shown(ella, eva, title=f"En til {number}")
        given(ella, 10, who=f"Skole {number}")
        changes.note_membership(
            name=f"Ny {number}", since=ahead(-9), since_source="a", by=ella
        )  # fmt: skip
    with django_assert_max_num_queries(len(asked)):
        client.get(HERE + page)


def test_nothing_of_the_programme_is_asked_for_behind_the_open_pages(client, full):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        for page in (*PAGES, "kalender.ics", f"aksjon/{full.reference}/"):
            assert client.get(HERE + page).status_code == 200
    tables = {table for one in asked for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', one["sql"])}
    assert {table.partition("_")[0] for table in tables} <= {
        "alliance",
        "accounts",
        "django",
        "door",
    }
    assert tables & {"accounts_person"} == set() or all(
        table.startswith(("alliance_", "accounts_", "django_", "door_")) for table in tables
    )


def test_nobody_who_reads_is_given_a_cookie(client, full):
    for page in ("", "medlemmer/", "knapper/", "kalender/", f"aksjon/{full.reference}/"):
        assert not client.get(HERE + page).cookies, page
