"""What this room hands to the rooms above: answers as counts, what is released, how it is shown. Never rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from . import definitions, nynorsk, queries
from .answered import Answered, answers_in
from .charts import bars
from .words import number, signed

__all__ = [
    "Answered",
    "answers_in",
    "bars",
    "define_also",
    "latest",
    "latest_meant",
    "number",
    "signed",
]
NYNORSK = "nn"


def define_also(**defined: Any) -> None:
    """A room above counts something too, and says in the open what it means, beside what is counted here."""
    one = definitions.Definition(**defined)
    definitions.ALSO[one.named] = one


def latest() -> Mapping[str, Any] | None:
    """The newest release as everybody may read it: for a report that tells of participants."""
    out = queries.told_by_releases()
    return out[-1] if out else None


def latest_meant(language: str) -> Mapping[str, Any] | None:
    """The newest release in the words of a report: each table with what its word means, and what is missing."""
    told = latest()
    if told is None:
        return None
    word = nynorsk.of if language == NYNORSK else str
    return {
        "year": told["year"],
        "limit": told["limit"],
        "tables": [_meant(one, word, language) for one in told["tables"]],
        "left_out": [
            {"title": word(one["title"]), "why": word(one["why"])} for one in told["left_out"]
        ],
        "missing": [word(one) for one in told["missing"]],
        "outcomes": [{**one, "title": word(one["title"])} for one in told["outcomes"]],
    }


def _meant(one: Mapping[str, Any], word: Callable[[str], str], language: str) -> dict[str, Any]:
    """A meaning that has changed since is not told as if it were that of the release."""
    code, defined = one["definition"], definitions.BY_CODE.get(one["definition"])
    same = defined is not None and defined.version == one["version"]
    says, missing = (defined.says, defined.missing) if defined and same else ("", "")
    if says and language == NYNORSK:
        says, missing = nynorsk.DEFINED[code]
    return {
        "title": word(one["title"]), "about": word(one["about"]), "definition": f"{code}-{one['version']}",
        "says": says, "missing": missing, "total": one["total"],
        "classes": [{"word": word(each["word"]), "count": each["count"]} for each in one["classes"]],
    }  # fmt: skip
