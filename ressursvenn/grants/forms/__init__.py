"""The shape of what is typed in this room."""

from .funders import CallForm, FunderForm, MeetingForm, ReaderForm, SchemeForm
from .grants import (
    ApplicationForm,
    AwardForm,
    ChangeAnswerForm,
    ChangeForm,
    ConditionForm,
    CountForm,
    DivideForm,
    ExperienceForm,
    GoalForm,
    IndicatorForm,
    LineForm,
    NextReportForm,
    OwnerForm,
    PartnerForm,
)
from .money import ChargeAllForm, ChargeForm, ExpenseForm, FileForm, as_typed
from .reports import GoalsForm, PeriodForm, WordsForm

__all__ = [
    "ApplicationForm",
    "AwardForm",
    "CallForm",
    "ChangeAnswerForm",
    "ChangeForm",
    "ChargeAllForm",
    "ChargeForm",
    "ConditionForm",
    "CountForm",
    "DivideForm",
    "ExpenseForm",
    "ExperienceForm",
    "FileForm",
    "FunderForm",
    "GoalForm",
    "GoalsForm",
    "IndicatorForm",
    "LineForm",
    "MeetingForm",
    "NextReportForm",
    "OwnerForm",
    "PartnerForm",
    "PeriodForm",
    "ReaderForm",
    "SchemeForm",
    "WordsForm",
    "as_typed",
]
