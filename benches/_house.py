"""A house of its own for a bench: a data folder that goes when the bench is done, and Django in it."""

import os
import tempfile
from contextlib import contextmanager


@contextmanager
def house(*, world):
    """Migrated, with a keeper, and peopled so many times over (0: with nobody).

    Must come before anything imports Django's settings.
    """
    with tempfile.TemporaryDirectory(prefix="ressursvenn-bench-") as folder:
        os.environ.update(RESSURSVENN_DATA=f"{folder}/data", RESSURSVENN_MODE="trial")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import dev

        with dev.keeper():
            import django
            from django.core.management import call_command

            django.setup()
            call_command("migrate", verbosity=0)
            if world:
                call_command("make_world", size=world)
            yield folder
