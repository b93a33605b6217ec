"""The shape of what is typed in this room. What may be is decided in changes."""

from .actions import ActionForm, ItemForm, KindForm, PhotoForm, ReportForm
from .buttons import DeclineForm, HandOutForm, OrderForm, SendForm, StockForm
from .meetings import (
    AmbassadorForm,
    CorrectionForm,
    DecisionForm,
    GroupForm,
    MeetingForm,
    MinutesForm,
    SeatForm,
)
from .members import ContactForm, DayForm, EndForm, MembershipForm, PutRightForm
from .mentions import MentionForm, StrikeMentionForm
from .shared import ReadForm, SureForm

__all__ = [
    "ActionForm",
    "AmbassadorForm",
    "ContactForm",
    "CorrectionForm",
    "DayForm",
    "DecisionForm",
    "DeclineForm",
    "EndForm",
    "GroupForm",
    "HandOutForm",
    "ItemForm",
    "KindForm",
    "MeetingForm",
    "MembershipForm",
    "MentionForm",
    "MinutesForm",
    "OrderForm",
    "PhotoForm",
    "PutRightForm",
    "ReadForm",
    "ReportForm",
    "SeatForm",
    "SendForm",
    "StockForm",
    "StrikeMentionForm",
    "SureForm",
]
