"""`manage cast`: who is who in the made-up world, one line each."""

from typing import Any

from django.core.management.base import BaseCommand

from ressursvenn.accounts.permissions import ROLES
from ressursvenn.rehearsal.cast import CAST


class Command(BaseCommand):
    help = "Tell who is who in the made-up world."

    def handle(self, *args: Any, **options: Any) -> None:
        for part in CAST:
            self.stdout.write(f"{part.sign_name:<14}{ROLES[part.role].name:<24}{part.known_for}")
