"""When the house is put together: the start-up checks register themselves, and fields learn to speak."""

from django.apps import AppConfig


class StartUp(AppConfig):
    name = "config"

    def ready(self) -> None:
        from ressursvenn.shapes import sentences

        from . import checks  # noqa: F401 -- registers itself

        sentences.teach()
