"""Afterwards: how it went, and pictures of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.trying import done, tried, tried_or_told

from .. import changes, forms
from ._shared import ASKED, EDIT, as_jpeg, posted, the
from .actions import page_of, the_action


@require_http_methods(ASKED)
@requires(EDIT)
def tell(request: HttpRequest, reference: str) -> HttpResponse:
    """How it went."""
    action = the_action(request, reference)
    before = getattr(action, "report", None)
    initial = {name: getattr(before, name) for name in ("told", "came")} if before else {}
    given = sum(row.number for row in action.hand_outs.all() if not row.struck_on)
    form = forms.ReportForm(posted(request), initial={**initial, "buttons": given or None})
    if request.method == "POST" and done(form, changes.tell, action=action, by=request.user):
        messages.success(request, "Lagret. En annen redaktør må lese det før det vises.")
        return redirect("alliance:action", reference)
    return render(request, "alliance/report.html", {"action": action, "form": form})


@require_POST
@requires(EDIT)
def show_report(request: HttpRequest, reference: str) -> HttpResponse:
    """Another has read it."""
    action, form = the_action(request, reference), forms.ReadForm(request.POST)
    if done(form, changes.show_report, action=action, by=request.user):
        messages.success(request, "Alle kan lese hvordan det gikk.")
        return redirect("alliance:action", reference)
    return page_of(request, reference, report_read_form=form)


@require_POST
@requires(EDIT)
def add_photo(request: HttpRequest, reference: str) -> HttpResponse:
    """A picture, with what those in it have said."""
    action = the_action(request, reference)
    form = forms.PhotoForm(request.POST, request.FILES)
    if form.is_valid():
        told = dict(form.cleaned_data)
        came = told.pop("picture").read()
        if tried(form, changes.add_photo, action=action, came=came, by=request.user, **told):
            messages.success(
                request, "Bildet er lagt til. En annen redaktør må si ja før det vises."
            )
            return redirect("alliance:action", reference)
    return page_of(request, reference, photo_form=form)


@require_safe
@requires(EDIT)
def picture(request: HttpRequest, reference: str) -> HttpResponse:
    """The bytes of one, for an editor who is to say yes."""
    return as_jpeg(the("photo", reference).picture)


@require_POST
@requires(EDIT)
def show_photo(request: HttpRequest, reference: str) -> HttpResponse:
    """Another has seen it."""
    row, said = the("photo", reference), "Bildet vises."
    tried_or_told(request, changes.show_photo, said=said, photo=row, by=request.user)
    return redirect("alliance:action", row.action.reference)


@require_POST
@requires(EDIT)
def take_down_photo(request: HttpRequest, reference: str) -> HttpResponse:
    """It is gone for good; nobody asks twice, since somebody in it may be waiting."""
    row, said = the("photo", reference), "Bildet er slettet."
    tried_or_told(request, changes.take_down_photo, said=said, photo=row, by=request.user)
    return redirect("alliance:action", row.action.reference)
