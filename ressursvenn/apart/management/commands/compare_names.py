"""Are these two alike, by the measure that keeps people apart? Reads a file, touches no table."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from ressursvenn.protection import likeness

KNOWN = ("name", "phone", "email")
SHAPE = '[{"a": {"name": "…", "phone": "…", "email": "…"}, "b": {…}}, …]'


class Command(BaseCommand):
    help = f"Which of these pairs of people are alike, and by what? The file holds {SHAPE}"
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.json")

    def handle(self, *args, file, **options):
        told = []
        for number, pair in enumerate(_pairs(file), start=1):
            by = likeness.alike(_person(pair, "a", number), _person(pair, "b", number))
            told.append({"match": by is not None, "by": by})
        self.stdout.write(json.dumps(told))


def _pairs(file):
    try:
        pairs = json.loads(Path(file).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _no(f"The file could not be read ({error.strerror}).") from None
    except (ValueError, RecursionError):
        raise _no("The file is not JSON in UTF-8.") from None
    if not isinstance(pairs, list):
        raise _no("The file is JSON, but not a list.")
    return pairs


def _person(pair, side, number):
    """What is known of one of the two. What is missing, empty or null is not known."""
    person = (pair.get(side) or {}) if isinstance(pair, dict) else None
    if not isinstance(person, dict):
        raise _no(f"Pair number {number} does not hold two people.")
    known = {key: person.get(key) for key in KNOWN}
    if any(isinstance(value, dict | list) for value in known.values()):
        raise _no(f"In pair number {number} something known is not a text.")
    return {key: str(value) for key, value in known.items() if value not in (None, False, True)}


def _no(reason):
    return CommandError(f"{reason} It must hold {SHAPE}", returncode=2)
