"""What waits for somebody here: a word nobody has read, notes not written, an answer not noted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.programme.limits import Terms
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers

from ..models import Assessment, InterviewNotes, Referee


def unread(person: Person) -> QuerySet[Referee]:
    """Referees have answered, and nobody has read it."""
    here = Referee.objects.filter(volunteer__association=person.association_id)
    return here.filter(volunteer__left_on=None, came_in__isnull=False, read_on=None)


def unwritten(person: Person, terms: Terms) -> QuerySet[Any]:
    """Interviews that she held and has not said what she found in, while something waits for it.

    The answer, the other of the two, or the second yes. What is too old to be written waits for nothing.
    """
    said = Assessment.objects.filter(interview=OuterRef("pk"))
    on_her_way = road.with_road(volunteers.visible_to(person)).filter(approved_by_two=False)
    others = Q(Exists(said.filter(why_none="").exclude(of=person)))
    second_yes = Q(outcome="suitable", volunteer__in=on_her_way.values("pk"))
    waited_for = Q(outcome="undecided") | others | second_yes
    since = terms.today - timedelta(days=terms.limits.keep_undecided_days)
    held = volunteers.held_by(person).filter(waited_for, held_on__gt=since)
    both = held.filter(first_interviewer__isnull=False, second_interviewer__isnull=False)
    return both.filter(~Exists(said.filter(of=person)))


def soon_erased(person: Person, terms: Terms) -> QuerySet[InterviewNotes]:
    """Notes after an interview that counts and that nobody has decided on; they go within the warning."""
    limits = terms.limits
    days = timedelta(days=limits.keep_undecided_days - limits.keep_warning_days)
    here = InterviewNotes.objects.filter(volunteer__association=person.association_id)
    open_ones = here.filter(volunteer__left_on=None, interview__outcome="undecided")
    later = InterviewNotes.objects.filter(volunteer__interviews__pk__gt=F("interview_id"))
    old = open_ones.filter(interview__held_on__lte=terms.today - days)
    return old.exclude(pk__in=later.values("pk"))
