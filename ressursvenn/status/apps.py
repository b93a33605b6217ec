"""That a report takes two to issue is known from when the house starts."""

from django.apps import AppConfig


class Status(AppConfig):
    name = "ressursvenn.status"

    def ready(self) -> None:
        from ressursvenn.together import acts

        from . import acts as ours
        from . import changes

        acts.register(ours.issue(changes._issued))
