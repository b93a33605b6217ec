"""Every read of adverts, and of what is missing. The public reads ask for published adverts alone."""

from .day import day_line, day_rows
from .need import Lacking, Need, lacking
from .rows import open_to_all, published, read_by_all, text_of, visible_to, without_advert

__all__ = [
    "Lacking",
    "Need",
    "day_line",
    "day_rows",
    "lacking",
    "open_to_all",
    "published",
    "read_by_all",
    "text_of",
    "visible_to",
    "without_advert",
]
