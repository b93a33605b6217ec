"""The shared cache gets its table with the others; sessions begin and end; factors lie locked."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.core.management import call_command
from django.db.models.signals import post_init, post_migrate, post_save, pre_save


def _lay_cache_table(**kwargs: Any) -> None:
    call_command("createcachetable", verbosity=0)


class Accounts(AppConfig):
    name = "ressursvenn.accounts"

    def ready(self) -> None:
        from allauth.mfa.models import Authenticator

        from . import factors, sessions

        post_migrate.connect(_lay_cache_table, sender=self)
        user_logged_in.connect(sessions.begin)
        user_logged_out.connect(sessions.finish)
        pre_save.connect(factors.lock_before_saving, sender=Authenticator)
        for signal in (post_init, post_save):
            signal.connect(factors.open_again, sender=Authenticator)
