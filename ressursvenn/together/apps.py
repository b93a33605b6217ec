"""The acts that concern accounts are registered here, since accounts lie below."""

from django.apps import AppConfig


class Together(AppConfig):
    name = "ressursvenn.together"

    def ready(self) -> None:
        from . import accounts, acts

        for act in accounts.ACTS:
            acts.register(act)
