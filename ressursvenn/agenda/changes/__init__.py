"""Every change to demands and figures. Keyword-only, named for what happened, audited as it happens."""

from .addressing import address_to, confirm_addressing, name_addressee
from .demands import (
    confirm_text,
    raise_demand,
    rewrite_demand,
    throw_away_text,
)
from .evidence import confirm_evidence, put_forward_evidence, take_out_evidence
from .figures import (
    confirm_figure,
    look_over_figure,
    rewrite_figure,
    throw_away_figure,
    withdraw_figure,
    write_figure,
)
from .happenings import confirm_happening, note_happening, strike_happening

__all__ = [
    "address_to",
    "confirm_addressing",
    "confirm_evidence",
    "confirm_figure",
    "confirm_happening",
    "confirm_text",
    "look_over_figure",
    "name_addressee",
    "note_happening",
    "put_forward_evidence",
    "raise_demand",
    "rewrite_demand",
    "rewrite_figure",
    "strike_happening",
    "take_out_evidence",
    "throw_away_figure",
    "throw_away_text",
    "withdraw_figure",
    "write_figure",
]
