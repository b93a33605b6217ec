"""`manage.py draw_share_picture`: draw what is shown where an open page is shared. A test holds it current."""

from django.core.management.base import BaseCommand

from ressursvenn.door import sharing


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = ()

    def handle(self, *args, **options):
        sharing.PICTURE.write_bytes(sharing.drawn())
        self.stdout.write(f"{sharing.PICTURE.name}: {sharing.PICTURE.stat().st_size} bytes")
