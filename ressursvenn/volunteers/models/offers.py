"""What a volunteer offers and what may be told of her: by herself, or noted for her by a colleague."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from ressursvenn.protection.fields import EncryptedList, EncryptedText
from ressursvenn.shapes import columns
from ressursvenn.shapes.rows import LockedWithHers

from ..offered import AT_MOST
from .road import of_volunteer


class Offer(LockedWithHers, models.Model):
    """At most two rows: her own, and what a colleague noted for her. The latest note counts."""

    reference = columns.reference()
    volunteer = of_volunteer("offers")
    by_herself = models.BooleanField("skrev det selv", default=False, editable=False)
    noted_at = models.DateTimeField("notert")
    noted_by = columns.by_person("notert av")

    levels = EncryptedList("språk, og hvor godt", blank=True)
    would_like = EncryptedList("vil gjerne", blank=True)
    far = EncryptedText("hvor langt unna", max_length=10, blank=True)
    shows = EncryptedList("kan fortelles", blank=True)
    presentation = EncryptedText("med egne ord", max_length=AT_MOST, blank=True)

    class Meta:
        constraints = (
            UniqueConstraint(fields=("volunteer", "by_herself"), name="one_offer_by_each_hand"),
        )

    class Handling:
        plain = {"id", "reference", "volunteer", "by_herself", "noted_at", "noted_by"}
        card = {"levels", "would_like", "far", "shows"}
        record = {"presentation"}
        sign_in: set[str] = set()
        keep = "volunteer"
