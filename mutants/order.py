"""A pytest plugin: what asks no database comes first. It is the quickest, and pytest-django puts it last.

Loaded by `python -m mutants` alone, where the first red test ends the run.
"""

import pytest

ASKS = {"db", "transactional_db", "live_server"}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    items.sort(key=asks_the_database)


def asks_the_database(item):
    return item.get_closest_marker("django_db") is not None or not ASKS.isdisjoint(
        getattr(item, "fixturenames", ())
    )
