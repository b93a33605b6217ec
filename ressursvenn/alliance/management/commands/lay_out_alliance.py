"""Lay out the members and the counts of buttons that others have published. Doing it twice adds nothing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ressursvenn.accounts.queries import person_called
from ressursvenn.alliance import changes


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--by", required=True, help="the sign-in name of whoever does it")

    def handle(self, *args: Any, **options: Any) -> None:
        by = person_called(options["by"])
        if by is None:
            raise CommandError("Ingen logger inn med det navnet.")
        members, totals = changes.lay_out_members(by=by), changes.lay_out_totals(by=by)
        self.stderr.write(f"{members} medlemskap og {totals} tall. Ingen av dem er bekreftet ennå.")
