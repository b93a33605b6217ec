"""That a release takes two is known from when the house starts."""

from django.apps import AppConfig


class Reporting(AppConfig):
    name = "ressursvenn.reporting"

    def ready(self) -> None:
        from ressursvenn.together import acts

        from . import acts as ours
        from . import changes

        acts.register(ours.issue(changes._issued))
