"""The shared cache gets its table with the others."""

from typing import Any

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


def _lay_cache_table(**kwargs: Any) -> None:
    call_command("createcachetable", verbosity=0)


class Accounts(AppConfig):
    name = "ressursvenn.accounts"

    def ready(self) -> None:
        post_migrate.connect(_lay_cache_table, sender=self)
