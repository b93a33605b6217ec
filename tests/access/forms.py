"""The forms of a page as a browser sees them: where each goes, and what it would send.

As it stands, or filled in the easiest way: the first of each choice, everything ticked, today.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import Any

SENT_AS_IT_IS = {"csrfmiddlewaretoken"}
PICKED = ("checkbox", "radio")
NOT_TYPED = (*PICKED, "hidden", "file", "submit", "password")
SIMPLE = {"date": date.today().isoformat(), "number": "6", "tel": "900 00 001"}


@dataclass
class Form:
    """A form that is posted: its address, the names of its fields, and what stands in them."""

    action: str
    names: list[str] = field(default_factory=list)
    stands: dict[str, list[str]] = field(default_factory=dict)
    could: dict[str, list[str]] = field(default_factory=dict)
    plain_button: bool = False  # the first one sends no more than the form
    typed: list[str] = field(default_factory=list)  # the names of what somebody types into

    def holds(self, name: str, value: str) -> None:
        self.stands.setdefault(name, []).append(value)

    def may_hold(self, name: str, value: str) -> None:
        self.could.setdefault(name, []).append(value)

    @property
    def easiest(self) -> dict[str, str]:
        """What stands there if anything does, else the first that could."""
        told = {name: [value for value in values if value] for name, values in self.stands.items()}
        could = {name: [value for value in values if value] for name, values in self.could.items()}
        return {name: (told.get(name) or could.get(name) or [""])[0] for name in self.names}


class _Forms(HTMLParser):
    """Inputs, choices and long texts; of buttons the first, as when somebody presses enter."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.forms, self.inside = path, [], None
        self.choosing, self.writing = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        told = dict(attrs)
        if tag == "form" and (told.get("method") or "").lower() == "post":
            self.inside = Form(told.get("action") or self.path)
            self.forms.append(self.inside)
        elif self.inside and tag == "option" and self.choosing:
            hold = self.inside.holds if "selected" in told else self.inside.may_hold
            hold(self.choosing, told.get("value") or "")
        elif self.inside and tag == "button" and not told.get("name"):
            self.inside.plain_button = True
        elif self.inside and told.get("name"):
            self._field(tag, told)

    def _field(self, tag: str, told: dict[str, Any]) -> None:
        name, value = told["name"], told.get("value")
        if tag == "button" and (self.inside.plain_button or name in self.inside.names):
            return
        self.inside.names += [] if name in self.inside.names else [name]
        if tag == "textarea" or (tag == "input" and told.get("type") not in NOT_TYPED):
            self.inside.typed.append(name)
        if tag == "select":
            self.choosing = name
        elif tag == "textarea":
            self.writing = name
        elif told.get("type") not in PICKED:
            self.inside.holds(name, value or "")
            self.inside.may_hold(name, SIMPLE.get(told.get("type"), "Noe"))
        else:
            hold = self.inside.holds if "checked" in told else self.inside.may_hold
            hold(name, value or "on")

    def handle_data(self, text: str) -> None:
        if self.inside and self.writing:
            self.inside.holds(self.writing, text)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        self.choosing = "" if tag == "select" else self.choosing
        self.writing = "" if tag == "textarea" else self.writing


def forms_of(page: str, path: str) -> list[Form]:
    """Every form of a page that is posted."""
    parser = _Forms(path)
    parser.feed(page)
    return [form for form in parser.forms if form.names]


def filled(form: Form, text: str) -> dict[str, Any]:
    """Each field holds this text; what the page itself must send back is as it was."""
    return {name: form.stands[name] if name in SENT_AS_IT_IS else text for name in form.names}
