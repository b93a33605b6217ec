"""At the desk: who is invited, who comes, who came, the list to print, and one volunteer's course."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import norwegian
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.states import STATION_WORDS, Station
from ressursvenn.protection import opening
from ressursvenn.shapes.told import Nothing
from ressursvenn.shapes.trying import done, tried_or_told
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers import rules as road_rules

from .. import changes, facts, forms, queries, topics
from ..models import Course
from ..words import BASIC
from ._shared import certificate_of, open_for_sign_up, standing_of
from .staff import terms_of, the_course, the_evening

LACK, HAVE, ALL = "mangler", "har", "alle"
WHOM = {LACK: "Mangler timer", HAVE: "Har timene", ALL: "Alle"}


def _volunteer(request, reference: str) -> Any:
    rows = volunteers.visible_to(request.user).select_related("association")
    return get_object_or_404(rows, reference=reference)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def invite(request, reference: str) -> HttpResponse:
    """Many are asked at once. To a course for new ones: those who lack hours, ticked."""
    course = the_course(request, reference)
    rows = list(queries.may_be_invited(request.user, course))
    posted = request.POST if request.method == "POST" else None
    form = forms.Chosen(posted, among=[one.reference for one in rows])
    if posted is not None and form.is_valid():
        chosen = [one for one in rows if one.reference in form.cleaned_data["who"]]
        asked = Nothing({})
        if done(asked, changes.invite, course=course, invited=chosen, by=request.user):
            messages.success(request, _told(chosen))
            return redirect("training:one", reference)
        form.tell_all(asked.non_field_errors())
    return _inviting(request, course, rows, form)


def _told(chosen: list[Any]) -> str:
    """How many, and how many of them see it nowhere."""
    to_ring = sum(one.person_id is None for one in chosen)
    ring = f" {to_ring} har ingen innlogging, og må ringes." if to_ring else ""
    return f"Invitert: {len(chosen)}. De med innlogging ser det på sin side.{ring}"


def _inviting(request, course: Course, rows: list[Any], form: forms.Chosen) -> HttpResponse:
    """Chosen first, and only then opened: nobody's name is read who is not shown."""
    terms = terms_of(request)
    is_open = open_for_sign_up(course, terms)
    told = [_invitable(one, terms) for one in rows] if is_open else []
    page = _chosen(request, course, told)
    shown = {one["volunteer"].pk: one for one in page["told"]}
    people = [one["volunteer"] for one in page["told"]]
    opened = opening.open_cards(people, by=request.user, purpose="list")
    page["told"] = [shown[one.pk] for one in sorted(opened, key=_called)]
    page |= {"course": course, "needed": terms.limits.course_hours, "form": form, "open": is_open}
    return render(request, "training/invite.html", page)


def _called(one: Any) -> str:
    return norwegian(one.first_name)


def _invitable(one: Any, terms: Terms) -> dict[str, Any]:
    known = road.read_off(one)
    hours = known.course_hours or 0
    station = road_rules.station_reached(road_rules.road(known, terms))
    return {
        "volunteer": one,
        "hours": hours,
        "lacks": hours < terms.limits.course_hours,
        "has_account": one.person_id is not None,
        "said_no": one.said_no,
        "station": station,
        "word": STATION_WORDS[station],
    }


def _chosen(request, course: Course, told: list[dict[str, Any]]) -> dict[str, Any]:
    """Those shown: by hours, and by how far along the road. What is on no list is not asked for."""
    usual = LACK if course.kind == BASIC else HAVE
    whom = request.GET.get("hvem", usual)
    whom = whom if whom in WHOM else usual
    station = request.GET.get("kommet-til", "")
    shown = [one for one in told if whom == ALL or one["lacks"] is (whom == LACK)]
    met = {one["station"] for one in told}
    if station in met:
        shown = [one for one in shown if one["station"] == station]
    return {
        "told": shown,
        "anybody": bool(told),
        "tick": whom != ALL,
        "whom": whom,
        "whoms": WHOM,
        "station": station,
        "stations": [(one.value, STATION_WORDS[one]) for one in Station if one in met],
    }


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def sign_up(request, reference: str, volunteer: str) -> HttpResponse:
    """Signed up for her, as she said by telephone."""
    return _for_her(request, reference, volunteer, changes.sign_up, "Hun er påmeldt.")


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def withdraw(request, reference: str, volunteer: str) -> HttpResponse:
    """She does not come after all; or that was said by mistake. The button says which."""
    change, said = changes.withdraw, "Hun er meldt av."
    if "regret" in request.POST:
        change, said = changes.regret_withdrawal, "Avmeldingen er angret."
    asked = "regret" in request.POST or "withdraw" in request.POST
    return _for_her(request, reference, volunteer, change if asked else None, said)


def _for_her(
    request, reference: str, volunteer: str, change: Callable[..., object] | None, said: str
) -> HttpResponse:
    """Without a change nothing was asked for."""
    course, hers = the_course(request, reference), _volunteer(request, volunteer)
    if request.method == "POST" and change is not None:
        tried_or_told(request, change, said=said, course=course, volunteer=hers, by=request.user)
    return redirect("training:one", reference)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def make_up(request, reference: str, volunteer: str) -> HttpResponse:
    """Agreed for her: she comes to this evening for one she was away from, or does not after all."""
    evening, hers = the_evening(request, reference), _volunteer(request, volunteer)
    if request.method == "POST":
        off = "regret" in request.POST
        change = changes.call_off_make_up if off else changes.make_up
        said = "Hun er ikke ventet den kvelden." if off else "Hun er ventet den kvelden."
        tried_or_told(request, change, said=said, evening=evening, volunteer=hers, by=request.user)
    return redirect("training:of", volunteer)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def attendance(request, reference: str) -> HttpResponse:
    """Who came that evening. Said again it is put right, and no hour counts twice."""
    evening = the_evening(request, reference)
    expected = opening.open_cards(queries.expected_at(evening), by=request.user, purpose="list")
    noted = queries.noted_at(evening)
    posted = request.POST if request.method == "POST" else None
    form = forms.AttendanceForm(posted, expected=sorted(expected, key=_called), noted=noted)
    if posted is not None and form.is_valid():
        told = Nothing(request.POST)
        if not form.came:
            form.tell_all(["Velg hvordan det gikk for minst én. De andre kan stå åpne til du vet."])
        elif done(told, changes.note_attendance, evening=evening, came=form.came, by=request.user):
            messages.success(request, "Det er notert hvem som kom.")
            return redirect("training:one", evening.course.reference)
        form.tell_all(told.non_field_errors())
    rows = [(one, form[name]) for name, one in form.by_name.items()]
    page = {"evening": evening, "course": evening.course, "form": form, "rows": rows,
            "counts": evening.course.kind == BASIC,
            "may_note": facts.has_begun(evening) and not evening.is_off}  # fmt: skip
    return render(request, "training/attendance.html", page)


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def paper_list(request, reference: str) -> HttpResponse:
    """A list to print for the evening: first names, boxes to tick, and no way to reach anybody."""
    evening = the_evening(request, reference)
    people = opening.open_cards(queries.expected_at(evening), by=request.user, purpose="list")
    page = {"evening": evening, "course": evening.course, "topics": topics.in_words(evening.topics),
            "people": sorted(people, key=_called)}  # fmt: skip
    return render(request, "training/list.html", page)


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def of(request, reference: str) -> HttpResponse:
    """What one volunteer has been at, what is left, and the courses she is on."""
    volunteer, terms = queries.on_the_road(request.user, reference), terms_of(request)
    if volunteer is None:
        raise Http404
    if not opening.open_cards([volunteer], by=request.user, purpose="volunteer_page"):
        raise Http404
    attended = queries.attendances_of(volunteer)
    courses = _courses_of(volunteer, terms)
    on_it = {one["course"].pk for one in courses["mine"] if one["has_place"]}
    page = {
        "volunteer": volunteer,
        "attendances": attended,
        **standing_of(volunteer, volunteer.course_hours, attended, on_it, terms),
        **courses,
    }
    return render(request, "training/of.html", page)


def _courses_of(volunteer: Any, terms: Terms) -> dict[str, Any]:
    """The courses she is on with where she stands, and those she might be signed up for."""
    courses = list(queries.with_evenings(queries.of_association(volunteer)))
    rows = queries.sign_ups_of_many(courses)
    mine, might = [], []
    for course in courses:
        row = next((one for one in rows[course.pk] if one.volunteer_id == volunteer.pk), None)
        if row and not row.withdrawn_at:
            queue = facts.queue_of(course, rows[course.pk])
            mine.append(
                {"course": course, "row": row, "number": queue.number_of(volunteer.pk),
                 "has_place": queue.has_place(volunteer.pk)}
            )  # fmt: skip
        if not (row and row.stands) and open_for_sign_up(course, terms):
            might.append(course)
    return {"mine": mine, "open": might}


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def certificate(request, reference: str) -> HttpResponse:
    """The certificate of completion, for her. Without the hours there is none."""
    return certificate_of(
        request, _volunteer(request, reference), reverse("training:of", args=[reference])
    )
