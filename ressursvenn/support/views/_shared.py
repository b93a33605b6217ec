"""What the pages do the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError


def done(form: Any, change: Callable[..., object], **to: Any) -> bool:
    """Make the change if the form is whole. What it would not accept is said in the form."""
    if not form.is_valid():
        return False
    try:
        change(**to, **form.cleaned_data)
    except ValidationError as error:
        form.tell(error)
        return False
    return True


def done_or_told(request, change: Callable[..., object], said: str, **to: Any) -> bool:
    """Make a change that is no more than a button. Why not is said above the page."""
    try:
        change(**to, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return False
    messages.success(request, said)
    return True
