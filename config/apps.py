"""The start-up checks register themselves when the house is put together."""

from django.apps import AppConfig


class StartUp(AppConfig):
    name = "config"

    def ready(self) -> None:
        from . import checks  # noqa: F401 -- registers itself
