"""`manage.py verify_releases`: is every release the bytes that were released, and would it be made so again?

Fingerprints are compared for all. A release is made again only where today's versions are those of then.
"""

from django.core.management.base import BaseCommand, CommandError

from ressursvenn.reporting import verifying


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        found = verifying.all_releases()
        for one in found:
            self.stdout.write(f"{one.year}  {one.told}")
        if any(one.is_changed for one in found):
            raise CommandError("En utgivelse er ikke lenger det som ble gitt ut.")
        self.stdout.write(f"{len(found)} utgivelser er som de ble gitt ut.")
