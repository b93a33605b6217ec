"""`manage.py save_reports FOLDER`: the files of every issued report, byte for byte, for an archive."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ressursvenn.status import making, queries


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for row in queries.issued():
            for kind in making.KINDS:
                path = folder / making.file_name(row.report, kind)
                path.write_bytes(bytes(getattr(row, kind)))
                self.stdout.write(f"{row.prints[kind]}  {path.name}")
