"""Erase days that are past, in every association. To be run every night."""

from django.core.management.base import BaseCommand

from ressursvenn.pairs import changes


class Command(BaseCommand):
    help = "Erase days and places of meetings that are past."

    def handle(self, *args, **options):
        erased = changes.erase_past_days()
        self.stdout.write(f"{erased} kobling(er) hadde en dag som var forbi. Den er slettet.")
