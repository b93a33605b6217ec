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
from ressursvenn.shapes.trying import done, tried, tried_or_told
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers

from .. import changes, criteria, facts, queries, renewal, rules, texts, words
from ..forms import EndingForm, NotesForm, RefereeForm, WhyNoneForm
from ._shared import opened, sealed, the_volunteer

SCREEN = Permission.SCREEN_VOLUNTEERS


@require_safe
@requires(SCREEN)
def of(request, reference: str) -> HttpResponse:
    """Where this room stands with her."""
    return page_of(request, the_volunteer(request, reference))


def page_of(request, volunteer: Any, **tried: Any) -> HttpResponse:
    """The page. `tried` are forms that could not be kept, with what was typed."""
    terms = accounts.terms(volunteer.association)
    known = road.of(volunteer)
    interview = volunteers.latest_interview(volunteer)
    page = {
        "volunteer": volunteer,
        "known": known,
        "interview": interview,
        "referees": list(queries.referees_of(volunteer)),
        "referee_form": RefereeForm(),
        "renewal": renewal.of(known.certificate_shown_on, terms),
        "limits": terms.limits,
        "link_days": terms.limits.referee_link_days,
        "ending": _ending(request, volunteer),
        **(_notes(request, interview, terms) if interview else {}),
        **tried,
    }
    return render(request, "screening/of.html", page)


def _ending(request, volunteer: Any) -> Any:
    row = queries.ending_of(volunteer) if volunteer.left_on else None
    return opening.open_record(row, by=request.user, purpose="volunteer_page") if row else None


def _notes(request, interview: Any, terms: Any) -> dict[str, Any]:
    """Who is done; what both wrote, for the two themselves when both are; and always what she wrote herself."""
    rows, said = queries.notes_on(interview), queries.assessed(interview)
    known = facts.of_notes(interview, rows, request.user)
    refusals = rules.may_read_both(known, terms)
    both = [] if refusals else rows
    shown = {row.pk for row in both}
    hers = queries.finished_by(request.user, interview.volunteer)
    own = [row for row in hers if row.pk not in shown]
    opening.open_records([*both, *own], by=request.user, purpose="notes")
    return {
        "held": [_said(person, said) for person in _held(interview)],
        "mine": known,
        "young": facts.may_be_written(interview, terms),
        "refusals": [no.as_told_to(request.user.may) for no in refusals],
        "side_by_side": _side_by_side(both),
        "own": [(row.interview.held_on, _side_by_side([row])) for row in own],
        "none_form": _none_form(interview, said),
    }


def _held(interview: Any) -> list[Any]:
    """The two, as far as they are known."""
    both = (interview.first_interviewer, interview.second_interviewer)
    return [person for person in both if person]


def _said(person: Any, said: dict[int, str]) -> tuple[Any, bool, str]:
    """Whether she has said what she found, or why she has not."""
    return person, person.pk in said, words.WHY_NONE.get(said.get(person.pk, ""), "")


def _none_form(interview: Any, said: dict[int, str], data: Any = None) -> WhyNoneForm | None:
    """For those of the two who have neither written nor will; none when there is nobody."""
    missing = [person for person in _held(interview) if person.pk not in said]
    return WhyNoneForm(data, of=missing) if missing else None


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
    late = not facts.may_be_written(interview, accounts.terms(volunteer.association))
    if volunteer.left_on or late or (row and row.done_on):
        return redirect("screening:of", reference)
    known = criteria.of_set(row.criteria_from) if row else criteria.in_force(interview.held_on)[1]
    form = NotesForm(
        request.POST if request.method == "POST" else None,
        known=known, initial=_written(request, row), label_suffix="",
    )  # fmt: skip
    finished = "done" in request.POST
    told = {"interview": interview, "by": request.user, "done": finished}
    if form.is_valid() and tried(form, changes.write_notes, answers=form.answers(), **told):
        said = "Notatene dine er ferdige." if finished else "Lagret. Du kan fortsette senere."
        messages.success(request, said)
        return redirect("screening:of" if finished else "screening:notes", reference)
    return render(request, "screening/notes.html", {"volunteer": volunteer, "form": form})


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def notes_missing(request, reference: str) -> HttpResponse:
    """Why one of the two will not write: then the other's notes are enough. Or that it is too long ago."""
    volunteer = the_volunteer(request, reference)
    interview = volunteers.latest_interview(volunteer)
    said = queries.assessed(interview) if interview else {}
    form = _none_form(interview, said, request.POST) if interview else None
    if request.method != "POST" or form is None:
        return redirect("screening:of", reference)
    if "old" in request.POST:
        about = {"interview": interview, "by": request.user}
        tried_or_told(request, changes.say_too_old, said="Notert.", **about)
        return redirect("screening:of", reference)
    if done(form, changes.say_why_none, interview=interview, by=request.user):
        messages.success(request, "Notert.")
        return redirect("screening:of", reference)
    return page_of(request, volunteer, none_form=form)


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
        messages.success(request, f"Det er notert. Alt om henne slettes {_goes(volunteer)}.")
        return redirect("screening:of", reference)
    page = {"volunteer": volunteer, "form": form, "text": _text(request, form, volunteer)}
    page["goes"] = _goes(volunteer)
    return render(request, "screening/ending.html", page)


def _goes(volunteer: Any) -> str:
    """When she is erased if she leaves today, in words."""
    today = timezone.localdate()
    day = volunteers.erased_if_left(volunteer, today)
    return f"om {(day - today).days} dager" if day else "når ingenting står i veien"


def _ended(request, form: EndingForm, volunteer: Any) -> bool:
    told = form.cleaned_data
    if not told["sure"]:
        form.add_error("sure", "Kryss av hvis veien hennes slutter her.")
        return False
    about = {"volunteer": volunteer, "on": told["on"], "reason": told["reason"]}
    return tried(form, changes.end_road, by=request.user, **about)


def _text(request, form: EndingForm, volunteer: Any) -> str:
    """Made when a reason is chosen, and hers from then on; nothing of it is kept."""
    if "note" in request.POST and request.POST.get("text"):
        return request.POST["text"]
    reason = (
        form.cleaned_data.get("reason") if form.is_bound and hasattr(form, "cleaned_data") else ""
    )
    if not reason:
        return ""
    told = {"name": volunteer.first_name, "by": request.user.name}
    language = form.cleaned_data.get("language") or "nb"
    return texts.letter(reason, language, house=volunteer.association.name, **told)
