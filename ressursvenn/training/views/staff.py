"""At the desk: the courses, and one course with its evenings and materials. Who comes: `people.py`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import norwegian
from ressursvenn.programme.limits import Terms
from ressursvenn.protection import opening
from ressursvenn.shapes.told import Told
from ressursvenn.shapes.trying import done, made

from .. import changes, facts, forms, queries, topics
from ..models import Course, Evening, SignUp
from ._shared import (
    course_of,
    evenings_of,
    has_ended,
    may_come_back,
    next_evening,
    open_for_sign_up,
    opens_on,
)

ON_THE_PAGE: dict[str, Callable[..., Told]] = {  # the forms of the page of one course
    "evening_form": partial(forms.EveningForm, auto_id="kveld_%s"),
    "material_form": partial(forms.MaterialForm, auto_id="les_%s"),
}


def terms_of(request) -> Terms:
    return accounts.terms(request.user.association)


def the_course(request, reference: str) -> Course:
    """One of those this person may see; to her the others do not exist."""
    found = course_of(queries.visible_to(request.user), reference)
    if found is None:
        raise Http404
    return found


def the_evening(request, reference: str) -> Evening:
    return get_object_or_404(queries.evenings_visible_to(request.user), reference=reference)


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def everything(request) -> HttpResponse:
    """Courses that are coming or under way, soonest first, and those that have been, latest first."""
    terms = terms_of(request)
    told = [
        {"course": course, "next": next_evening(course, terms), "count": len(course.evenings.all()),
         "taken": min(course.signed_up, facts.places_in(course)),  # type: ignore[attr-defined]
         "waiting": max(0, course.signed_up - facts.places_in(course))}  # type: ignore[attr-defined]
        for course in queries.with_evenings(queries.visible_to(request.user))
    ]  # fmt: skip
    coming = [one for one in told if one["next"]]
    bare = [one for one in told if not one["count"] and not one["course"].called_off_on]
    past = [one for one in told if one not in coming and one not in bare]
    coming.sort(key=lambda one: (one["next"].day, one["next"].begins))
    return render(request, "training/all.html", {"coming": coming + bare, "past": past})


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def new(request) -> HttpResponse:
    """A course is planned."""
    form = forms.CourseForm(request.POST if request.method == "POST" else None)
    to = {"association": request.user.association, "by": request.user}
    if course := made(form, changes.lay_out_course, **to):
        messages.success(request, "Kurset er satt opp. Legg til den første kvelden.")
        return redirect("training:one", course.reference)
    return render(request, "training/new.html", {"form": form})


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def one(request, reference: str) -> HttpResponse:
    """One course: its evenings, who comes, who waits, who is asked, and what to read."""
    return page_of(request, the_course(request, reference))


def page_of(request, course: Course, **tried: Any) -> HttpResponse:
    """The page. `tried` is a form that could not be kept, with what was typed."""
    terms = terms_of(request)
    page = {
        "course": course,
        "evenings": evenings_of(course, terms),
        "next": next_evening(course, terms),
        "open": open_for_sign_up(course, terms),
        "opens_on": opens_on(course, terms),
        "may_withdraw": not course.called_off_on and not has_ended(course, terms),
        **_people(request, course, terms),
        "noted": queries.noted_evenings_of(course),
        "materials": queries.materials_of(course),
        "topics": topics.TOPICS,
        **{name: form() for name, form in ON_THE_PAGE.items()},
        **tried,
    }
    return render(request, "training/one.html", page)


def _people(request, course: Course, terms: Terms) -> dict[str, Any]:
    """Everybody invited or signed up, by how she stands; their names opened in one go."""
    rows = queries.sign_ups_of(course)
    opened = opening.open_cards([row.volunteer for row in rows], by=request.user, purpose="list")
    known = {row.pk for row in opened}
    rows = [row for row in rows if row.volunteer_id in known]
    queue = facts.queue_of(course, rows)
    for row in rows:
        row.moved_up = facts.moved_up(row, queue)  # type: ignore[attr-defined]
        row.may_come_back = may_come_back(course, row, rows, terms)  # type: ignore[attr-defined]
    asked = [
        row for row in rows if row.invited_on and not row.signed_up_at and not row.withdrawn_at
    ]
    return {
        "with_place": sorted(queue.with_place, key=_called),
        "waiting": queue.waiting,
        "asked": sorted(asked, key=_called),
        "no_thanks": sorted((row for row in rows if row.withdrawn_at), key=_called),
    }


def _called(row: SignUp) -> str:
    return norwegian(row.volunteer.first_name)


def to_ring(request, volunteers: list[Any]) -> list[Any]:
    """Of those who are to be told, the ones without an account: they see it nowhere. Opened."""
    without = [one for one in volunteers if one.person_id is None]
    opened = opening.open_cards(without, by=request.user, purpose="list")
    return sorted(opened, key=lambda one: norwegian(one.first_name))


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def put_right(request, reference: str) -> HttpResponse:
    """The name, the places, the days, what to bring."""
    course = the_course(request, reference)
    names = tuple(forms.CourseForm.base_fields)
    form = forms.CourseForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(course, name) for name in names},
    )
    if request.method == "POST" and done(
        form, changes.put_right_course, course=course, by=request.user
    ):
        messages.success(request, "Kurset er rettet.")
        return redirect("training:one", reference)
    return render(request, "training/new.html", {"form": form, "course": course})


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def put_in_evening(request, reference: str) -> HttpResponse:
    """One evening more."""
    said = "Kvelden er lagt inn."
    return _put_in(request, reference, "evening_form", changes.put_in_evening, said)


def _put_in(
    request, reference: str, name: str, change: Callable[..., object], said: str
) -> HttpResponse:
    """Something more on a course, by a form of its page. What could not be kept stands in that form."""
    course = the_course(request, reference)
    if request.method != "POST":
        return redirect("training:one", reference)
    form = ON_THE_PAGE[name](request.POST)
    if done(form, change, course=course, by=request.user):
        messages.success(request, said)
        return redirect("training:one", reference)
    return page_of(request, course, **{name: form})


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def move_evening(request, reference: str) -> HttpResponse:
    """Another day, time or place. The page says who is on the course and will see it."""
    evening = the_evening(request, reference)
    names = tuple(forms.EveningForm.base_fields)
    form = forms.EveningForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(evening, name) for name in names},
    )
    if request.method == "POST" and done(
        form, changes.move_evening, evening=evening, by=request.user
    ):
        messages.success(request, "Kvelden er rettet. De som er påmeldt, ser det på sin side.")
        return redirect("training:one", evening.course.reference)
    told = queries.expected_at(evening)
    page = {"evening": evening, "course": evening.course, "form": form, "told": len(told),
            "to_ring": to_ring(request, told)}  # fmt: skip
    return render(request, "training/evening.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def call_off_evening(request, reference: str) -> HttpResponse:
    """This evening will not be held: asked once, since they who come must be told."""
    evening = the_evening(request, reference)
    form = forms.CallingOffForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(
        form, changes.call_off_evening, evening=evening, by=request.user
    ):
        messages.success(request, "Kvelden er avlyst.")
        return redirect("training:one", evening.course.reference)
    told = queries.expected_at(evening)
    page = {"course": evening.course, "evening": evening, "form": form, "told": len(told),
            "to_ring": to_ring(request, told)}  # fmt: skip
    return render(request, "training/call_off.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def call_off(request, reference: str) -> HttpResponse:
    """The course will not be held: asked once."""
    course = the_course(request, reference)
    form = forms.CallingOffForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(
        form, changes.call_off_course, course=course, by=request.user
    ):
        messages.success(request, "Kurset er avlyst.")
        return redirect("training:all")
    told = [row.volunteer for row in queries.sign_ups_of(course) if row.stands]
    page = {"course": course, "form": form, "told": len(told), "to_ring": to_ring(request, told)}
    return render(request, "training/call_off.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def offer_material(request, reference: str) -> HttpResponse:
    """Something to read, by its address."""
    said = "Lenken vises på kurssiden."
    return _put_in(request, reference, "material_form", changes.offer_material, said)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def take_out_material(request, reference: str, number: int) -> HttpResponse:
    """It is no longer shown."""
    course = the_course(request, reference)
    material = get_object_or_404(course.materials, pk=number)
    if "take_out" in request.POST:
        changes.take_out_material(material=material, by=request.user)
        messages.success(request, "Lenken er tatt bort.")
    return redirect("training:one", reference)
