"""From a version to what the rules ask. No query: all of it stands in the row."""

from __future__ import annotations

import re

from . import markdown
from .languages import BESIDE
from .models import Version
from .rules import VersionFacts

NUMBER = re.compile(
    r"(?<![\d.,/])(?:"
    r"\+?(?:00)?47[ .\u00a0]?(?=\d)"  # as it is written from abroad, and then one of those below
    r")?(?:\d{8}|\d{2}(?:[ .\u00a0]\d{2}){3}|\d{3}[ .\u00a0]\d{2}[ .\u00a0]\d{3}"
    r"|0\d{4}|116[ .\u00a0]?\d{3}|11[0-3])(?![\d/])"
)


def of(version: Version) -> VersionFacts:
    """What it says in all its parts."""
    said = "\n".join((version.title, version.lead, version.body))
    return VersionFacts(
        numbers=tuple(NUMBER.findall(said)),
        strange_links=tuple(link for link in markdown.links_in(version.body) if _strange(link)),
        translation=version.language not in BESIDE,
        read_by_a_speaker=version.read_on is not None,
    )


def _strange(link: str) -> bool:
    here = link.startswith(("/", "#")) and not link.startswith("//")
    return not (here or link.startswith("https://"))
