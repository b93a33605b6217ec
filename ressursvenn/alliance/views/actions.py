"""Campaign actions on the desk: planned, rewritten, read by another, called off, and their list."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.trying import done, made, tried_or_told

from .. import changes, forms, kinds, queries, words
from ..forms.actions import as_typed
from ._shared import ASKED, EDIT, or_404, posted, the

SAVED = "Lagret. En annen redaktør må lese aksjonen før den står på de åpne sidene."


@require_safe
@requires(EDIT)
def everything(request) -> HttpResponse:
    """Every action, the newest first."""
    page = {"actions": queries.visible_to(request.user), "today": timezone.localdate()}
    return render(request, "alliance/actions.html", page)


@require_http_methods(ASKED)
@requires(EDIT)
def new(request) -> HttpResponse:
    """First which kind, then what, where and when."""
    kind = kinds.KINDS.get(request.GET.get("slag", ""))
    if request.method != "POST" and kind is None:
        return render(request, "alliance/action_kinds.html", {"kinds": kinds.KINDS.values()})
    members = queries.names_of_members(timezone.localdate())
    begins = {"kind": kind.code, "told": kind.about} if kind else {}
    form = forms.ActionForm(posted(request), members=members, initial=begins)
    if row := made(form, changes.plan, by=request.user):
        messages.success(request, SAVED)
        return redirect("alliance:action", row.reference)
    return render(request, "alliance/action_write.html", {"form": form, "kind": kind})


@require_safe
@requires(EDIT)
def one(request, reference: str) -> HttpResponse:
    """One action, with all that belongs to it."""
    return page_of(request, reference)


@require_http_methods(ASKED)
@requires(EDIT)
def rewrite(request, reference: str) -> HttpResponse:
    """What everybody reads stays until another has read this."""
    action = the_action(request, reference)
    members = queries.names_of_members(timezone.localdate())
    form = forms.ActionForm(posted(request), members=members, initial=as_typed(action, members))
    if request.method == "POST" and done(form, changes.rewrite, action=action, by=request.user):
        messages.success(request, SAVED)
        return redirect("alliance:action", reference)
    return render(request, "alliance/action_write.html", {"form": form, "action": action})


@require_POST
@requires(EDIT)
def show(request, reference: str) -> HttpResponse:
    """Another has read it as it is."""
    action, form = the_action(request, reference), forms.ReadForm(request.POST)
    if done(form, changes.show, action=action, by=request.user):
        messages.success(request, "Aksjonen står på de åpne sidene og i kalenderfilen.")
        return redirect("alliance:action", reference)
    return page_of(request, reference, read_form=form)


@require_http_methods(ASKED)
@requires(EDIT)
def call_off(request, reference: str) -> HttpResponse:
    """It will not be: asked once."""
    action = the_action(request, reference)
    if request.method == "POST":
        said = "Aksjonen er avlyst. Det står på de åpne sidene nå."
        tried_or_told(request, changes.call_off, said=said, action=action, by=request.user)
        return redirect("alliance:action", reference)
    return render(request, "alliance/action_call_off.html", {"action": action})


@require_POST
@requires(EDIT)
def open_again(request, reference: str) -> HttpResponse:
    """It will be after all."""
    action, said = the_action(request, reference), "Aksjonen er ikke avlyst lenger."
    tried_or_told(request, changes.open_again, said=said, action=action, by=request.user)
    return redirect("alliance:action", reference)


@require_http_methods(ASKED)
@requires(EDIT)
def throw_away(request, reference: str) -> HttpResponse:
    """It came to nothing: asked once. What everybody has read is called off instead."""
    action = the_action(request, reference)
    if hasattr(action, "shown"):
        raise Http404
    if request.method == "POST":
        said = "Utkastet er kastet."
        tried_or_told(request, changes.throw_away, said=said, action=action, by=request.user)
        return redirect("alliance:actions")
    return render(request, "alliance/action_throw_away.html", {"action": action})


@require_POST
@requires(EDIT)
def add_item(request, reference: str) -> HttpResponse:
    """One thing more to do, or to bring."""
    action, form = the_action(request, reference), forms.ItemForm(request.POST)
    if done(form, changes.add_item, action=action, by=request.user):
        messages.success(request, "Lagt til på listen.")
        return redirect("alliance:action", reference)
    return page_of(request, reference, item_form=form)


ON_ITEM = {
    "done": changes.note_item_done,
    "undone": changes.note_item_undone,
    "out": changes.take_out_item,
}


@require_POST
@requires(EDIT)
def item(request, reference: str) -> HttpResponse:
    """Done, not done after all, or off the list. The button says which."""
    row, change = the("item", reference), ON_ITEM.get(request.POST.get("do", ""))
    if change:
        tried_or_told(request, change, item=row, by=request.user)
    return redirect("alliance:action", row.action.reference)


def the_action(request, reference: str) -> Any:
    return or_404(queries.visible_to(request.user).filter(reference=reference).first())


def page_of(request, reference: str, **bound: Any) -> HttpResponse:
    """The page of one action. `bound` are forms that could not be kept."""
    action = or_404(queries.one_visible_to(request.user, reference))
    shown, report = getattr(action, "shown", None), getattr(action, "report", None)
    today, items = timezone.localdate(), list(action.items.all())
    page = {
        "action": action,
        "kind": kinds.KINDS[action.kind],
        "hole": words.HOLES.get(action.hole, ""),
        "shown": shown,
        "as_shown": bool(shown and shown.version == action.version),
        "own": action.written_by_id == request.user.pk,
        "tasks": [row for row in items if row.sort == words.TASK],
        "materials": [row for row in items if row.sort == words.MATERIAL],
        "report": report,
        "own_report": bool(report and report.written_by_id == request.user.pk),
        "photos": action.photos.all(),
        "given": sum(row.number for row in action.given),
        "has_been": action.day <= today and not action.called_off_on,
        "today": today,
        "read_form": forms.ReadForm(initial={"read": action.version}),
        "report_read_form": forms.ReadForm(initial={"read": report.version}) if report else None,
        "item_form": forms.ItemForm(initial={"sort": words.TASK}),
        "photo_form": forms.PhotoForm(),
        **bound,
    }
    return render(request, "alliance/action.html", page)
