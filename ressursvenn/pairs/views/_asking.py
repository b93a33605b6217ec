"""How a page tries a change: a no comes back in the form it was asked in, and nothing is lost."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError

NOT_NOW = "Det gikk ikke nå. Ring koordinatoren, så finner dere ut av det."


def tried(form, change, **given):
    """True when the change was made; a refusal stands in the form."""
    try:
        change(**given)
    except ValidationError as refused:
        _tell(form, refused)
        return False
    return True


def _tell(form, refused):
    """Beside the field when it names one of the form's, else on top."""
    by_field = refused.error_dict if hasattr(refused, "error_dict") else {None: refused.error_list}
    for name, errors in by_field.items():
        form.add_error(name if name in form.fields else None, errors)


def tried_or_told(request, change, *, instead="", **given):
    """The same where there is no form: a refusal is a message. `instead` hides the reason."""
    try:
        change(**given)
    except ValidationError as refused:
        messages.error(request, instead or " ".join(refused.messages))
        return False
    return True
