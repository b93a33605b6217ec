"""What is said when something goes wrong: kindly, without a name, and without the database."""

from __future__ import annotations

from django.http import HttpResponse
from django.template import loader


def csrf_failed(request, reason: str = "") -> HttpResponse:
    """A form that lay open too long, or one that was not ours. The reason is not for the page."""
    return HttpResponse(loader.render_to_string("403_csrf.html"), status=403)
