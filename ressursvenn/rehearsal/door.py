"""The open pages in the made-up world: one published by two, one that waits, one that is being written."""

from __future__ import annotations

from typing import Any

from ressursvenn.door import changes, texts
from ressursvenn.together import changes as together


def lay_out(world: Any) -> None:
    """Most pages keep the house's own words, so that whoever tries it sees what that looks like."""
    ella, eivor = world.people["alliansen"], world.people["alliansen2"]
    _published(_version("about", "nb", by=ella), ella, eivor)
    changes.ask_to_publish(version=_version("near", "nb", by=eivor), by=eivor)
    _version("privacy", "nb", by=ella)
    changes.note_look(link="rod-knapp", target="https://xn--rdknapp-q1a.no/om-rod-knapp/", by=eivor)


def _version(place: str, language: str, *, by: Any) -> Any:
    """The house's own words, as somebody would begin with them."""
    text = texts.of_the_house(place, language)
    if text is None:
        raise ValueError(f"the house has no words for {place} in {language}")
    return changes.write_version(
        place=place, language=language, title=text.title, lead=text.lead, body=text.body, by=by
    )


def _published(version: Any, by: Any, second: Any) -> None:
    asked = changes.ask_to_publish(version=version, by=by)
    together.answer(asked=asked, yes=True, by=second)
