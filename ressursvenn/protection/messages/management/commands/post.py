"""Send what may go now, once: `manage post`. Whoever makes the rounds does the same every minute."""

from typing import Any

from django.core.management.base import BaseCommand

from ressursvenn.protection.messages import post


class Command(BaseCommand):
    help = "Send what may go now. Prints how many ended how; never to whom."

    def handle(self, *args: Any, **options: Any) -> None:
        told = post.send_due()
        words = ", ".join(f"{how} {number}" for how, number in sorted(told.items()))
        self.stdout.write(words or "Nothing waits.")
