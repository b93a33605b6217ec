"""How a page tries a change: it is made, or whoever asked is told why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from .told import Told


def tried(form: Told, change: Callable[..., object], **to: Any) -> bool:
    """Make the change. What it would not accept is said in the form."""
    try:
        change(**to)
    except ValidationError as error:
        form.tell(error)
        return False
    return True


def done(form: Told, change: Callable[..., object], **to: Any) -> bool:
    """Make the change with what stands in the form, if the form is whole."""
    return form.is_valid() and tried(form, change, **to, **form.cleaned_data)


def made(form: Told, change: Callable[..., Any], **to: Any) -> Any:
    """The same, for a change that gives something back: what it gave, or None when it was not made."""
    given: list[Any] = []
    done(form, lambda **told: given.append(change(**told)), **to)
    return given[0] if given else None


def tried_or_told(
    request: HttpRequest,
    change: Callable[..., object],
    *,
    said: str = "",
    instead: str = "",
    **to: Any,
) -> bool:
    """Where there is no form: that it is made, or why not, is told above the page. `instead` hides why."""
    try:
        change(**to)
    except ValidationError as error:
        messages.error(request, instead or " ".join(error.messages))
        return False
    if said:
        messages.success(request, said)
    return True
