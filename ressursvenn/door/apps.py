"""That a page takes two to publish is known from when the house starts."""

from django.apps import AppConfig


class Door(AppConfig):
    name = "ressursvenn.door"

    def ready(self) -> None:
        from ressursvenn.together import acts

        from . import acts as ours
        from . import changes

        acts.register(ours.publish(changes._published))
