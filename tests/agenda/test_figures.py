"""Every public number has source, year, population, link, review day and owner, and two have seen it."""

from __future__ import annotations

from html import unescape

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.agenda import changes, figures, queries
from ressursvenn.agenda.models import SourcedFigure

from .conftest import ago, told, written

pytestmark = pytest.mark.django_db
DESK, OPEN = "/a/krav/tall/", "/krav/tall/"
BEHIND = ("source", "year", "population", "link", "review_day", "owner")


def text(answer) -> str:
    return unescape(answer.content.decode())


def test_from_an_empty_page_to_a_figure_that_everybody_reads(client, signed_in, ella, eivor):
    hers, other = signed_in(ella), signed_in(eivor)
    assert "Skriv opp et tall" in text(hers.get(DESK))
    hers.post(f"{DESK}nytt/", {"value": "8,2 %", "says": "har vært utsatt"})
    (row,) = SourcedFigure.objects.all()
    address = f"{DESK}{row.reference}/"
    page = text(other.get(address))
    assert {code for code in ("AGE-10", "AGE-11", "AGE-12") if code in page} == {
        "AGE-10",
        "AGE-11",
        "AGE-12",
    }
    assert "publiser</button>" not in page
    whole = written(ella) | {"owner": ella.reference, "review_day": ago(-9).isoformat()}
    hers.post(f"{address}rett/", whole)
    assert "Ikke oppfylt" in text(hers.post(f"{address}bekreft/", follow=True)), "she wrote it"
    assert "8,2 %" not in text(client.get(OPEN))
    other.post(f"{address}bekreft/")

    page = text(client.get(OPEN))
    for said in (
        "8,2 %",
        "Et institutt, rapport 1",
        "2014",
        "kvinner 18–75 år",
        "https://eksempel.example",
    ):
        assert said in page


@pytest.mark.parametrize("missing", BEHIND)
def test_without_its_source_it_is_never_told_by_code_or_by_table(ella, eivor, missing):
    nothing = None if missing in ("year", "review_day", "owner") else ""
    row = changes.write_figure(by=ella, **written(ella, **{missing: nothing}))
    with pytest.raises(ValidationError, match="Ikke oppfylt"):
        changes.confirm_figure(figure=row, by=eivor)
    with pytest.raises(IntegrityError), transaction.atomic():
        SourcedFigure.objects.filter(pk=row.pk).update(confirmed_on=ago(0), confirmed_by=eivor)

    assert not queries.public_figures().exists()


def test_a_stale_one_says_so_wherever_it_stands_and_to_its_owner(client, signed_in, ella, eivor):
    row = told(ella, eivor, review_day=ago(-3))
    assert "foreldet" not in text(client.get(OPEN))
    with time_machine.travel(timezone.now() + timezone.timedelta(days=4)):
        assert "foreldet: ikke sett over i tide" in text(client.get(OPEN))
        assert "foreldet" in text(signed_in(ella).get(DESK))
        assert figures.stale(timezone.localdate()) == 1
        terms = accounts.terms(None)
        rows = [one for several in queries.day_rows(ella, terms) for one in several]
        assert [(kind, about) for kind, about, _ in rows] == [("agenda.stale", row.reference)]
        assert queries.day_line(*rows[0], terms).url == f"{DESK}{row.reference}/"
        changes.look_over_figure(figure=row, review_day=ago(-200), by=ella)
        assert "foreldet" not in text(client.get(OPEN))


def test_it_is_looked_over_until_a_day_ahead(signed_in, ella, eivor):
    row, desk = told(ella, eivor), signed_in(ella)
    page = text(desk.post(f"{DESK}{row.reference}/", {"review_day": ago(1).isoformat()}))
    assert "en dag fram i tid" in page
    desk.post(f"{DESK}{row.reference}/", {"review_day": ago(-30).isoformat()})

    assert SourcedFigure.objects.get().review_day == ago(-30)
    assert SourcedFigure.objects.get().looked_over_by == ella


def test_what_is_told_never_changes_it_is_withdrawn(client, signed_in, ella, eivor):
    row, desk = told(ella, eivor), signed_in(ella)
    address = f"{DESK}{row.reference}/"
    assert "endres ikke" in text(desk.post(f"{address}rett/", written(ella), follow=True))
    assert "alt kastet, eller bekreftet" in text(desk.post(f"{address}kast/", follow=True))
    desk.post(f"{address}trekk/")

    page = text(client.get(OPEN))
    assert "<s>8,2 %</s>" in page, "what was told stays, struck"
    assert "trukket" in page
    assert not queries.public_figures().exists()
    assert SourcedFigure.objects.get().withdrawn_by == ella


def test_whoever_puts_it_right_has_written_it(ella, eivor):
    row = changes.write_figure(by=ella, **written(ella))
    row = changes.rewrite_figure(figure=row, by=eivor, **written(ella, value="8,3 %"))
    with pytest.raises(ValidationError, match="En annen redaktør"):
        changes.confirm_figure(figure=row, by=eivor)
    changes.confirm_figure(figure=row, by=ella)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"value": ""}, "Skriv tallet slik"),
        ({"says": ""}, "Skriv hva tallet er"),
        ({"year": "i fjor"}, "Skriv året med fire sifre"),
        ({"link": "tull"}, "hel lenke"),
        ({"review_day": "snart"}, "Skriv dagen som"),
        ({"owner": "zzzzzzzz"}, "Velg fra listen"),
    ],
)
def test_what_cannot_be_written_is_explained_and_kept(signed_in, ella, more, said):
    sent = written(ella) | {"owner": ella.reference, "review_day": ago(-9).isoformat()} | more
    page = text(signed_in(ella).post(f"{DESK}nytt/", sent))

    assert said in page
    assert "Et institutt, rapport 1" in page
    assert not SourcedFigure.objects.exists()
