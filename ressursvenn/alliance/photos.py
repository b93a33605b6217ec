"""A picture made anew from its dots alone: nothing of the file that came is kept, nor what it says of where.

Position, camera, time, names, hidden thumbnails and whatever lies after the picture are left behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

KNOWN = ("JPEG", "PNG", "WEBP")
MOST_DOTS = 30_000_000  # a phone's; more is no photo
TOO_LARGE = "Bildet er for stort. Velg et på høyst 30 megapiksler."
SIDE, LIGHT_ENOUGH = 1200, 90_000  # dots, bytes
SMALL_SIDE, SMALL_ENOUGH = 480, 20_000  # of the one that stands on a page
QUALITIES = (78, 68, 58, 46, 34)


class NotAPicture(ValueError):
    """It cannot be read as a photo. `args[0]` says so in a sentence."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`small` is the same for the page; the whole one lies behind it."""

    jpeg: bytes
    width: int
    height: int
    small: bytes


def made_anew(came: bytes) -> Picture:
    """Turned as it was held, at most 1200 dots on its longest side. Raises NotAPicture."""
    try:
        dots = _dots(came)
    except NotAPicture:
        raise
    except Image.DecompressionBombError:
        raise NotAPicture(TOO_LARGE) from None
    except (OSError, ValueError, SyntaxError, MemoryError):
        raise NotAPicture("Bildet kan ikke leses. Velg et bilde i JPEG, PNG eller WebP.") from None
    small, *_ = _light(_within(SMALL_SIDE, dots), SMALL_ENOUGH)
    return Picture(*_light(dots, LIGHT_ENOUGH), small)


def _dots(came: bytes) -> Image.Image:
    with Image.open(BytesIO(came), formats=KNOWN) as opened:
        if opened.width * opened.height > MOST_DOTS:
            raise NotAPicture(TOO_LARGE)
        opened.draft("RGB", (SIDE, SIDE))
        opened.thumbnail((SIDE, SIDE))
        turned = ImageOps.exif_transpose(opened)
        seen = turned.convert("RGBA")
    on_white = Image.new("RGB", seen.size, "white")
    on_white.paste(seen, mask=seen.getchannel("A"))
    return on_white


def _within(side: int, dots: Image.Image) -> Image.Image:
    small = dots.copy()
    small.thumbnail((side, side))
    return small


def _light(dots: Image.Image, most: int) -> tuple[bytes, int, int]:
    """As good as it can be within so many bytes, with its size: coarser first, and then with fewer dots."""
    for quality in QUALITIES:
        out = BytesIO()
        dots.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() <= most:
            return out.getvalue(), *dots.size
    return _light(_within(max(dots.size) * 3 // 4, dots), most)
