"""Every read of demands and figures. What everybody sees is what two have seen; it depends on no reader."""

from .desk import (
    addressees,
    addressees_of,
    as_they_stand,
    day_line,
    day_rows,
    every_figure,
    newest_text,
    row_of,
    still_open,
    visible_to,
    waiting,
    with_everything,
)
from .public import (
    Told,
    addressee_called,
    all_told,
    every_told_figure,
    one_told,
    public_figure,
    public_figures,
    told_to,
    version_told,
)
from .since import Change, changes_between

__all__ = [
    "Change",
    "Told",
    "addressee_called",
    "addressees",
    "addressees_of",
    "all_told",
    "as_they_stand",
    "changes_between",
    "day_line",
    "day_rows",
    "every_figure",
    "every_told_figure",
    "newest_text",
    "one_told",
    "public_figure",
    "public_figures",
    "row_of",
    "still_open",
    "told_to",
    "version_told",
    "visible_to",
    "waiting",
    "with_everything",
]
