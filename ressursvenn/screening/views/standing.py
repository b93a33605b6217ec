"""One who is on her way in: the interview and its notes, referees, certificate; and a kind no."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers

from .. import changes, criteria, facts, queries, renewal, rules, texts, words
from ..forms import EndingForm, NotesForm, RefereeForm
from ._shared import done, opened, sealed, the_volunteer

SCREEN = Permission.SCREEN_VOLUNTEERS


@require_safe
@requires(SCREEN)
def of(request, reference: str) -> HttpResponse:
    """Where this room stands with her."""
    return page_of(request, the_volunteer(request, reference))


def page_of(request, volunteer: Any, referee_form: RefereeForm | None = None) -> HttpResponse:
    terms = accounts.terms(volunteer.association)
    known = road.of(volunteer)
    interview = volunteers.latest_interview(volunteer)
    page = {
        "volunteer": volunteer,
        "known": known,
        "interview": interview,
        "referees": list(queries.referees_of(volunteer)),
        "referee_form": referee_form or RefereeForm(),
        "renewal": renewal.of(known.certificate_shown_on, terms),
        "keep_days": terms.limits.keep_interview_days,
        "link_days": terms.limits.referee_link_days,
        "ending": _ending(request, volunteer),
        **(_notes(request, interview, terms) if interview else {}),
    }
    return render(request, "screening/of.html", page)


def _ending(request, volunteer: Any) -> Any:
    row = queries.ending_of(volunteer) if volunteer.left_on else None
    return opening.open_record(row, by=request.user, purpose="volunteer_page") if row else None


def _notes(request, interview: Any, terms: Any) -> dict[str, Any]:
    """Who is done; and what both wrote, for the two themselves when both are."""
    rows = queries.notes_on(interview)
    known = facts.of_notes(interview, rows, request.user)
    refusals = rules.may_read_both(known, terms)
    opened = opening.open_records(rows, by=request.user, purpose="notes") if not refusals else []
    held = (interview.first_interviewer, interview.second_interviewer)
    done_by = {row.written_by_id for row in rows if row.done_on}
    return {
        "held": [(person, person.pk in done_by) for person in held if person],
        "mine": known,
        "refusals": [no.as_told_to(request.user.may) for no in refusals],
        "side_by_side": _side_by_side(opened),
        "written_by": [row.written_by for row in opened],
    }


def _side_by_side(opened: list[Any]) -> list[dict[str, Any]]:
    """By criterion what each wrote, in the order of those who wrote."""
    if not opened:
        return []
    told = [{code: (choice, said) for code, choice, said in row.answers} for row in opened]
    return [
        {
            "sentence": one.sentence,
            "said": [
                (row.written_by, words.CHOICES.get(answers.get(one.code, ("", ""))[0], ""),
                 answers.get(one.code, ("", ""))[1])
                for row, answers in zip(opened, told, strict=True)
            ],
        }
        for one in criteria.of_set(opened[0].criteria_from)
    ]  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def notes(request, reference: str) -> HttpResponse:
    """Her own notes from the interview that counts: so far, or done."""
    volunteer = sealed(request, reference)
    interview = volunteers.latest_interview(volunteer)
    if interview is None or not facts.of_notes(interview, (), request.user).held_it:
        raise Http404
    opened(request, volunteer)
    row = next((one for one in queries.notes_on(interview) if one.written_by == request.user), None)
    if volunteer.left_on or (row and row.done_on):
        return redirect("screening:of", reference)
    known = criteria.of_set(row.criteria_from) if row else criteria.in_force(interview.held_on)[1]
    form = NotesForm(
        request.POST if request.method == "POST" else None,
        known=known, initial=_written(request, row), label_suffix="",
    )  # fmt: skip
    finished = "done" in request.POST
    told = {"interview": interview, "by": request.user, "done": finished}
    if form.is_valid() and done(form, changes.write_notes, answers=form.answers(), **told):
        said = "Notatene dine er ferdige." if finished else "Lagret. Du kan fortsette senere."
        messages.success(request, said)
        return redirect("screening:of" if finished else "screening:notes", reference)
    return render(request, "screening/notes.html", {"volunteer": volunteer, "form": form})


def _written(request, row: Any) -> dict[str, str]:
    """What she has written so far."""
    if row is None:
        return {}
    opening.open_record(row, by=request.user, purpose="notes")
    first: dict[str, str] = {}
    for code, choice, said in row.answers:
        first |= {code: choice, f"{code}_words": said}
    return first


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def ending(request, reference: str) -> HttpResponse:
    """A text that is true and kind, to edit and copy; and then that her road ends here."""
    volunteer = the_volunteer(request, reference)
    if volunteer.left_on:
        return redirect("screening:of", reference)
    first = {"on": timezone.localdate()}
    form = EndingForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid() and "note" in request.POST and _ended(request, form, volunteer):
        messages.success(request, "Det er notert. Det som er skrevet om henne, slettes på dagen.")
        return redirect("screening:of", reference)
    page = {"volunteer": volunteer, "form": form, "text": _text(request, form, volunteer)}
    return render(request, "screening/ending.html", page)


def _ended(request, form: EndingForm, volunteer: Any) -> bool:
    told = form.cleaned_data
    if not told["sure"]:
        form.add_error("sure", "Kryss av hvis veien hennes slutter her.")
        return False
    about = {"volunteer": volunteer, "on": told["on"], "reason": told["reason"]}
    return done(form, changes.end_road, by=request.user, **about)


def _text(request, form: EndingForm, volunteer: Any) -> str:
    """Made when a reason is chosen; nothing of it is kept."""
    reason = (
        form.cleaned_data.get("reason") if form.is_bound and hasattr(form, "cleaned_data") else ""
    )
    if not reason:
        return ""
    told = {"name": volunteer.first_name, "by": request.user.name}
    language = form.cleaned_data.get("language") or "nb"
    return texts.letter(reason, language, house=volunteer.association.name, **told)
