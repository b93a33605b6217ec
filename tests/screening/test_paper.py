"""The paper for the police: everything they ask for, readable by everybody, and no birth date left behind."""

import pymupdf
import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from ressursvenn.screening import changes
from ressursvenn.screening.models import Recipient
from ressursvenn.together import changes as together
from ressursvenn.together.models import Asked
from ressursvenn.volunteers.models import CertificateAskedFor
from tests.paper.checking import check_paper
from tests.volunteers.conftest import applicant, days_ago, fresh

from .conftest import acts, at

BORN = "17.05.1980"
WAYS = ("17.05.1980", "17. mai 1980", "1980-05-17", "19800517", "170580")
TYPED = {
    "born": BORN, "role": "ressursvenn", "tasks": "Gå tur og ta en kaffe.", "where": "Oslo", "language": "nb",
}  # fmt: skip


@pytest.fixture
def recipient(kari):
    return changes.say_where_shown(office="Storgata 1, 0155 Oslo", place="Oslo", by=kari)


@pytest.fixture
def basis(pernille, astrid):
    row = changes.propose_basis(text="En lov, § 1, fordi barn ofte er med.", by=pernille)
    together.answer(asked=Asked.objects.get(about=row.reference), yes=True, by=astrid)
    return row


def paper(browser, volunteer, **typed):
    return browser.post(at(volunteer, "papir/"), TYPED | typed)


def text_of(issued):
    """As a reader meets it."""
    return " ".join(" ".join(page.get_text() for page in pymupdf.open(stream=issued)).split())


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("confirmed", [True, False])
@pytest.mark.parametrize("anew", ["", "on"])
def test_it_passes_an_independent_checker(
    signed_in, volunteer, kari, recipient, request, language, confirmed, anew
):
    if confirmed:
        request.getfixturevalue("basis")

    answer = paper(signed_in(kari), volunteer, language=language, anew=anew)

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="papir.pdf"'
    assert answer["Cache-Control"] == "no-store"
    check_paper(answer.content)


def test_it_has_all_that_the_police_ask_for(signed_in, volunteer, kari, recipient, basis):
    text = text_of(paper(signed_in(kari), volunteer, anew="on").content)

    for told in ("Oslo lokalforening", "Storgata 1, 0155 Oslo", basis.text, "Ingrid Solbakken", "17. mai 1980",
                 "ressursvenn", "Gå tur og ta en kaffe.", "ny rolle", "Underskrift", "Kari Lund"):  # fmt: skip
        assert told in text
    assert "ikke bekreftet" not in text.lower()


def test_a_basis_that_nobody_has_confirmed_is_said_on_the_paper_and_on_the_screen(
    signed_in, volunteer, kari, recipient, pernille
):
    changes.propose_basis(text="En lov, § 9, som bare én har skrevet.", by=pernille)

    assert (
        "Hjemmelen er ikke bekreftet"
        in signed_in(kari).get(at(volunteer, "papir/")).content.decode()
    )
    text = text_of(paper(signed_in(kari), volunteer).content)
    assert "Hjemmelen er ikke bekreftet." in text
    assert "34-1" not in text
    assert "bare én har skrevet" not in text


BOKMAAL = {"ikke", "være", "sammen", "deltaker", "deltakeren", "ganger", "måneder", "nærmiljøet.", "blir",
           "vanskelig", "kjent", "fra", "hva", "navn", "sted"}  # fmt: skip


def tasks_on(page):
    """What stands in the field, as a browser would send it."""
    return page.context["form"]["tasks"].value()


def test_in_nynorsk_it_is_nynorsk(signed_in, volunteer, kari, recipient):
    """As it is used: nobody touches the text of tasks, which began in bokmål."""
    browser = signed_in(kari)
    tasks = tasks_on(browser.get(at(volunteer, "papir/")))
    assert "Å være sammen med en deltaker" in tasks

    text = text_of(paper(browser, volunteer, language="nn", tasks=tasks).content)

    assert "Stadfesting av føremål med politiattest" in text
    assert "Å vere saman med ein deltakar" in text
    assert not BOKMAAL - {"nærmiljøet."} & set(text.lower().split())


def test_and_in_bokmaal_it_is_bokmaal(signed_in, volunteer, kari, recipient):
    browser = signed_in(kari)
    shown = paper(browser, volunteer, language="nn", tasks=tasks_on(browser.get(at(volunteer, "papir/"))),
                  show="1")  # fmt: skip

    text = text_of(paper(browser, volunteer, language="nb", tasks=tasks_on(shown)).content)

    assert "Å være sammen med en deltaker" in text
    assert "saman" not in text


def test_to_see_the_other_language_throws_nothing_away(signed_in, volunteer, kari, recipient):
    browser = signed_in(kari)
    ours = tasks_on(browser.get(at(volunteer, "papir/")))
    told = {
        "language": "nn",
        "tasks": ours,
        "where": "Bærum",
        "role": "noe eget",
        "asked": "on",
        "show": "1",
    }

    page = paper(browser, volunteer, **told)

    assert "Å vere saman med ein deltakar" in tasks_on(page)
    for typed in ("Bærum", "noe eget", BORN, 'value="nn" selected', "checked"):
        assert typed in page.content.decode()
    assert "problem__head" not in page.content.decode()
    assert tasks_on(paper(browser, volunteer, **told | {"tasks": "Mine ord."})) == "Mine ord."
    assert "screening.paper_made" not in acts()
    assert BORN not in "\n".join(everything())


def test_the_numbers_in_the_tasks_are_those_in_force(signed_in, volunteer, kari, recipient):
    browser, there = signed_in(kari), at(volunteer, "papir/")
    assert "2 til 4 ganger i måneden i 12 måneder" in tasks_on(browser.get(there))

    numbers = {"meet_ups_a_month_from": 3, "meet_ups_a_month_to": 3, "commitment_months": 18}
    type(kari.association).objects.update(own_numbers={"2026-01-01": numbers})

    assert "deltaker 3 ganger i måneden i 18 måneder" in tasks_on(browser.get(there))


def test_without_a_last_name_there_is_no_paper_and_a_way_to_write_it(signed_in, kari, recipient):
    one = fresh(applicant(kari, last_name=""))
    browser = signed_in(kari)

    for page in (browser.get(at(one, "papir/")), paper(browser, one)):
        assert page["Content-Type"].startswith("text/html")
        assert "Etternavnet mangler." in page.content.decode()
        assert f'href="/a/ressursvenner/{one.reference}/kort/"' in page.content.decode()
        assert "Lag papiret" not in page.content.decode()
    assert "screening.paper_made" not in acts()


def everything():
    """Every value of every table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for value in row:
                    raw = isinstance(value, bytes | memoryview)
                    yield bytes(value).decode("latin-1") if raw else str(value)


def test_the_birth_date_is_in_no_table_and_no_log(signed_in, volunteer, kari, recipient, caplog):
    caplog.set_level(0)
    answer = paper(signed_in(kari), volunteer, asked="on")

    assert answer.status_code == 200
    kept = "\n".join(everything())
    assert not [way for way in WAYS if way in kept]
    assert not [way for way in WAYS if way in caplog.text]
    assert not [way for way in WAYS if way in str(answer.headers)]


def test_nor_when_it_was_typed_wrongly(signed_in, volunteer, kari, recipient):
    page = paper(signed_in(kari), volunteer, born="17.05.1981").content.decode()

    assert "Året er et annet enn det som er notert om henne." in page
    assert "17.05.1981" in page  # kept on the page, for her to put right
    assert "17.05.1981" not in "\n".join(everything())


def test_it_is_audited_and_asked_for_only_when_ticked(signed_in, volunteer, kari, recipient):
    paper(signed_in(kari), volunteer)
    assert acts()[-1] == "screening.paper_made"
    assert not CertificateAskedFor.objects.exists()

    for _ in range(2):  # printed once more the same day, it is not asked for once more
        paper(signed_in(kari), volunteer, asked="on")
    assert CertificateAskedFor.objects.get().asked_on == days_ago(0)
    assert acts().count("screening.paper_made") == 3


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"born": ""}, "Skriv dagen."), ({"born": "i fjor"}, "Skriv dagen som dag.måned.år"),
     ({"born": "01.01.2999"}, "Skriv dagen hun ble født."), ({"tasks": ""}, "Skriv hva hun skal gjøre."),
     ({"where": ""}, "Skriv hvor, for eksempel kommunen."),
     ({"tasks": "Ord \U00013000"}, "Papiret ble ikke laget")],
)  # fmt: skip
def test_bad_input_is_kept_and_explained(signed_in, volunteer, kari, recipient, wrong, said):
    page = paper(signed_in(kari), volunteer, role="noe eget", **wrong).content.decode()

    assert said in page
    assert "noe eget" in page
    assert "screening.paper_made" not in acts()


def test_what_is_typed_is_text_and_never_markup(signed_in, volunteer, kari, recipient):
    answer = paper(signed_in(kari), volunteer, tasks='#read("/etc/passwd") *tur* $x$')

    assert '#read("/etc/passwd") *tur* $x$' in text_of(answer.content)


def test_without_an_address_there_is_no_paper(signed_in, volunteer, kari):
    page = paper(signed_in(kari), volunteer)

    assert page["Content-Type"].startswith("text/html")
    assert "Skriv adressen" in page.content.decode()


def test_a_neighbours_address_is_not_ours(signed_in, volunteer, kari, nora):
    changes.say_where_shown(office="Nabogata 2, 1400 Ski", place="Nabo", by=nora)

    assert "Nabogata" not in signed_in(kari).get(at(volunteer, "papir/")).content.decode()
    assert signed_in(nora).get(at(volunteer, "papir/")).status_code == 404


def test_the_address_is_written_on_its_page_and_the_latest_counts(signed_in, kari, volunteer):
    browser = signed_in(kari)
    for street in ("Gata 1, 0155 Oslo", "Gata 2, 0155 Oslo"):
        assert (
            browser.post("/a/opptak/mottaker/", {"office": street, "place": "Oslo"}).status_code
            == 302
        )

    assert "Gata 2" in browser.get(at(volunteer, "papir/")).content.decode()
    page = browser.post("/a/opptak/mottaker/", {"office": "", "place": "Oslo"}).content.decode()
    assert "Skriv adressen." in page
    page = browser.post(
        "/a/opptak/mottaker/", {"office": "Hos Kari", "place": "Oslo"}
    ).content.decode()
    assert "Skriv adressen med postnummer og sted" in page
    assert "Hos Kari" in page
    assert Recipient.objects.count() == 2


@pytest.mark.parametrize("who", ["astrid", "siri", "solveig", "vigdis"])
def test_who_makes_no_paper(volunteer, people, who, signed_in):
    with pytest.raises(PermissionDenied):
        changes.note_paper_made(volunteer=volunteer, by=people[who])
    assert signed_in(people[who]).get(at(volunteer, "papir/")).status_code == 403


def test_somebody_without_a_known_year_gets_her_paper_too(signed_in, kari, recipient):
    one = fresh(applicant(kari, birth_year=None))

    assert paper(signed_in(kari), one)["Content-Type"] == "application/pdf"
