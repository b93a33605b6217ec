"""What must hold before production starts. Each has an id, and a test that sees it refuse."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

# Tier 1 of the safety promises, by number: what later work must finish before any real person's data.
UNFINISHED = {
    5: "passkeys for all who see a participant",
    8: "recovery as strong as enrolment: in person, or two officers",
    10: "keys in a process of their own",
    16: "the gate for statistics",
    17: "automatic deletion by class, keys and backups included",
}


@register
def everything_promised(**kwargs: Any) -> list[CheckMessage]:
    """RV.E001: production refuses to start while a promise of Tier 1 is not kept."""
    if not settings.PRODUCTION or not UNFINISHED:
        return []
    missing = "; ".join(f"{number}: {what}" for number, what in UNFINISHED.items())
    return [Error(f"Tier 1 is not finished: {missing}.", id="RV.E001")]


@register
def no_made_up_world(**kwargs: Any) -> list[CheckMessage]:
    """RV.E002: the made-up world, and its one-click sign-in, never stand beside real people."""
    if settings.PRODUCTION and "ressursvenn.rehearsal" in settings.INSTALLED_APPS:
        return [Error("The made-up world may not be installed in production.", id="RV.E002")]
    return []


@register
def a_real_database(**kwargs: Any) -> list[CheckMessage]:
    """RV.E003: the embedded database serves a trial and the tests, not real people."""
    if settings.PRODUCTION and "sqlite" in str(settings.DATABASES["default"]["ENGINE"]):
        return [Error("Production asks for PostgreSQL.", id="RV.E003")]
    return []


@register
def named_hosts(**kwargs: Any) -> list[CheckMessage]:
    """RV.E004: production answers to named hosts only."""
    if settings.PRODUCTION and (not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS):
        return [Error("Name the hosts in RESSURSVENN_HOSTS.", id="RV.E004")]
    return []
