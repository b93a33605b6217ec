"""`manage.py make_help_card`: write the reviewed numbers as one file. A test fails when it was forgotten."""

from django.core.management.base import BaseCommand

from ressursvenn.web import help_card


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = ()

    def handle(self, *args, **options):
        help_card.CARD.write_text(help_card.written(), "utf-8")
        self.stdout.write(f"{help_card.CARD.name}: {help_card.CARD.stat().st_size} bytes")
