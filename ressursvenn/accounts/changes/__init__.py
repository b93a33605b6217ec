"""Every change to accounts and associations."""

from .houses import agree_to_cooperate, name_centre, open_association, set_local_limits
from .own import add_passkey, connect_app, end_sessions, remove_factor
from .people import change_role, close_account, take_in, take_in_volunteer
from .ways_in import choose_new_password, enrol_app, enrol_passkey, invite, open_recovery

__all__ = [
    "add_passkey",
    "agree_to_cooperate",
    "change_role",
    "choose_new_password",
    "close_account",
    "connect_app",
    "end_sessions",
    "enrol_app",
    "enrol_passkey",
    "invite",
    "name_centre",
    "open_association",
    "open_recovery",
    "remove_factor",
    "set_local_limits",
    "take_in",
    "take_in_volunteer",
]
