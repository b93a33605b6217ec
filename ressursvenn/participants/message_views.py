"""A message to her: exactly what would arrive, from whom and when, before anybody says send."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission

from . import changes, reaching
from .forms import MessageForm
from .views import opened, visible

LEAD = Permission.LEAD_PARTICIPANTS


@require_http_methods(["GET", "POST"])
@requires(LEAD)
def message(request, reference):
    """What would arrive, as it would arrive; nothing is written before she says send."""
    participant = opened(request, visible(request, reference), "message_form")
    form = MessageForm(request.POST or None)
    if form.is_valid() and _written(form, participant, request.user):
        messages.success(request, "Skrevet. Her ser du hva det ble til.")
        return redirect("participants:one", reference)
    about = reaching.preview(participant, timezone.now())
    page = {"participant": participant, "form": form, "about": about}
    return render(request, "participants/message.html", page)


def _written(form, participant, person) -> bool:
    try:
        changes.write_to_her(participant=participant, by=person, kind=form.cleaned_data["kind"])
    except ValidationError as refused:
        form.add_error(None, refused)
    return form.is_valid()


@require_POST
@requires(LEAD)
def settled(request, reference):
    """She has rung, or found out whether it arrived."""
    changes.settle_messages(participant=visible(request, reference), by=request.user)
    messages.success(request, "Notert.")
    return redirect("participants:one", reference)
