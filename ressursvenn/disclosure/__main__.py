"""python -m ressursvenn.disclosure TABLES.json: try our protection, or our attack, on tables of your own."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from . import telling
from .auditing import audit
from .protecting import SECONDS, protect
from .reading import read
from .solving import Unproven
from .tables import Unreadable

CLEAR, KEPT_BACK, NOT_READ, NOT_PROVEN = 0, 1, 2, 3
DESCRIPTION = "Protects tables of counts, or says what an attacker can compute of hidden cells."
EPILOG = (
    "The file: docs/disclosure.schema.json. Ends with 0 when the tables are safe, 1 when they are not, "
    "2 when the file cannot be read, 3 when a question was not settled in time."
)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        text = (
            sys.stdin.read() if options.tables == "-" else Path(options.tables).read_text("utf-8")
        )
        question = read(text)
        if options.attack_only:
            tried = audit(question.proposed, question.earlier)
            _say(telling.audited(question.proposed, tried), telling.as_data(tried), options.json)
            return CLEAR if tried.clear else KEPT_BACK
        safe = protect(question.proposed, question.earlier, seconds=options.seconds)
        _say(telling.protected(question.proposed, safe), telling.protected_data(safe), options.json)
        return CLEAR if safe.release else KEPT_BACK
    except (Unreadable, OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"{options.tables}: {error}\n")
        return NOT_READ
    except Unproven as error:
        sys.stderr.write(f"{error}: nothing is cleared\n")
        return NOT_PROVEN


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    options = argparse.ArgumentParser(
        prog="disclose", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False
    )
    options.add_argument("tables", metavar="TABLES.json", help="- reads from the terminal")
    options.add_argument(
        "--attack-only", action="store_true", help="attack what is given, and protect nothing"
    )
    options.add_argument("--json", action="store_true", help="one JSON object instead of words")
    options.add_argument(
        "--seconds",
        type=float,
        default=SECONDS,
        metavar="N",
        help="of the processor's time, for the smallest pattern",
    )
    return options.parse_args(arguments)


def _say(lines: Iterable[str], data: object, as_json: bool) -> None:
    told = [json.dumps(data, ensure_ascii=False)] if as_json else lines
    sys.stdout.write("\n".join(told) + "\n")


if __name__ == "__main__":
    sys.exit(main())
