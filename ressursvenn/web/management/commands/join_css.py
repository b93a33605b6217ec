"""`manage.py join_css`: join the parts of the stylesheet. A test fails when it was forgotten."""

from django.core.management.base import BaseCommand

from ressursvenn.web import stylesheet


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = ()

    def handle(self, *args, **options):
        stylesheet.JOINED.write_text(stylesheet.joined(), "utf-8")
        self.stdout.write(f"{stylesheet.JOINED.name}: {stylesheet.JOINED.stat().st_size} bytes")
