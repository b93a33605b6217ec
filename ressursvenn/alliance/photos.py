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
SIDE = 1200
LIGHT_ENOUGH = 90_000  # bytes
QUALITIES = (78, 68, 58, 46, 34)


class NotAPicture(ValueError):
    """It cannot be read as a photo. `args[0]` says so in a sentence."""


@dataclass(frozen=True, slots=True)
class Picture:
    jpeg: bytes
    width: int
    height: int


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
    return Picture(_light(dots), *dots.size)


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


def _light(dots: Image.Image) -> bytes:
    """As good as it can be within what a page may weigh."""
    written = b""
    for quality in QUALITIES:
        out = BytesIO()
        dots.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        written = out.getvalue()
        if len(written) <= LIGHT_ENOUGH:
            break
    return written
