"""What is kept of grants. No row is about a participant, and none names one who volunteers."""

from .funders import Call, Funder, FunderMeeting, Reader, Scheme
from .given import Amendment, Award, Condition, Experience
from .grants import Counted, Goal, Grant, Indicator, Partner
from .money import Charge, Expense, ImportedFile, Line
from .reports import Issue, Report, Result, Slot, Verdict

__all__ = [
    "Amendment",
    "Award",
    "Call",
    "Charge",
    "Condition",
    "Counted",
    "Expense",
    "Experience",
    "Funder",
    "FunderMeeting",
    "Goal",
    "Grant",
    "ImportedFile",
    "Indicator",
    "Issue",
    "Line",
    "Partner",
    "Reader",
    "Report",
    "Result",
    "Scheme",
    "Slot",
    "Verdict",
]
