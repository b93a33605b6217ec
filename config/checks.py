"""What must hold before production starts. Each has an id, and a test that sees it refuse."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from ressursvenn.protection.messages.letters import one_way
from ressursvenn.protection.messages.words import banned_in

NEUTRAL_NAME = re.compile(r"[A-Za-z ]{1,11}")  # what a gateway takes as the sender of an SMS
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")

# Tier 1 of the safety promises, by number: what must be finished before any real person's data.
UNFINISHED: dict[int, str] = {}


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


@register
def witnessed_elsewhere(**kwargs: Any) -> list[CheckMessage]:
    """RV.E005: where the log stands is witnessed in two places outside the data, with a pinned key."""
    if not settings.PRODUCTION:
        return []
    places = settings.CHECKPOINT_PLACES
    apart = all(
        not one.is_relative_to(other) for one in places for other in places if one is not other
    )
    with_data = any(
        place.is_relative_to(settings.DATA) or settings.DATA.is_relative_to(place)
        for place in places
    )
    if len(places) == 2 and apart and not with_data and settings.CHECKPOINT_KEY:
        return []
    return [
        Error(
            "Name two folders, apart from the data and from each other, in CHECKPOINT_PLACES, "
            "and the log's public key in CHECKPOINT_KEY.",
            id="RV.E005",
        )
    ]


@register
def neutral_sender(**kwargs: Any) -> list[CheckMessage]:
    """RV.E006: nothing that names us stands in a sender or a header, and nothing goes unencrypted."""
    shown = [*settings.MESSAGE_SENDERS, settings.MESSAGE_FROM, settings.MESSAGE_HOST]
    if any(map(banned_in, [*shown, settings.DESK_HOST])):
        return [Error("A sender, or its host, has a word that tells too much.", id="RV.E006")]
    if not all(map(NEUTRAL_NAME.fullmatch, settings.MESSAGE_SENDERS or [""])):
        return [Error("MESSAGE_SENDERS are names of at most eleven letters.", id="RV.E006")]
    if not one_way("email", settings.MESSAGE_FROM) or not HOST.fullmatch(settings.MESSAGE_HOST):
        return [Error("MESSAGE_FROM is one address, MESSAGE_HOST one host.", id="RV.E006")]
    if settings.PRODUCTION and settings.MESSAGE_HOST.endswith(".example"):
        return [Error("Name a neutral host of yours in MESSAGE_HOST.", id="RV.E006")]
    if settings.SMS_WAY == "https" and not settings.SMS_GATEWAY.startswith("https://"):
        return [Error("SMS_GATEWAY begins with https://.", id="RV.E006")]
    return []


@register
def whose_address(**kwargs: Any) -> list[CheckMessage]:
    """RV.E007: the server listens on the machine alone, so it is a proxy that says who asks."""
    if settings.PRODUCTION and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        sentence = "Say in RESSURSVENN_TRUSTED_PROXIES how many proxies of yours stand before it."
        return [Error(sentence, id="RV.E007")]
    return []
