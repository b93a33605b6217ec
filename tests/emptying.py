"""Django empties every table after a transactional test. The product's database refuses that of the log.

So the log's triggers stand during every test, and are taken down for the emptying alone. The product has no
such door: there `manage flush` is refused.

The shared cache is no model's table, and Django would leave it: whoever was counted in one test would be
turned away in the next.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction

locks = import_module("ressursvenn.protection.migrations.0006_log_only_added_to")


def let_django_empty() -> None:
    """Once a run: wrap the way Django empties tables."""
    operations = type(connection.ops)
    empty = operations.execute_sql_flush

    def execute_sql_flush(self: Any, sql_list: Any) -> None:
        with transaction.atomic():
            locks.unlock(self.connection)
            empty(self, sql_list)
            locks.lock(self.connection)
            cache.clear()

    operations.execute_sql_flush = execute_sql_flush
