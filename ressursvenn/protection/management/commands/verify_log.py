"""`verify_log [--database COPY.sqlite3] [--checkpoints FILE ...] [--key HEX]`: is the log as it was written?

With a copy it reads nothing but the copy and the checkpoints; no keeper is asked. Exit code 1 when it does
not hold, with a sentence for each fault.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection
from django.utils import timezone

from ressursvenn.protection import checkpoints, pin
from ressursvenn.protection.links import rows_of
from ressursvenn.protection.verifying import Beginning, Verdict, verify

BEGINS = "SELECT number, head FROM protection_auditbeginning ORDER BY number DESC LIMIT 1"
TOLD_AT_MOST = 20


class Command(BaseCommand):
    help = "Prøv loggens kjede mot seg selv og mot det som er bevitnet utenfor huset."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--database", type=Path, metavar="COPY.sqlite3")
        parser.add_argument("--checkpoints", type=Path, nargs="+", metavar="FILE")
        parser.add_argument("--key", metavar="HEX", help="slik personvernansvarlig har den")

    def handle(self, *args: Any, **options: Any) -> None:
        key = options["key"] or pin.pinned()
        if not key:
            raise CommandError("Ingen nøkkel: oppgi loggens åpne nøkkel med --key.", returncode=1)
        places = _witnessed(options["checkpoints"])  # before the rows, which only grow
        with _cursor(options["database"]) as cursor:
            cursor.execute(BEGINS)
            begins = cursor.fetchone()
            verdict = verify(
                rows_of(cursor),
                places,
                key=key,
                now=timezone.now(),
                beginning=Beginning(*begins) if begins else None,
            )
        self._tell(verdict, key)

    def _tell(self, verdict: Verdict, key: str) -> None:
        looked_at = f"{verdict.entries} oppføringer, {verdict.checkpoints} sjekkpunkt"
        if not verdict.faults:
            self.stdout.write(
                f"Loggen holder: {looked_at}. Yngre enn det siste sjekkpunktet: "
                f"{verdict.after_the_last}. Prøvd med nøkkel {key[:8]}."
            )
            return
        for fault in verdict.faults[:TOLD_AT_MOST]:
            self.stdout.write(fault.sentence)
        if len(verdict.faults) > TOLD_AT_MOST:
            self.stdout.write(f"Og {len(verdict.faults) - TOLD_AT_MOST} til.")
        raise CommandError(f"Loggen holder ikke. Sett på: {looked_at}.", returncode=1)


def _witnessed(files: list[Path] | None) -> list[list[str]]:
    """The lines of the files named, or of the house's own places."""
    if not files:
        return checkpoints.lines_of(settings.CHECKPOINT_PLACES)
    try:
        return [path.read_text("ascii", "replace").splitlines() for path in files]
    except OSError as trouble:
        sentence = f"Sjekkpunktene i {trouble.filename} kan ikke leses."
        raise CommandError(sentence, returncode=1) from None


@contextmanager
def _cursor(copy: Path | None) -> Iterator[Any]:
    """Of the copy, which is only read; or of the house's own database."""
    if copy is None:
        with _told(DatabaseError, "Her er det ingen kjedet logg."), connection.cursor() as cursor:
            yield cursor
        return
    alone = not copy.with_name(
        f"{copy.name}-wal"
    ).exists()  # then nothing beside it is touched either
    how = "mode=ro&immutable=1" if alone else "mode=ro"
    opened = f"file:{quote(str(copy))}?{how}"
    with (
        _told(sqlite3.Error, "Kopien kan ikke leses, eller har ingen kjedet logg."),
        closing(sqlite3.connect(opened, uri=True)) as database,
    ):
        yield database.cursor()


@contextmanager
def _told(trouble: type[Exception], sentence: str) -> Iterator[None]:
    """A sentence instead of the database's own words."""
    try:
        yield
    except trouble:
        raise CommandError(sentence, returncode=1) from None
