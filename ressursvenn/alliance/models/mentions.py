"""Where the press has told of us: medium, headline and day, as an editor found it."""

from __future__ import annotations

from datetime import date

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes.handling import Nobodys

from .. import words
from ._columns import NOTED, Noted, act_on, by

BEGAN = date(words.FOUNDED, 1, 1)
HTTPS = "Skriv en adresse som begynner med https://"


class Mention(Noted):
    """Somebody wrote or spoke of Rød Knapp in public, on a day. Struck with a reason, never changed.

    `headline` is about what was told, and never about whom: struck for naming somebody, its words are gone.
    """

    medium = models.CharField("medium", max_length=80)
    kind = models.CharField("slag", max_length=8, choices=list(words.MEDIA.items()))
    headline = models.CharField("hva den handlet om", max_length=140, blank=True)
    day = models.DateField("dag")
    link = models.URLField(
        "lenke", max_length=200, blank=True,
        validators=[URLValidator(schemes=["https"], message=HTTPS)],
    )  # fmt: skip
    action = models.ForeignKey(
        "alliance.CampaignAction", models.PROTECT, related_name="mentions", null=True, blank=True
    )
    struck_on = act_on("strøket")
    struck_by = by(null=True)
    why_struck = models.CharField(
        "hvorfor", max_length=8, blank=True, choices=list(words.WHY_STRUCK.items()), editable=False
    )

    class Meta:
        ordering = ("-day", "-pk")
        constraints = (
            on_and_by("struck"),
            models.CheckConstraint(
                condition=Q(day__gte=BEGAN),
                name="mentioned_since_the_alliance_began",
                violation_error_message=f"Alliansen begynte i {words.FOUNDED}. Se over årstallet.",
            ),
            models.CheckConstraint(
                condition=~Q(medium="") & (~Q(headline="") | Q(why_struck=words.NAMES_SOMEBODY)),
                name="mention_has_its_words",
                violation_error_message="Skriv hvor det sto, og hva det handlet om.",
            ),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__startswith="https://"),
                name="mention_link_is_https",
                violation_error_message=HTTPS,
            ),
            models.CheckConstraint(
                condition=Q(struck_on=None, why_struck="")
                | (Q(struck_on__isnull=False) & ~Q(why_struck="")),
                name="mention_struck_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=("medium", "headline", "day"),
                condition=Q(struck_on__isnull=True),
                name="mention_noted_once",
                violation_error_message="Denne omtalen er notert allerede.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "medium", "kind", "headline", "day", "link", "action", "struck_on", "struck_by",
            "why_struck",
        }  # fmt: skip
