"""When the house is put together: start-up checks register themselves, fields learn to speak, rows to ask."""

from django.apps import AppConfig


class StartUp(AppConfig):
    name = "config"

    def ready(self) -> None:
        from ressursvenn.shapes import demands, sentences

        from . import checks  # noqa: F401 -- registers itself

        sentences.teach()
        demands.teach()
