"""Write docs/data.md. A test keeps it current."""

from typing import Any

from django.core.management.base import BaseCommand

from ressursvenn.protection import data_page


class Command(BaseCommand):
    help = "Write docs/data.md: every field, its class, its key, and how long it is kept."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        data_page.PAGE.write_text(data_page.text(), encoding="utf-8")
        self.stdout.write(f"docs/data.md: {data_page.text().count('### ')} tables.")
