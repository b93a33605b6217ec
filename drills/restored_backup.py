"""Everybody in the programme is erased; then every old copy there is, is laid back."""

import os
import shutil
import sqlite3
from pathlib import Path

TITLE = "A restored old backup still cannot read her"
WHY = (
    "Backups outlive a row. What is erased must stay erased when the whole database is restored from before, "
    "when the keeper's backup is restored too, and when somebody copies the keeper's old file back by hand."
)


def drill():
    from django.conf import settings
    from django.db import connection

    from keeper.acts import Keeper
    from keeper.backups import back_up, restore
    from ressursvenn.accounts.models import Person

    by = Person.objects.get(sign_name="koordinator")
    folder, house = (
        Path(os.environ["RESSURSVENN_DATA"]) / "keeper",
        settings.DATABASES["default"]["NAME"],
    )
    withdrawn = _withdraw(by)
    before = _readable(by)
    assert before == len(withdrawn), (before, len(withdrawn))
    copies = folder.parent / "copies"
    old_house, old_keys = copies / "house.sqlite3", back_up(folder, Keeper(folder), copies)
    _copy_of(house, old_house)

    erased = _erase(by)
    seen = [(f"readable before, of {len(withdrawn)}", str(before)), ("erased", str(erased))]
    connection.close()
    _lay_back(old_house, house)
    seen.append(_tried("the house's old database laid back", by, len(withdrawn)))

    gone = restore(folder, old_keys)
    assert gone == erased, (gone, erased)
    seen.append(_tried("and the keeper's backup restored", by, len(withdrawn)))

    _lay_back(old_keys / "keys.sqlite3", folder / "keys.sqlite3")
    assert Keeper(folder).store.number("kept") >= erased
    seen.append(_tried("and the keeper's old file copied over by hand", by, len(withdrawn)))
    return seen


def _withdraw(by):
    """A hundred of one association who no longer want to, and are in no pair."""
    from ressursvenn.participants import changes as participants

    rows = [
        participants.refer(
            association=by.association, crisis_centre=None, called=f"Fugl {n}", by=by
        )
        for n in range(100)
    ]
    for row in rows:
        participants.withdraw_consent(participant=row, by=by)
    return rows


def _sealed():
    from ressursvenn.participants.models import Participant

    return list(Participant.objects.filter(withdrawn_on__isnull=False))


def _readable(by):
    """How many of them open, in her coordinator's list or by the house itself."""
    from ressursvenn.protection import opening

    shown = {row.reference for row in opening.open_cards(_sealed(), by=by, purpose="list")}
    shown |= {row.reference for row in opening.open_cards(_sealed(), by=None, purpose="retention")}
    return len(shown)


def _erase(by):
    from ressursvenn.protection import retention

    (sort,) = (one for one in retention.sorts() if one.keep == "participant")
    return sum(retention.erase(sort, row.reference, by=by) for row in _sealed())


def _tried(what, by, number):
    assert len(_sealed()) == number, "the old rows are there again"
    readable = _readable(by)
    assert readable == 0, readable
    return what, f"rows back {number}, unreadable {number - readable} of {number}"


def _copy_of(database, to):
    with sqlite3.connect(database) as source, sqlite3.connect(to) as target:
        source.backup(target)


def _lay_back(old, to):
    """The file as it was, without what SQLite keeps beside it; a running process meets it as it would."""
    for beside in ("-wal", "-shm"):
        Path(f"{to}{beside}").unlink(missing_ok=True)
    shutil.copy(old, to)
