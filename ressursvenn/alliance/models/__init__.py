"""What is kept of the alliance: members, meetings, buttons, campaign actions."""

from .actions import ActionText, CampaignAction, Item, Photo, Report, ShownAction
from .buttons import Delivery, HandOut, Order, ReportedTotal, StockMove
from .meetings import Ambassador, Correction, Decision, Meeting, Seat, WorkingGroup
from .members import ContactPerson, MemberList, Membership, Organisation
from .mentions import Mention

__all__ = [
    "ActionText",
    "Ambassador",
    "CampaignAction",
    "ContactPerson",
    "Correction",
    "Decision",
    "Delivery",
    "HandOut",
    "Item",
    "Meeting",
    "MemberList",
    "Membership",
    "Mention",
    "Order",
    "Organisation",
    "Photo",
    "Report",
    "ReportedTotal",
    "Seat",
    "ShownAction",
    "StockMove",
    "WorkingGroup",
]
