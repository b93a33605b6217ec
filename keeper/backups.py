"""Copies of the wrapped keys, kept a week; and the way back, that revives nobody.

A backup holds no master key: it is of no use without one, or without two officers. The tombstones go with
it and are only ever added up, so that whoever was erased after the backup was made stays erased.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from .acts import Keeper
from .rotation import unused
from .store import Store
from .tombstones import Tombstones

KEPT_SECONDS = 7 * 24 * 3600
BESIDES = ("officers.json", "sealed")


def back_up(folder: Path, keeper: Keeper, to: Path, now: float | None = None) -> Path:
    """A new copy in a folder of its own; those older than a week go, and so do masters nobody needs."""
    now = time.time() if now is None else now
    copy = to / time.strftime("%Y-%m-%dT%H%M%S", time.gmtime(now))
    copy.mkdir(mode=0o700, parents=True)
    with closing(sqlite3.connect(copy / "keys.sqlite3")) as target:
        keeper.store.connection.backup(target)
    for name in BESIDES:
        _copy(folder / name, copy / name)
    Tombstones(to).take_in(keeper.tombstones.lines())
    _forget(to, now)
    for version in unused(keeper):
        if not any(version in Store(one).masters() for one in copies(to)):
            keeper.masters.retire(version)
    return copy


def copies(to: Path) -> list[Path]:
    """The backups in a folder, oldest first."""
    return sorted(path for path in to.iterdir() if (path / "keys.sqlite3").exists())


def restore(folder: Path, source: Path) -> int:
    """Lay a backup's keys where they belong. How many were left out because they are gone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stones = Tombstones(folder)
    stones.take_in(Tombstones(source.parent).lines())
    for name in ("keys.sqlite3-wal", "keys.sqlite3-shm"):
        (folder / name).unlink(missing_ok=True)
    shutil.copy(source / "keys.sqlite3", folder / "keys.sqlite3")
    for name in BESIDES:
        _copy(source / name, folder / name)
    store = Store(folder)
    everybody = store.everybody(time.time())
    gone = sorted(set(everybody) - set(stones.alive(everybody)))
    store.drop(gone)
    return len(gone)


def _copy(source: Path, to: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, to, dirs_exist_ok=True)
    elif source.exists():
        shutil.copy(source, to)


def _forget(to: Path, now: float) -> None:
    for copy in copies(to):
        made = time.mktime(time.strptime(f"{copy.name} UTC", "%Y-%m-%dT%H%M%S %Z")) - time.timezone
        if now - made > KEPT_SECONDS:
            shutil.rmtree(copy)
