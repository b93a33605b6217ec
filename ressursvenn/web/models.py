"""When the house last did each of its rounds. Nothing about anybody."""

from __future__ import annotations

from django.db import models

from ressursvenn.shapes.handling import Plain


class LastRun(models.Model):
    """One row for each round. While `busy_until` lies ahead somebody is at it, or was stopped in it."""

    name = models.CharField(max_length=40, unique=True)
    last_run = models.DateTimeField(null=True, blank=True)
    busy_until = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)  # since it last went well

    class Handling(Plain):
        plain = {"id", "name", "last_run", "busy_until", "failures"}
        keep = "rounds"

    def __str__(self) -> str:
        return self.name
