"""`manage.py verify_grant_reports`: is every issued grant report as it was issued, and made so again?"""

from django.core.management.base import BaseCommand, CommandError

from ressursvenn.grants import verifying


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        found = verifying.all_reports()
        for one in found:
            self.stdout.write(f"{one.reference}  {one.told}")
        if any(not one.kept or one.again is False for one in found):
            raise CommandError("En rapport er ikke lenger det som ble gitt ut.")
        self.stdout.write(f"{len(found)} rapporter er som de ble gitt ut.")
