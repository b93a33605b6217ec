"""A house of its own for a bench: a data folder that goes when the bench is done, and Django in it."""

import os
import tempfile
from contextlib import contextmanager


@contextmanager
def house(*, world):
    """Migrated and, if asked for, peopled. Must come before anything imports Django's settings."""
    with tempfile.TemporaryDirectory(prefix="ressursvenn-bench-") as folder:
        os.environ.update(RESSURSVENN_DATA=folder, RESSURSVENN_MODE="trial")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("make_world", size=world)
        yield folder
