"""From what is told to bytes: the same words and day give the same bytes on every machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import typst

HOUSE = Path(__file__).resolve().parent.parent
FONTS = [str(font.ROOT) for font in (fontpkg_noto_sans, fontpkg_noto_sans_arabic)]
Language = Literal["nb", "nn"]


class Unprintable(ValueError):
    """It cannot be set so that everybody can read it: a letter no font of ours has, or a fault of the paper."""


def language_of(code: str) -> Language:
    """Nynorsk for whoever asked for it, bokmål for everybody else."""
    return "nn" if code == "nn" else "nb"


def pdf(paper: str, told: Mapping[str, Any], *, on: date, language: Language = "nb") -> bytes:
    """A paper as PDF/UA-1. `paper` is "<room>/<name>"; `told` is what JSON can hold, and nothing else.

    What is told is set as text, never as markup. Raises Unprintable, with Typst's own words.
    """
    return _set(paper, told, on, language, format="pdf", pdf_standards=["ua-1"])


def png(paper: str, told: Mapping[str, Any], *, on: date, language: Language = "nb") -> bytes:
    """A picture to share: one page of 1200 × 630 points at 72 to the inch is as many pixels."""
    return _set(paper, told, on, language, format="png", ppi=72.0)


def print_of(issued: bytes) -> str:
    """The fingerprint of a paper: SHA-256 in hexadecimal, in groups of eight that can be read aloud."""
    letters = sha256(issued).hexdigest()
    return " ".join(letters[start : start + 8] for start in range(0, 64, 8))


def _set(paper: str, told: Mapping[str, Any], on: date, language: str, **how: Any) -> bytes:
    room, name = paper.split("/")
    noon = datetime.combine(on, time(12), UTC)
    words = {"told": json.dumps(dict(told), ensure_ascii=False, sort_keys=True), "lang": language}
    try:
        issued = typst.compile(
            str(HOUSE / room / "papers" / f"{name}.typ"),
            root=str(HOUSE),
            font_paths=FONTS,
            ignore_system_fonts=True,
            sys_inputs=words,
            timestamp=int(noon.timestamp()),
            **how,
        )
    except typst.TypstError as error:
        raise Unprintable(str(error).splitlines()[0]) from None
    return bytes(issued)
