"""Every change to a volunteer. Keyword-only, named for what happened, audited as it happens.

Each takes the day it happened on, which is never in the future, since much is noted afterwards.
"""

from .approving import ask_for_all_approvals, ask_for_approval
from .arriving import let_in_application, receive_application, turn_away_application
from .cards import (
    correct_card,
    give_account,
    link_account,
    note_answer,
    note_application,
    note_birth_year,
    note_leaving,
    put_right_last_day,
    take_back_application,
)
from .concerns import raise_concern, settle_concern
from .from_workbook import InWorkbook, note_from_workbook
from .offering import (
    note_what_she_offers,
    pause_herself,
    resume_herself,
    say_what_i_offer,
)
from .pauses import pause, resume
from .screening import (
    ask_for_certificate,
    name_interviewers,
    name_who_saw_certificate,
    note_agreement,
    note_certificate_seen,
    note_confidentiality_signed,
    note_course_hours,
    note_interview,
    note_outcome,
    strike_course_hours,
)

__all__ = [
    "InWorkbook",
    "ask_for_all_approvals",
    "ask_for_approval",
    "ask_for_certificate",
    "correct_card",
    "give_account",
    "let_in_application",
    "link_account",
    "name_interviewers",
    "name_who_saw_certificate",
    "note_agreement",
    "note_answer",
    "note_application",
    "note_birth_year",
    "note_certificate_seen",
    "note_confidentiality_signed",
    "note_course_hours",
    "note_from_workbook",
    "note_interview",
    "note_leaving",
    "note_outcome",
    "note_what_she_offers",
    "pause",
    "pause_herself",
    "put_right_last_day",
    "raise_concern",
    "receive_application",
    "resume",
    "resume_herself",
    "say_what_i_offer",
    "settle_concern",
    "strike_course_hours",
    "take_back_application",
    "turn_away_application",
]
