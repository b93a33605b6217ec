"""What is put into a grant, a form at a time: goals, lines, partners, conditions, changes, what was learnt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import holders_of
from ressursvenn.shapes.trying import tried_or_told

from .. import changes, forms, queries
from ._shared import ASKED, KEEP, Asking, asks, asks_once, part_of, posted, the_grant

View = Callable[..., HttpResponseBase]
Extra = Callable[[Any], dict[str, Any]]


def _nothing(grant: Any) -> dict[str, Any]:
    return {}


def _adding(
    form: Callable[..., Any], change: Callable[..., Any], head: str, button: str, said: str, *,
    more: Extra = _nothing, to: str = "grants:one", lead: str = "",
) -> View:  # fmt: skip
    """A page where something is put into a grant. `more` is what its form is told."""

    @require_http_methods(ASKED)
    @requires(KEEP)
    def page(request: HttpRequest, reference: str) -> HttpResponse:
        grant = the_grant(reference)
        asking = Asking(
            head=head, button=button, said=said, up=(to, reference), up_word=grant.title, lead=lead
        )
        return asks(request, form(posted(request), **more(grant)), change, asking, grant=grant)

    return page


goal = _adding(
    forms.GoalForm, changes.set_goal, "Sett et delmål", "Lagre delmålet", "Delmålet er lagret.",
    lead="Hva skal tilskuddet føre til? Hvert delmål trenger noe som kan telles.",
)  # fmt: skip
line = _adding(
    forms.LineForm, changes.set_line, "Legg til en budsjettlinje", "Lagre linjen", "Linjen er lagret.",
    lead="Linjer for Ressursvenn og Rød Knapp holdes hver for seg. Det som er felles, står som felles.",
)  # fmt: skip
partner = _adding(
    forms.PartnerForm, changes.name_partner, "Noter en samarbeidspartner", "Noter", "Partneren er notert.",
    to="grants:underway",
)  # fmt: skip
counts = _adding(
    forms.CountForm, changes.let_count, "La en aktivitet telle", "La den telle", "Aktiviteten teller nå.",
    more=lambda grant: {"association": grant.association, "already": queries.counted_of(grant)},
    to="grants:underway",
    lead="Det samme kan ikke telle for to givere på samme tid og sted, om ikke begge brevene sier at det kan.",
)  # fmt: skip
divide = _adding(
    forms.DivideForm, changes.divide, "Fordel beløpet", "Fordel", "Beløpet er fordelt.",
    more=lambda grant: {"lines": queries.lines_of(grant)},
    lead="Linjene skal til sammen bli det som står i brevet.",
)  # fmt: skip
next_report = _adding(
    forms.NextReportForm, changes.note_next_report, "Når skal neste rapport være inne?", "Noter dagen",
    "Dagen er notert.",
)  # fmt: skip
condition = _adding(
    forms.ConditionForm, changes.note_condition, "Noter et vilkår", "Noter vilkåret", "Vilkåret er notert.",
    lead="Ett vilkår om gangen. Har det en frist, kommer det i Min dag hos den ansvarlige.",
)  # fmt: skip
change = _adding(
    forms.ChangeForm, changes.ask_for_change, "Noter at dere har bedt om en endring", "Noter",
    "Endringen er notert. Noter svaret når det kommer.",
    more=lambda grant: {"lines": queries.lines_of(grant), "initial": {"asked_day": timezone.localdate()}},
    lead="Endringer gjelder først når giveren har sagt ja.",
)  # fmt: skip
experience = _adding(
    forms.ExperienceForm, changes.note_experience, "Noter en erfaring", "Noter", "Erfaringen er notert.",
    more=lambda grant: {"initial": {"day": timezone.localdate()}},
    to="grants:underway",
    lead="Det du noterer nå, står klart i rapporten.",
)  # fmt: skip


def _keepers(grant: Any) -> dict[str, Any]:
    keepers = [one for one in accounts.staff() if one.role in holders_of(KEEP)]
    return {"keepers": keepers, "initial": {"owner": grant.owner.reference}}


owner = _adding(
    forms.OwnerForm, changes.hand_over, "Hvem svarer for tilskuddet?", "Lagre", "Ansvaret er flyttet.",
    more=_keepers, lead="Fristene kommer i Min dag hos den som svarer for det.",
)  # fmt: skip


@require_http_methods(ASKED)
@requires(KEEP)
def indicator(request: HttpRequest, reference: str) -> HttpResponse:
    """How one sees whether a goal is met."""
    row = part_of("delmaal", reference)
    grant = row.its_grant
    asking = Asking(
        head="Legg til noe som telles", button="Lagre", said="Lagret.", up=("grants:one", grant.reference),
        up_word=grant.title,
    )  # fmt: skip
    form = forms.IndicatorForm(posted(request), part=row.part, association=grant.association)
    return asks(request, form, changes.set_indicator, asking, goal=row)


@require_http_methods(ASKED)
@requires(KEEP)
def change_answer(request: HttpRequest, reference: str) -> HttpResponse:
    """The funder said yes or no to a change; or that was a slip, and the button says so."""
    row = part_of("endring", reference)
    if "regret" in request.POST:
        said, change = "Svaret er tatt bort. Noter det på nytt.", changes.take_back_answer
        tried_or_told(request, change, said=said, amendment=row, by=request.user)
        return redirect("grants:one", row.its_grant.reference)
    asking = Asking(
        head="Noter svaret på endringen", button="Noter svaret", said="Svaret er notert.",
        up=("grants:one", row.its_grant.reference), up_word=row.its_grant.title, lead=row.says,
    )  # fmt: skip
    form = forms.ChangeAnswerForm(posted(request))
    return asks(request, form, changes.note_change_answered, asking, amendment=row)


@require_POST
@requires(KEEP)
def condition_met(request: HttpRequest, reference: str) -> HttpResponse:
    """We have done what was asked; or that was a slip. The button says which."""
    row, regret = part_of("vilkaar", reference), "regret" in request.POST
    act = changes.note_condition_unmet if regret else changes.note_condition_met
    said = "Vilkåret står som ikke oppfylt." if regret else "Vilkåret er oppfylt."
    tried_or_told(request, act, said=said, condition=row, by=request.user)
    return redirect("grants:one", row.its_grant.reference)


@require_http_methods(ASKED)
@requires(KEEP)
def strike_experience(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once, then strike it: it was wrong, or does not belong there."""
    row = part_of("erfaring", reference)
    asking = _gone(row, "Stryke erfaringen?", "Stryk den", "Strøket.", "grants:underway")
    return asks_once(request, changes.strike_experience, asking, experience=row)


@require_http_methods(ASKED)
@requires(KEEP)
def take_out(request: HttpRequest, kind: str, reference: str) -> HttpResponse:
    """Something that was put in is not to be there after all. What is long is asked about once."""
    row = part_of(kind, reference)
    back = "grants:underway" if kind in ("partner", "aktivitet") else "grants:one"
    asking = _gone(row, "Ta det ut?", "Ta det ut", "Tatt ut.", back)
    return asks_once(request, changes.take_out, asking, row=row)


def _gone(row: Any, head: str, button: str, said: str, back: str) -> Asking:
    text = f"«{row.says}» " if hasattr(row, "says") else ""
    return Asking(
        head=head, button=button, said=said, up=(back, row.its_grant.reference),
        up_word=row.its_grant.title, lead=f"{text}Det kan ikke hentes tilbake.",
    )  # fmt: skip
