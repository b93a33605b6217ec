"""`bring_in FILE.xlsx --association SLUG --by USER [--dry-run] [--json]`:

a workbook, from the prompt.
"""

from __future__ import annotations

import json
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from ressursvenn.accounts import queries as accounts
from ressursvenn.spreadsheets import changes
from ressursvenn.spreadsheets.reading.container import LARGEST_FILE
from ressursvenn.spreadsheets.reading.refusing import WorkbookRefused
from ressursvenn.spreadsheets.report import Report

KINDS = {"volunteers": "ressursvenner", "participants": "deltakere", "unknown": "ukjent liste"}


class Command(BaseCommand):
    help = "Ta inn en forenings regneark. Ingen celle skrives ut."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.xlsx")
        parser.add_argument("--association", required=True, metavar="SLUG")
        parser.add_argument("--by", required=True, metavar="USER", help="innloggingsnavn")
        parser.add_argument("--dry-run", action="store_true", help="se hva som ville skje")
        parser.add_argument("--json", action="store_true", help="én linje JSON, den siste")

    def handle(self, *args, **options):
        association = accounts.association_called(options["association"])
        by = accounts.person_called(options["by"])
        if association is None:
            raise CommandError("Det finnes ingen forening med det kortnavnet.")
        if by is None:
            raise CommandError("Det finnes ingen med det innloggingsnavnet.")
        report = self._brought(options, association, by)
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False))
        else:
            self._tell(report, options["dry_run"])

    def _brought(self, options, association, by) -> Report:
        content = _content(Path(options["file"]))
        dry_run = options["dry_run"]
        try:
            return changes.bring_in(
                workbook_bytes=content, association=association, by=by, dry_run=dry_run
            )
        except WorkbookRefused as refused:
            if options["json"]:
                self.stdout.write(json.dumps(_turned_away(refused), ensure_ascii=False))
            raise CommandError(refused.sentence) from None
        except PermissionDenied:
            raise CommandError("Den brukeren kan ikke ta inn regneark i den foreningen.") from None

    def _tell(self, report: Report, dry_run: bool) -> None:
        told = report.as_json()
        self.stdout.write("Ingenting er lagret." if dry_run else "Regnearket er tatt inn.")
        for sheet in told["sheets"]:
            self.stdout.write(
                f"{sheet['name']} ({KINDS[sheet['kind']]}): {sheet['rows']} rader, "
                f"{sheet['accepted']} tatt inn, {sheet['merge_proposed']} må avgjøres, "
                f"{sheet['refused']} ikke tatt inn, {sheet['already_here']} var her fra før"
            )
        for one in told["columns_not_kept"]:
            self.stdout.write(f"{one['sheet']}, {one['column']}: {one['why']}")
        self.stdout.write(f"{len(told['asks'])} spørsmål. De står på siden, og i --json.")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError:
        raise CommandError("Filen finnes ikke, eller kan ikke leses.") from None


def _turned_away(refused: WorkbookRefused) -> dict[str, list]:
    """The same shape, for a file that is turned away whole."""
    refusal = {"sheet": None, "row": None, "code": refused.code, "sentence": refused.sentence}
    return {"sheets": [], "refusals": [refusal], "asks": [], "columns_not_kept": []}
