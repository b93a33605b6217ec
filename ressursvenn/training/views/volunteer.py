"""On her phone, on the bus: the next evening first, one button, and what is left for her to make up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.shapes import calendar
from ressursvenn.shapes.files import as_calendar
from ressursvenn.shapes.told import Nothing
from ressursvenn.shapes.trying import done, tried_or_told
from ressursvenn.volunteers import facts as road

from .. import changes, facts, queries, topics
from ..models import Course
from ..words import REFRESHER
from ._shared import (
    certificate_of,
    course_of,
    evenings_of,
    may_come_back,
    next_evening,
    open_for_sign_up,
    opens_on,
    standing_of,
)


def _herself(request) -> Any:
    """Her own row, or no page: an account without one has no course."""
    hers = queries.herself(request.user)
    if hers is None:
        raise Http404
    return hers


def _terms(request) -> Terms:
    return accounts.terms(request.user.association)


def _course(hers: Any, reference: str) -> Course:
    found = course_of(queries.of_association(hers), reference)
    if found is None:
        raise Http404
    return found


@require_safe
@requires(Permission.OWN_ROAD)
def own(request) -> HttpResponse:
    """Her next evening, the courses she may sign up for, and what is left."""
    hers = queries.herself(request.user)
    if hers is None:
        return render(request, "training/own.html", {"nobody": True})
    terms = _terms(request)
    hours, attended = road.of(hers).course_hours, queries.attendances_of(hers)
    stands = _stands(hers, terms)
    on_it = {one["course"].pk for one in stands if one["on_it"] and not one["number"]}
    page = standing_of(hers, hours, attended, on_it, terms)
    as_guest = [one for one, _ in page["to_take"] if one.agreed]
    page |= _sorted_out(stands, as_guest, new=page["hours"] < page["needed"])
    return render(request, "training/own.html", page)


def _stands(hers: Any, terms: Terms) -> list[dict[str, Any]]:
    """Every course of her association, and where she stands in it."""
    courses = list(queries.with_evenings(queries.of_association(hers)))
    rows = queries.sign_ups_of_many(courses)
    return [_standing(course, rows[course.pk], hers, terms) for course in courses]


def _sorted_out(
    told: list[dict[str, Any]], as_guest: list[queries.ToTake], *, new: bool
) -> dict[str, Any]:
    """By what each course is to her; her next evening over all. Courses for new ones if she is `new`."""
    mine = [one for one in told if one["on_it"]]
    coming = [(one["next"], one["course"]) for one in mine if one["next"] and not one["number"]]
    coming += [(one.evening, one.evening.course) for one in as_guest]
    coming.sort(key=lambda one: (one[0].day, one[0].begins))
    return {
        "next": coming[0] if coming else None,
        "moved_up": [one["course"] for one in mine if one["moved_up"] and one["to_come"]],
        "mine": mine,
        "asked": [one["course"] for one in told if one["asked"] and one["open"]],
        "open": [
            one["course"]
            for one in told
            if one["open"] and not one["on_it"] and not one["asked"]
            if new or one["course"].kind == REFRESHER
        ],
    }


def _standing(course: Course, rows: list[Any], hers: Any, terms: Terms) -> dict[str, Any]:
    """One course and where she stands in it."""
    row = next((one for one in rows if one.volunteer_id == hers.pk), None)
    upcoming, is_open = next_evening(course, terms), open_for_sign_up(course, terms)
    on_it, queue = bool(row and row.stands), facts.queue_of(course, rows)
    return {
        "course": course,
        "row": row,
        "on_it": on_it,
        "asked": bool(row and row.invited_on and not row.signed_up_at and not row.withdrawn_at),
        "number": queue.number_of(hers.pk),
        "moved_up": bool(row and facts.moved_up(row, queue)),
        "left": facts.places_in(course) - len(queue.with_place),
        "next": upcoming,
        "open": is_open,
        "to_come": upcoming is not None and course.first_on >= terms.today,  # type: ignore[attr-defined]
        "over": upcoming is None and not course.called_off_on,
    }


@require_safe
@requires(Permission.OWN_ROAD)
def one(request, reference: str) -> HttpResponse:
    """A course as somebody understands it on the bus."""
    hers = _herself(request)
    return _page_of(request, hers, _course(hers, reference))


def _page_of(request, hers: Any, course: Course, form: Any = None) -> HttpResponse:
    terms, rows = _terms(request), queries.sign_ups_of(course)
    stands = _standing(course, rows, hers, terms)
    row = stands["row"]
    page = {
        **stands,
        "evenings": [
            {**one, "topics": topics.in_words(one["evening"].topics, course.language)}
            for one in evenings_of(course, terms)
        ],
        "withdrawn": bool(row and row.withdrawn_at),
        "may_come_back": bool(row) and may_come_back(course, row, rows, terms),
        "opens_on": opens_on(course, terms),
        "materials": queries.materials_of(course),
        "form": form,
    }
    return render(request, "training/own_course.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.OWN_ROAD)
def sign_up(request, reference: str) -> HttpResponse:
    """She comes."""
    return _done(request, reference, changes.sign_up, "Du er påmeldt.")


@require_http_methods(["GET", "POST"])
@requires(Permission.OWN_ROAD)
def withdraw(request, reference: str) -> HttpResponse:
    """She does not come after all; or, the same day, that was a slip of the thumb. The button says which."""
    change, said = changes.withdraw, "Du er meldt av."
    if "regret" in request.POST:
        change, said = changes.regret_withdrawal, "Avmeldingen er angret."
    asked = "regret" in request.POST or "withdraw" in request.POST
    return _done(request, reference, change if asked else None, said)


def _done(request, reference: str, change: Callable[..., object] | None, said: str) -> HttpResponse:
    """Without a change nothing was asked for."""
    hers = _herself(request)
    course = _course(hers, reference)
    if request.method != "POST" or change is None:
        return redirect("training_volunteer:one", reference)
    form = Nothing(request.POST)
    if done(form, change, course=course, volunteer=hers, by=request.user):
        messages.success(request, said)
        return redirect("training_volunteer:one", reference)
    return _page_of(request, hers, course, form=form)


@require_http_methods(["GET", "POST"])
@requires(Permission.OWN_ROAD)
def make_up(request, reference: str) -> HttpResponse:
    """She comes to this evening for one she missed, or does not after all."""
    evening = get_object_or_404(queries.evenings_open_to(request.user), reference=reference)
    if request.method == "POST":
        off = "regret" in request.POST
        change = changes.call_off_make_up if off else changes.make_up
        said = "Du er ikke ventet den kvelden." if off else "Du er ventet den kvelden."
        about = {"evening": evening, "volunteer": _herself(request), "by": request.user}
        tried_or_told(request, change, said=said, **about)
    return redirect("training_volunteer:all")


@require_safe
@requires(Permission.OWN_ROAD)
def calendar_file(request, reference: str) -> HttpResponse:
    """One evening for her calendar: a time and nothing else."""
    row = get_object_or_404(queries.evenings_open_to(request.user), reference=reference)
    return as_calendar(calendar.evening(row.day, row.begins, row.ends))


@require_safe
@requires(Permission.OWN_ROAD)
def certificate(request) -> HttpResponse:
    """Her own certificate of completion. Without the hours there is none yet."""
    return certificate_of(request, _herself(request), reverse("training_volunteer:all"))
