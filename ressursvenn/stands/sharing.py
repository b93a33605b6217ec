"""The button on paper and in pictures: made on the server, kept in memory, and nowhere on the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from io import BytesIO

from django.template.loader import render_to_string
from PIL import Image

from ressursvenn.paper import setting

SIZE = {"width": 1200, "height": 630}
MADE_ON = date(2026, 11, 25)  # the sheets say no day: the same words give the same bytes
KEPT = 256  # in memory at a time, some 20 kB each
COLOURS = 64  # a drawing has few, and their edges


@lru_cache(KEPT)
def picture(name: str, said: str) -> bytes:
    """To be shown where an address is shared. A name in letters that we lack is left out."""
    return _lighter(_set(setting.png, "stands/share", name, said))


@lru_cache(KEPT)
def poster(name: str, said: str) -> bytes:
    """One A4 page."""
    return _set(setting.pdf, "stands/poster", name, said)


@lru_cache(1)
def badges() -> bytes:
    """A4 with twelve round badges."""
    return setting.pdf("stands/badges", {}, on=MADE_ON)


@lru_cache(1)
def button() -> bytes:
    """A square picture of the button, for a profile."""
    return setting.png("stands/button", {}, on=MADE_ON)


def snippet(address: str) -> str:
    """For somebody's own page: a link and a drawing. It fetches nothing from us, so we learn nothing."""
    return render_to_string("stands/_snippet.html", {"address": address}).strip()


def _lighter(png: bytes) -> bytes:
    """The same picture with few colours: a third of the weight."""
    with Image.open(BytesIO(png)) as drawn:
        few = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    made = BytesIO()
    few.save(made, "PNG", optimize=True)
    return made.getvalue()


def _set(how: Callable[..., bytes], paper: str, name: str, said: str) -> bytes:
    try:
        return how(paper, {"name": name, "said": said}, on=MADE_ON)
    except setting.Unprintable:
        return bytes(
            how(paper, {"name": "", "said": "Vi tar avstand fra vold mot kvinner."}, on=MADE_ON)
        )
