"""What waits for two: one page with everything, a yes or no in one tap, and what an administrator asks."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission

from . import accounts as about_accounts
from . import acts, changes, queries
from .forms import RoleForm, WhoForm

ANSWERS = {"yes": True, "no": False}
SAID = {True: "Du sa ja. Det er gjort, og begge navnene står i loggen.", False: "Du sa nei."}


@require_safe
@requires(Permission.SEE_MY_DAY)
def everything(request):
    """What this person may answer, what she has asked for, and what came of it."""
    person = request.user
    waiting = queries.with_summaries(queries.concerning(person), accounts.terms(person.association))
    hers = queries.groups(one for one in waiting if one.row.asked_by_id == person.pk)
    others = queries.groups(one for one in waiting if one.row.asked_by_id != person.pk)
    few = queries.ONE_BY_ONE
    page = {
        "single": [one for group in others if len(group.rows) <= few for one in group.rows],
        "several": [group for group in others if len(group.rows) > few],
        "mine": hers,
        "answered": queries.answered_lately(person),
    }
    return render(request, "together/all.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.SEE_MY_DAY)
def answer(request, reference):
    """A yes or a no, in one tap. What was answered, taken back or too old already says so."""
    asked = get_object_or_404(queries.within_sight(request.user), reference=reference)
    said = ANSWERS.get(request.POST.get("answer", ""))
    if request.method != "POST" or said is None:
        return redirect("together:all")
    if said and acts.called(asked.act).fresh:
        return fresh_first(_answer)(request, asked, said)
    return _answer(request, asked, said)


def _answer(request, asked, said):
    row = _tried(request, changes.answer, asked=asked, yes=said, by=request.user)
    if row and row.yes and row.act == about_accounts.RECOVER:
        link = request.build_absolute_uri(reverse("welcome", args=[row.outcome]))
        return render(request, "together/word.html", {"link": link})
    if row:
        messages.success(request, SAID[said])
    return redirect("together:all")


@require_http_methods(["GET", "POST"])
@requires(Permission.SEE_MY_DAY)
def answer_many(request):
    """The same for several of the same kind: those that were ticked, or all that are listed."""
    said = ANSWERS.get(request.POST.get("answer", ""))
    if request.method != "POST" or said is None:
        return redirect("together:all")
    return fresh_first(_answer_many)(request, said) if said else _answer_many(request, said)


def _answer_many(request, said):
    listed = request.POST.getlist("listed" if request.POST.get("all") else "asked")
    done, refused = _answered(request, listed, said)
    if done:
        messages.success(request, f"{'Ja' if said else 'Nei'} er notert for {done}.")
    for sentence in refused:
        messages.error(request, sentence)
    if not listed:
        messages.error(request, "Kryss av for dem du vil svare på, eller for alle.")
    return redirect("together:all")


def _answered(request, listed, said) -> tuple[int, list[str]]:
    """How many were answered, and each different reason why another was not."""
    done = 0
    refused: dict[str, None] = {}
    for asked in queries.within_sight(request.user).filter(reference__in=listed):
        try:
            changes.answer(asked=asked, yes=said, by=request.user)
            done += 1
        except ValidationError as no:
            refused[f"Ikke notert for {asked.reference}. {_why(no)}"] = None
    return done, list(refused)


@require_http_methods(["GET", "POST"])
@requires(Permission.SEE_MY_DAY)
def take_back(request, reference):
    """It is no longer asked for."""
    asked = get_object_or_404(queries.within_sight(request.user), reference=reference)
    if request.method == "POST" and _tried(
        request, changes.take_back, asked=asked, by=request.user
    ):
        messages.success(request, "Det er tatt tilbake. Ingen er spurt om det lenger.")
    return redirect("together:all")


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_SYSTEM)
@fresh_first
def role(request):
    """A system administrator asks for a change of role. She gives none alone."""
    form = RoleForm(
        request.POST or None,
        people=accounts.staff(),
        associations=accounts.associations(),
        centres=accounts.centres(),
    )
    if form.is_valid():
        detail = about_accounts.detail_of(form.cleaned_data["role"], form.house)
        if _asked(request, form, about_accounts.CHANGE_ROLE, detail):
            return redirect("together:all")
    return render(request, "together/role.html", {"form": form, "roles": about_accounts.given()})


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_SYSTEM)
@fresh_first
def recovery(request):
    """A system administrator asks that a colleague who is locked out may enrol anew."""
    form = WhoForm(request.POST or None, people=accounts.staff())
    if form.is_valid() and _asked(request, form, about_accounts.RECOVER, ""):
        return redirect("together:all")
    return render(request, "together/recovery.html", {"form": form})


def _asked(request, form, act, detail) -> bool:
    about = form.cleaned_data["person"]
    try:
        changes.ask(act=act, about=about, detail=detail, association=None, by=request.user)
    except ValidationError as no:
        form.add_error(None, ValidationError(no.messages))
        return False
    messages.success(request, "Det er spurt. Det skjer når en annen sier ja.")
    return True


def _tried(request, change, **given):
    """What the change gave back; None, and the reason as a message, when it was refused."""
    try:
        return change(**given)
    except ValidationError as no:
        messages.error(request, _why(no))
        return None


def _why(no: ValidationError) -> str:
    return " ".join(f"Ikke oppfylt: {sentence}" for sentence in no.messages)
