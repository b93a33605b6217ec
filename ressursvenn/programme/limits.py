"""What the programme has decided, as numbers. Sources disagree, so none of them is a constant.

A set of numbers is dated. `in_force` finds the national set of a day and lays a local association's
own numbers over it; its name says which set a decision was made under.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

Number = int | bool | Sequence[str]  # most are numbers; one is a list of topics


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """One set for the country. Ages in years, spans in months or days, hours in hours."""

    age_at_least: int = 25  # sanitetskvinnene.no says both "should" and "must"
    commitment_months: int = 12  # seed: at least one year
    course_hours: int = 12  # Oslo Sanitetsforening, 2020
    course_topics: tuple[str, ...] = (  # each with its source: training/topics.py
        *("programme", "violence", "trauma", "centre", "role"),
        *("confidentiality", "boundaries", "endings", "help"),
    )
    certificate_required: bool = True  # legal basis not confirmed: docs/decisions/0003
    certificate_renewal_months: int = (
        0  # none: a new one may not simply be demanded in the same role
    )
    certificate_renewal_window_days: int = (
        60  # so long before and after it is said; nobody is stopped
    )
    referee_link_days: int = 14  # a referee's link works once, and so long; ours, to be settled
    certificate_months_when_shown: int = 3  # politiet.no: not older than three months when shown
    meet_ups_a_month_from: int = 2
    meet_ups_a_month_to: int = 4
    follow_ups_first_month: int = 2  # MENTOR, elements of effective practice, standard 5
    follow_up_every_months: int = 1
    answer_applicant_days: int = 3  # om.frivillig.no
    applications_a_day_each_contact: int = (
        3  # safety 5, attack 13: one more is held back, not refused
    )
    applications_an_hour_each_address: int = 20  # a library's shared machine, and no flood; ours
    # How many days a step of her road should take, and takes at most before it stands out. Ours, to be settled.
    interview_ideal_days: int = 7
    interview_longest_days: int = 14
    training_ideal_days: int = 30
    training_longest_days: int = 60
    confidentiality_ideal_days: int = 7
    confidentiality_longest_days: int = 21
    certificate_ideal_days: int = 21
    certificate_longest_days: int = 42
    agreement_ideal_days: int = 7
    agreement_longest_days: int = 21
    approval_ideal_days: int = 3
    approval_longest_days: int = 10
    declaration_renewal_months: int = 24  # confidentiality gone through anew; ours, to be settled
    declaration_window_days: int = (
        60  # so long before, it is told of; nothing falls on the day itself
    )
    guidance_every_weeks: int = 8  # a volunteer in a group or a talk; ours, to be settled
    pause_longest_days: int = 365  # a volunteer's pause, before it is set anew; ours, to be settled
    leaving_noted_within_days: int = 60  # a last day longer ago is a slip; ours, to be settled
    pairs_at_once: int = 1
    reach_km: int = 30  # how far two people's areas may lie apart; ours, to be settled
    quiet_after_days: int = 21  # a pair without a logged meet-up; ours, to be settled
    second_yes_days: int = 2  # after this a waiting approval is a line in Min dag
    # What is odd in the log; the privacy officer reads it by the national numbers.
    odd_night_from: int = 22  # o'clock in Oslo
    odd_night_to: int = 6
    odd_records_in_an_hour: int = 10  # half of what the keeper opens for one person
    odd_days_again: int = 3  # on so many days, the same colleague's participant
    odd_again_within_days: int = 14
    # How long what is personal is kept, in days from the last activity. National alone; which of them
    # somebody has confirmed stands in protection/retention.py.
    keep_refused_days: int = 30  # safety T23: refused or withdrawn applications
    keep_ended_days: int = 90  # safety T23: ended pairings
    keep_idle_days: int = 365  # nothing has happened for a year; ours, to be settled
    keep_interview_days: int = 90  # interviewers' notes and referees' words; ours, to be settled
    keep_undecided_days: int = 90  # notes of an interview nobody decides on; ours, to be settled
    keep_message_days: int = 30  # what was sent, and when; ours, to be settled
    keep_draft_days: int = 14  # an application begun and not sent; ours, to be settled
    keep_proposal_days: int = 30  # a row of a workbook that nobody has decided; ours, to be settled
    keep_workbook_days: int = 730  # which row became whom; ours, to be settled
    keep_account_days: int = 730  # a closed account of staff: as long as the log names its acts
    keep_log_days: int = 730  # safety T23: read log 24 months, pseudonymous
    keep_strain_days: int = 90  # that it was heavy, and talks about it; ours, to be settled
    keep_button_order_days: int = 60  # where buttons were sent, and to whom; ours, to be settled
    keep_stand_days: int = 14  # a stand not confirmed, or put aside; ours, to be settled
    keep_signed_paper_days: int = 0  # domain 1.3: shredded when the volunteer stops
    keep_warning_days: int = 14  # so long before it is erased, it is a line in Min dag
    keep_grace_days: int = 7  # the last of them, in which the line is moved up
    keep_longer_days: int = 30  # what one "behold" gives
    keep_longer_times: int = 2  # how often, since the last activity


@dataclass(frozen=True, slots=True)
class Terms:
    """What a question is asked under: the day, the limits in force that day, and their name."""

    today: date
    limits: Limits
    name: str = "nasjonal 2026-01-01"


NATIONAL: tuple[tuple[date, Limits], ...] = ((date(2026, 1, 1), Limits()),)
NATIONAL_ALONE = {field.name for field in fields(Limits) if field.name.startswith("keep_")}
NUMBERS = {field.name for field in fields(Limits)} - NATIONAL_ALONE  # an association's to set


def in_force(
    today: date, local: Mapping[date, Mapping[str, Number]] | None = None, owner: str = ""
) -> Terms:
    """The terms of a day. `local` maps the day an association's own numbers begin to those numbers.

    Raises ValueError for a number the programme does not have, or that is national alone.
    """
    began, limits = max(
        (row for row in NATIONAL if row[0] <= today), default=NATIONAL[0], key=lambda row: row[0]
    )
    name = f"nasjonal {began}"
    own_days = [day for day in local or {} if day <= today]
    if local and own_days:
        own = local[max(own_days)]
        if unknown := sorted(set(own) - NUMBERS):
            raise ValueError(f"the programme has no number called {', '.join(unknown)}")
        own = {name: tuple(one) if isinstance(one, list) else one for name, one in own.items()}
        limits = replace(limits, **own)  # type: ignore[arg-type]  # their names are checked above
        name = f"{name}, {owner} {max(own_days)}"
    return Terms(today, limits, name)
