"""One of each stand, demand and figure, and one that is over, for their addresses to be about."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.agenda import changes as agenda
from ressursvenn.stands import changes as stands
from ressursvenn.stands import links
from ressursvenn.stands.models import News, NewsReader
from tests import marked_world

NOTHING = "zzzzzzzz"
SAID = {"says": "Noe hendte", "source": "Referat", "link": "", "promise": None, "due_day": None}
FIGURE = {
    "value": "1 av 9", "says": "er oppdiktet", "source": "Rapport", "year": 2020, "population": "alle",
    "link": "https://eksempel.example/",
}  # fmt: skip


def fill(world: Any) -> None:
    """It hangs on the first house only for the table of addresses to find it."""
    ella, other, notes = world.people["ella"], _other_editor(), world.oslo.notes
    notes |= {**_stands(ella), **_news(ella, other)}
    notes |= _agenda(ella, other)


def _other_editor() -> Any:
    """Editors see each other's names beside what each has seen: hers is no marker."""
    return accounts.take_in(
        sign_name="eivor", name="Eivor Sund", role="alliance_editor", association=None,
        email="eivor@example.org", by=None,
    )  # fmt: skip


def _stands(by: Any) -> dict[str, Any]:
    waiting, shown, aside = (_stand(f"{name}@example.org") for name in ("a", "b", "c"))
    shown = stands.let_pass(stand=stands.confirm(stand=shown, news=False, by=None), by=by)
    aside = stands.put_aside(stand=aside, why="machine", by=by)
    return {
        "stand": (waiting.reference,), "shown_stand": (shown.reference,),
        "stand_over": (aside.reference,),
        "stand_word": (links.word_of(waiting.reference, links.STAND),),
        "stand_word_over": (links.word_of(aside.reference, links.STAND),),
    }  # fmt: skip


def _stand(email: str) -> Any:
    return stands.receive(
        kind="person", name="Runa", county="", sentence="Nok.", email=email, wants_news=False,
        word="", answer="", by=None,
    )  # fmt: skip


def _news(by: Any, other: Any) -> dict[str, Any]:
    unsent, sent = (stands.write_news(title="Brev", body="Hei.", by=by) for _ in range(2))
    _seen_by(News, sent, sent_on=marked_world.ago(1), sent_by=other)
    reader = NewsReader.objects.create(
        mailbox=b"x", mailbox_print="x", since_day=timezone.localdate()
    )
    return {
        "news": (unsent.reference,), "news_over": (sent.reference,),
        "reader_word": (links.word_of(reader.reference, links.NEWS),),
        "reader_word_over": (links.word_of("23456789", links.NEWS),),
    }  # fmt: skip


def _agenda(by: Any, other: Any) -> dict[str, Any]:
    body = agenda.name_addressee(kind="party", name="Fjellpartiet", by=by)
    unused = agenda.name_addressee(kind="party", name="Havpartiet", by=by)
    demand, draft = (_demand(by, body, title) for title in ("Krav", "Utkast"))
    seen = {"confirmed_on": marked_world.ago(1), "confirmed_by": other}
    for row in (demand.texts.get(), demand.addressings.get()):
        _seen_by(type(row), row, **seen)
    agenda.rewrite_demand(demand=demand, title="Nye ord", body="Derfor.", why="Nytt", by=by)
    noted, struck = (_happening(demand, by) for _ in range(2))
    agenda.strike_happening(happening=struck, why="noted_twice", by=by)
    behind, out = (_evidence(demand, by) for _ in range(2))
    agenda.take_out_evidence(evidence=out, by=by)
    figures = [
        agenda.write_figure(review_day=marked_world.ago(-99), owner=by, by=by, **FIGURE)
        for _ in range(2)
    ]
    _seen_by(type(figures[1]), figures[1], **seen)
    agenda.withdraw_figure(figure=figures[1], by=by)
    of = demand.reference
    return {
        "demand": (of,), "demand_over": (draft.reference,), "version": (of, 1), "version_over": (of, 2),
        "text": (of, 2), "text_over": (of, 1),
        "happening": (of, noted.reference), "happening_over": (of, struck.reference),
        "evidence": (of, behind.reference), "evidence_over": (of, out.reference),
        "figure": (figures[0].reference,), "figure_over": (figures[1].reference,),
        "addressee": (body.reference,), "addressee_over": (unused.reference,),
    }  # fmt: skip


def _demand(by: Any, to: Any, title: str) -> Any:
    return agenda.raise_demand(
        hole="help",
        raised_day=marked_world.ago(30),
        addressees=[to],
        title=title,
        body="Derfor.",
        by=by,
    )


def _happening(demand: Any, by: Any) -> Any:
    return agenda.note_happening(
        demand=demand, kind="contact", day=marked_world.ago(3), addressee=None, by=by, **SAID
    )


def _evidence(demand: Any, by: Any) -> Any:
    return agenda.put_forward_evidence(
        demand=demand, says="Funn", source="Rapport", year=2020, link="", figure=None, by=by
    )


def _seen_by(model: type[Model], row: Any, **facts: Any) -> None:
    """As if the other editor had done so, on a day of our choosing."""
    model._default_manager.filter(pk=row.pk).update(**facts)
