"""A demand is raised, taken up, answered and promised; the promise is kept, and anybody can quote it."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from .test_from_workbook_to_ending import comes_in
from .walking import ways

TITLE = "Kommunen skal ha en handlingsplan mot vold som blir fulgt"
WHOM = "Fjellvik kommune"
PROMISE = "Kommunestyret vedtok å lage en plan."
KEPT = "Planen er vedtatt, og en enhet har ansvaret for den."
SOURCE = "Møtebok for kommunestyret, sak 7"


@ways("desk")
def test_a_demand_is_raised_promised_and_kept(walker, stage, width, scripts):
    ella, eivor = walker(width, scripts=scripts), walker(width, scripts=scripts)
    comes_in(ella, "Ella")
    names_whom_it_is_for(ella)
    raises_it(ella)
    nobody_else_sees_it_yet(walker("phone", scripts=scripts))
    comes_in(eivor, "Eivor")
    reads_it(eivor)
    for kind, days, says in (
        ("Vi tok det opp", 200, "Vi la fram kravet i spørretimen."),
        ("Vi fikk svar", 150, "Ordføreren svarte at det skal behandles."),
    ):
        notes(ella, kind, days, says)
    notes(ella, "Det ble lovet", 100, PROMISE, due=10)
    holds_each_against_its_source(eivor, 3)
    notes(ella, "Løftet ble holdt", 5, KEPT)
    holds_each_against_its_source(eivor, 1)
    anybody_can_quote_it(walker("phone", scripts=scripts))


def ago(days):
    return (timezone.localdate() - timedelta(days=days)).isoformat()


def names_whom_it_is_for(ella):
    """There is nobody to address a demand to yet, and the page says where to begin."""
    ella.menu("Krav", picture="76-krav-tomt")
    ella.follows("Reis et krav")
    ella.follows("Legg til den første")
    ella.page.get_by_label("Kommune", exact=True).check()
    ella.page.get_by_label("Navn").fill(WHOM)
    ella.presses("Legg til")
    assert WHOM in ella.text()


def raises_it(ella):
    ella.opens("/a/krav/")
    ella.follows("Reis et krav")
    page = ella.page
    page.get_by_label("Forebygging").check()
    page.get_by_label("Kravet, i én setning").fill(TITLE)
    page.get_by_label("Begrunnelse").fill("Noen skal ha ansvaret for at planen brukes.")
    page.get_by_label("Dagen kravet ble reist").fill(ago(300))
    ella.presses("Lagre kravet")
    assert "Velg minst én kravet er adressert til." in ella.text()
    page.get_by_label(WHOM).check()
    ella.presses("Lagre kravet", picture="77-et-krav")
    assert "ingen andre ser kravet" in ella.text()


def nobody_else_sees_it_yet(somebody):
    somebody.opens("/krav/")
    assert TITLE not in somebody.text()


def reads_it(eivor):
    """It waits in her day. She confirms the words; the one who wrote them cannot."""
    eivor.goes(eivor.page.get_by_role("main").locator(".line a").first)
    assert eivor.heading() == TITLE
    eivor.presses("Jeg har lest det: bekreft", picture="78-to-har-lest")
    assert "ingen andre ser kravet" not in eivor.text()


def opens_it(editor):
    editor.menu("Krav")
    editor.goes(editor.page.locator("tbody").get_by_role("link", name=TITLE))


def notes(ella, kind, days, says, due=None):
    """One thing at a time. What others said or did takes a source."""
    opens_it(ella)
    ella.follows("Noe har hendt")
    page = ella.page
    page.get_by_label(kind).check()
    page.get_by_label("Dagen det hendte").fill(ago(days))
    page.get_by_label("Hvem").select_option(label=WHOM)
    page.get_by_label("Kort sagt").fill(says)
    if kind != "Vi tok det opp":
        page.get_by_label("Kilde").fill(SOURCE)
    if due is not None:
        page.get_by_label("Lovet til").fill(ago(due))
    if kind == "Løftet ble holdt":
        page.get_by_label("Løftet det gjelder").select_option(index=1)
    ella.presses("Noter", picture="79-noe-har-hendt")
    assert "venter på en annen redaktør" in ella.text()
    assert ella.button("Jeg har sett kilden: bekreft").count() == 0


def holds_each_against_its_source(eivor, many):
    opens_it(eivor)
    for left in range(many, 0, -1):
        waits = eivor.page.get_by_role("button", name="Jeg har sett kilden: bekreft")
        assert waits.count() == left
        eivor.goes(waits.first)


def anybody_can_quote_it(somebody):
    """Where it stands, each day with its source and an address of its own, and how to cite it."""
    somebody.opens("/krav/", picture="80-alle-krav")
    somebody.follows(TITLE, picture="81-et-krav-for-alle")
    page, text = somebody.page, somebody.text()
    assert page.locator(".demand__state").inner_text().startswith("løfte holdt")
    assert page.locator(".timeline__one").count() == 4
    assert text.index(PROMISE) < text.index(KEPT)
    assert text.count(SOURCE) == 3
    assert f"Rød Knapp: «{TITLE}», versjon 1, lest" in text
    assert page.url in text
    day = page.locator(".timeline__one").filter(has_text=KEPT).locator(".timeline__day a")
    day.click()
    somebody.looks()
    assert page.locator(".timeline__one:target").inner_text().count(KEPT) == 1
    data = somebody.context.request.get(f"{somebody.home}/krav/data/hendelser.csv")
    assert KEPT in data.text()
