"""Buttons: the store, orders, what was handed out, and what the alliance has said of it before.

Nobody who wears one is in any row. An order's address is a row of its own, which goes on a clock.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys, Plain

from .. import words
from ._columns import NOTED, Noted, act_on, by, two_people

MOST = 20_000  # in one order or one handing out; more is a slip of the finger


def _between(name: str, field: str = "number", most: int = MOST) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{field}__range": (1, most)}),
        name=name,
        violation_error_message=f"Skriv et tall fra 1 til {most}.",
    )


class StockMove(Noted):
    """Buttons that came into the store, or went out of it without an order."""

    kind = models.CharField("hva", max_length=4, choices=list(words.MOVES.items()))
    number = models.PositiveIntegerField("antall")
    day = models.DateField("dag")
    told = models.CharField("merknad", max_length=200, blank=True)

    class Meta:
        ordering = ("-day", "-pk")
        constraints = (_between("stock_moves_by_one_or_more", most=1_000_000),)

    class Handling(Nobodys):
        plain = {*NOTED, "kind", "number", "day", "told"}


class Order(models.Model):
    """Somebody wants buttons. It came by itself; what is noted of it is what became of it."""

    reference = columns.reference()
    kind = models.CharField("hvem bestiller", max_length=12, choices=list(words.KINDS.items()))
    who = models.CharField("navnet på organisasjonen", max_length=100)
    county = models.CharField("fylke", max_length=30)
    number = models.PositiveIntegerField("antall")
    wanted = models.DateField("trengs innen", null=True, blank=True)
    day = models.DateField("bestilt", editable=False)
    sent_on = act_on("sendt")
    sent_by = by(null=True)
    sent_number = models.PositiveIntegerField("sendt antall", null=True, blank=True)
    declined_on = act_on("ikke sendt")
    declined_by = by(null=True)
    declined_why = models.CharField(
        "hvorfor ikke", max_length=12, blank=True, choices=list(words.NOT_SENT.items())
    )

    class Meta:
        ordering = ("day", "pk")
        constraints = (
            on_and_by("sent"),
            on_and_by("declined"),
            _between("order_of_one_or_more"),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True, sent_number__isnull=True)
                | Q(sent_on__isnull=False, sent_number__range=(1, MOST)),
                name="order_sent_with_a_number",
                violation_error_message="Skriv hvor mange som ble sendt.",
            ),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True) | Q(declined_on__isnull=True),
                name="order_sent_or_declined",
            ),
            models.CheckConstraint(
                condition=Q(declined_on__isnull=True, declined_why="")
                | (Q(declined_on__isnull=False) & ~Q(declined_why="")),
                name="order_declined_with_a_reason",
            ),
        )

    class Handling(Nobodys):
        plain = {
            "id", "reference", "kind", "who", "county", "number", "wanted", "day", "sent_on", "sent_by",
            "sent_number", "declined_on", "declined_by", "declined_why",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reference

    @property
    def settled(self) -> bool:
        return bool(self.sent_on or self.declined_on)


class Delivery(models.Model):
    """Where an order is sent, and whom to ask. It goes on a clock; the order stays."""

    order = models.OneToOneField(Order, models.CASCADE, related_name="delivery")
    attention = models.CharField("til hvem", max_length=80)
    street = models.CharField("gateadresse eller postboks", max_length=100)
    postcode = models.CharField("postnummer", max_length=4)
    town = models.CharField("poststed", max_length=40)
    email = models.EmailField("e-post", max_length=120, blank=True)

    class Handling(Plain):
        keep = "button_order"
        plain = {"id", "order", "attention", "street", "postcode", "town", "email"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class HandOut(Noted):
    """So many buttons were handed out by somebody, in a county, on a day. Counted when two editors say so."""

    kind = models.CharField("hvem delte ut", max_length=12, choices=list(words.KINDS.items()))
    who = models.CharField("navnet på organisasjonen", max_length=100)
    county = models.CharField("fylke", max_length=30)
    number = models.PositiveIntegerField("antall")
    day = models.DateField("dag")
    source = models.CharField("hvor vet dere det fra", max_length=200)
    action = models.ForeignKey(
        "alliance.CampaignAction", models.PROTECT, related_name="hand_outs", null=True, blank=True
    )
    confirmed_on = act_on("bekreftet")
    confirmed_by = by(null=True)
    struck_on = act_on("strøket")
    struck_by = by(null=True)

    class Meta:
        ordering = ("-day", "-pk")
        constraints = (
            on_and_by("confirmed"),
            on_and_by("struck"),
            two_people("confirmed_by", "noted_by", "handed_out_confirmed_by_another"),
            _between("handed_out_one_or_more"),
            models.UniqueConstraint(
                fields=("action",),
                condition=Q(struck_on__isnull=True),
                name="buttons_of_an_action_counted_once",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "kind", "who", "county", "number", "day", "source", "action", "confirmed_on",
            "confirmed_by", "struck_on", "struck_by",
        }  # fmt: skip


class ReportedTotal(Noted):
    """How many buttons the alliance itself has said were handed out, up to a day.

    A public number, so it is a row only with all that stands behind it; after `review_day` it says it is stale.
    """

    code = models.SlugField("kode", max_length=20, unique=True)
    number = models.PositiveIntegerField("antall")
    or_more = models.BooleanField("minst så mange", default=False)
    day = models.DateField("til og med")
    told = models.CharField("slik tiden er oppgitt", max_length=80)
    source = models.CharField("kilde", max_length=300)
    year = models.PositiveSmallIntegerField("år")
    population = models.CharField("hva det gjelder", max_length=200)
    link = models.URLField("lenke til kilden", max_length=300)
    review_day = models.DateField("ses over innen")
    owner = by("eier")
    confirmed_on = act_on("bekreftet")
    confirmed_by = by(null=True)

    class Meta:
        ordering = ("day", "pk")
        constraints = (
            on_and_by("confirmed"),
            two_people("confirmed_by", "noted_by", "total_confirmed_by_another"),
            models.CheckConstraint(
                condition=~Q(source="") & ~Q(population="") & ~Q(link=""),
                name="total_with_all_that_stands_behind_it",
                violation_error_message="Et tall uten kilde publiseres ikke.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "code", "number", "or_more", "day", "told", "source", "year", "population", "link",
            "review_day", "owner", "confirmed_on", "confirmed_by",
        }  # fmt: skip

    @property
    def is_stale(self) -> bool:
        """Nobody has looked it over in time."""
        return self.review_day < timezone.localdate()
