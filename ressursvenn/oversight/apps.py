"""The acts that take two people are registered as the house starts."""

from django.apps import AppConfig


class Oversight(AppConfig):
    name = "ressursvenn.oversight"

    def ready(self) -> None:
        from ressursvenn.together import acts as together

        from .acts import ACTS

        for act in ACTS:
            together.register(act)
