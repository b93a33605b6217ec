"""python -m keeper WORD --folder DIR: serve, rotate, officers, recover, backup, restore, standing."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import pwd
import sys
from collections.abc import Callable
from pathlib import Path

from . import backups, officers, rotation
from .acts import Keeper
from .limits import Limits
from .masters import Masters
from .serve import serve


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def serve_(told: argparse.Namespace) -> None:
    """answer the house at --socket until stopped"""
    most = Limits(
        reader=told.reader_limit, house=told.house_limit, everyone=told.limit, hour=told.hour
    )
    users = frozenset(pwd.getpwnam(name).pw_uid for name in told.user)
    serve(told.socket, ready(told.folder, most, told.to), users)


def ready(folder: Path, limits: Limits | None = None, copies: Path | None = None) -> Keeper:
    """The keeper of a folder, with a first master key when it is new."""
    keeper = Keeper(folder, limits, copies)
    if not keeper.masters.versions() and not keeper.store.masters():
        keeper.masters.make()
    return keeper


def rotate(told: argparse.Namespace) -> None:
    """make a new master key and wrap everybody's keys with it; the house stays open"""
    number = rotation.rotate(Keeper(told.folder), officers.Officers(told.folder))
    say(f"{number} people's keys are wrapped anew.")


def officers_(told: argparse.Namespace) -> None:
    """appoint three officers: prints three words, once. Any two of them bring the keys back"""
    words = officers.Officers(told.folder).appoint(Masters(told.folder))
    for officer, word in words.items():
        say(f"Officer {officer}: {word}")
    say("Print each on a sheet of its own, for its officer alone. They are not kept here.")


def recover(told: argparse.Namespace) -> None:
    """bring lost master keys back with the words of two officers"""
    words = {officer: _asked(officer) for officer in told.officer}
    found = officers.Officers(told.folder).recover(Masters(told.folder), words)
    say(f"Brought back: master key {', '.join(map(str, found))}." if found else "None was missing.")


def _asked(officer: int) -> str:
    """From the keyboard, unseen; or a line on stdin, for the drill."""
    question = f"The word of officer {officer}: "
    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline()


def backup(told: argparse.Namespace) -> None:
    """copy the wrapped keys to --to, and forget copies older than a week"""
    say(str(backups.back_up(told.folder, Keeper(told.folder), told.to)))


def restore(told: argparse.Namespace) -> None:
    """lay the copy --source where --folder is; whoever is erased stays erased"""
    gone = backups.restore(told.folder, told.source)
    say(f"Restored. {gone} in the copy are erased, and stay so.")


def standing(told: argparse.Namespace) -> None:
    """how many keys and tombstones there are, and alarms in the last hour"""
    say(json.dumps(Keeper(told.folder).standing()))


WORDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "serve": serve_,
    "rotate": rotate,
    "officers": officers_,
    "recover": recover,
    "backup": backup,
    "restore": restore,
    "standing": standing,
}


def main() -> None:
    plan = Limits()
    options = argparse.ArgumentParser(prog="python -m keeper", allow_abbrev=False)
    options.add_argument("word", choices=WORDS, help="; ".join(_helped()))
    options.add_argument("--folder", type=Path, required=True)
    options.add_argument("--socket", type=Path, help="serve: a short path in a private folder")
    options.add_argument("--user", action="append", default=[], help="serve: who else may ask")
    options.add_argument("--reader-limit", type=int, default=plan.reader)
    options.add_argument("--house-limit", type=int, default=plan.house)
    options.add_argument("--limit", type=int, default=plan.everyone)
    options.add_argument("--hour", type=float, default=plan.hour, help="seconds")
    options.add_argument("--officer", type=int, action="append", default=[])
    options.add_argument("--to", type=Path, help="where backups, and tombstones once more, lie")
    options.add_argument("--source", type=Path)
    told = options.parse_args()
    os.umask(0o077)
    try:
        WORDS[told.word](told)
    except (officers.NotEnough, OSError) as trouble:
        sys.exit(str(trouble))


def _helped() -> list[str]:
    return [f"{word}: {does.__doc__}" for word, does in WORDS.items()]


if __name__ == "__main__":
    main()
