"""Every change to what is signed, and to how somebody leaves."""

from .farewell import issue_service_paper, note_asked_again, note_exit_talk, say_farewell
from .signing import note_gone_through, sign_for_us, sign_herself

__all__ = [
    "issue_service_paper",
    "note_asked_again",
    "note_exit_talk",
    "note_gone_through",
    "say_farewell",
    "sign_for_us",
    "sign_herself",
]
