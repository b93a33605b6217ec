"""Whoever sends messages learns from this room how somebody may be reached."""

from django.apps import AppConfig


class Participants(AppConfig):
    name = "ressursvenn.participants"

    def ready(self) -> None:
        from ressursvenn.protection.messages import setting

        from . import reaching

        setting.known_by(found=reaching.found, leaders=reaching.leaders_of)
