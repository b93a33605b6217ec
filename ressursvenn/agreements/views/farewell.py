"""How somebody leaves: the talk, a thank-you, a certificate of service, the last day, and what comes after."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening, retention
from ressursvenn.shapes.files import as_paper
from ressursvenn.shapes.trying import done, made, tried_or_told

from .. import changes, forms, queries, setting, thanks, words
from .staff import opened, the_volunteer


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def leaving(request, reference: str):
    """All of it on one page, in the order it is done."""
    return _page(request, the_volunteer(request, reference))


def _page(request, volunteer: Any, **tried: Any):
    opened(request, volunteer)
    today = timezone.localdate()
    service = queries.service_of(request.user, volunteer)
    after = queries.afterwards(request.user, volunteer)
    until = volunteer.left_on or service.until or today
    first = {"began": service.began, "until": until, "hours": service.hours or None,
             "course_hours": service.course_hours or None, "language": "nb"}  # fmt: skip
    page = {
        "volunteer": volunteer,
        "talk": _latest_talk(request, volunteer),
        "talk_form": forms.TalkForm(today=today, last=after.asked_until),
        "service": service,
        "service_form": forms.ServiceForm(initial=first),
        "service_papers": [
            (row, setting.grouped(row.print))
            for row in queries.service_papers_of(request.user, volunteer)
        ],
        "farewell_form": forms.FarewellForm(today=today),
        "thanks": thanks.for_her(
            volunteer.first_name, str(volunteer.association.name), met=service.met
        ),
        "goes_on": after.kept.goes_on(retention.limits_on(today)),
        "held": after.kept.held,
        "keep_days": after.days,
        **tried,
    }
    return render(request, "agreements/leaving.html", page)


def _latest_talk(request, volunteer: Any) -> dict[str, Any] | None:
    """Why she left, and what we should change, only to coordinators and to whoever she told it."""
    talks = queries.talks_with(request.user, volunteer)[:1]
    if not talks:
        return None
    (talk,) = opening.open_records(talks, by=request.user, purpose="volunteer_page")
    hears = request.user.may(Permission.SEE_CONCERNS) or talk.held_by_id == request.user.pk
    return {
        "row": talk,
        "hears": hears,
        "why": words.WHY_SHE_LEAVES.get(talk.why, "") if hears else "",
        "to_change": talk.to_change if hears else "",
        "come_back": words.COME_BACK.get(talk.come_back, ""),
        "due": bool(talk.ask_again_from and talk.ask_again_from <= timezone.localdate()),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def talk(request, reference: str):
    """What she said when she left."""
    volunteer = the_volunteer(request, reference)
    if request.method != "POST":
        return redirect("agreements:leaving", reference)
    last = queries.afterwards(request.user, volunteer).asked_until
    form = forms.TalkForm(request.POST, today=timezone.localdate(), last=last)
    if done(form, changes.note_exit_talk, volunteer=volunteer, by=request.user):
        messages.success(request, "Samtalen er notert.")
        return redirect("agreements:leaving", reference)
    return _page(request, volunteer, talk_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def service(request, reference: str):
    """A certificate of service, as a file."""
    volunteer = the_volunteer(request, reference)
    if request.method != "POST":
        return redirect("agreements:leaving", reference)
    form = forms.ServiceForm(request.POST)
    issued = made(form, changes.issue_service_paper, volunteer=volunteer, by=request.user)
    if issued is not None:
        return as_paper(issued)
    return _page(request, volunteer, service_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def left(request, reference: str):
    """Her last day. Her access ends and the papers are shredded, so it takes a fresh proof."""
    volunteer = the_volunteer(request, reference)
    if request.method != "POST":
        return redirect("agreements:leaving", reference)
    return _left(request, volunteer)


@fresh_first
def _left(request, volunteer: Any):
    form = forms.FarewellForm(request.POST)
    if done(form, changes.say_farewell, volunteer=volunteer, by=request.user):
        messages.success(
            request, "Hun har sluttet. Innloggingen er stengt, og papirene er makulert."
        )
        return redirect("agreements:leaving", volunteer.reference)
    return _page(request, volunteer, farewell_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def asked_again(request, reference: str):
    """Somebody has asked her."""
    volunteer = the_volunteer(request, reference)
    talks = queries.talks_with(request.user, volunteer)[:1]
    if request.method == "POST" and "asked" in request.POST and talks:
        tried_or_told(
            request, changes.note_asked_again, talk=talks[0], by=request.user,
            said="Det er notert at hun er spurt.", instead="Det var alt notert.",
        )  # fmt: skip
    return redirect("agreements:leaving", reference)
