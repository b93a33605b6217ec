"""Write docs/rulebook.md. A test keeps it current."""

from django.core.management.base import BaseCommand

from ressursvenn.pairs import rulebook


class Command(BaseCommand):
    help = "Write docs/rulebook.md from the rules of every room."

    def handle(self, *args, **options):
        rulebook.BOOK.parent.mkdir(exist_ok=True)
        rulebook.BOOK.write_text(rulebook.text(), encoding="utf-8")
        self.stdout.write(f"docs/rulebook.md: {len(rulebook.all_rules())} regler.")
