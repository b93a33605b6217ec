"""The forms of a page as a browser sees them: where each goes, and what can be written in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

SENT_AS_IT_IS = {"csrfmiddlewaretoken"}


@dataclass
class Form:
    """A form that is posted: its address, and its fields with the value they have now."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.forms, self.inside = path, [], None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        told = dict(attrs)
        if tag == "form" and (told.get("method") or "").lower() == "post":
            self.inside = Form(told.get("action") or self.path)
            self.forms.append(self.inside)
        elif self.inside and told.get("name") and tag in ("input", "select", "textarea", "button"):
            self.inside.fields.setdefault(told["name"], told.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None


def forms_of(page: str, path: str) -> list[Form]:
    """Every form of a page that is posted."""
    parser = _Forms(path)
    parser.feed(page)
    return [form for form in parser.forms if form.fields]


def filled(form: Form, text: str) -> dict[str, str]:
    """Each field holds this text; what the page itself must send back is as it was."""
    return {name: value if name in SENT_AS_IT_IS else text for name, value in form.fields.items()}
