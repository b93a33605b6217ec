"""`manage.py verify_reports`: is every issued report the bytes that were issued, and would it be made so again?

Fingerprints are compared for all. A report is made again only where today's versions are those of then.
"""

from django.core.management.base import BaseCommand, CommandError

from ressursvenn.status import verifying


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        found = verifying.all_reports()
        for one in found:
            self.stdout.write(f"{one.reference}  {one.told}")
        if any(not one.kept for one in found):
            raise CommandError("En rapport er ikke lenger det som ble gitt ut.")
        self.stdout.write(f"{len(found)} rapporter er som de ble gitt ut.")
