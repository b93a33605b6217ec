"""The first way in of an installation: a link for somebody who has an account and nothing to sign in with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from ressursvenn.accounts import changes, queries


class Command(BaseCommand):
    help = "prints the address of a link that works once, within a day; what she had stops working"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sign_name")

    def handle(self, *args: Any, **options: Any) -> None:
        person = queries.person_called(options["sign_name"])
        if person is None:
            raise CommandError("Ingen logger inn med dette navnet.")
        word = changes.open_recovery(person=person, by=None)
        self.stdout.write(reverse("welcome", args=[word]))
