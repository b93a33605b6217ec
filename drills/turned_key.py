"""The master key is turned while pages are read."""

import os
import threading
from pathlib import Path

from .lost_keeper import OPENS, _signed_in

TITLE = "The master key turns while the house is open"
WHY = (
    "Once a year, and whenever an officer leaves, a new master key wraps everybody's keys. No page may fail "
    "meanwhile, and the old master must wrap nobody afterwards."
)
PAGES = 200


def drill():
    from keeper import rotation
    from keeper.acts import Keeper
    from keeper.officers import Officers

    folder = Path(os.environ["RESSURSVENN_DATA"]) / "keeper"
    done, statuses = threading.Event(), []

    def read():
        browser = _signed_in("koordinator")
        while not done.is_set():
            statuses.extend(browser.get(path).status_code for path in OPENS)

    reader = threading.Thread(target=read)
    reader.start()
    keeper = Keeper(folder)
    wrapped = []
    while len(statuses) < PAGES and set(statuses) <= {200}:
        wrapped.append(rotation.rotate(keeper, Officers(folder)))
    done.set()
    reader.join()
    assert set(statuses) == {200}, set(statuses)
    assert keeper.store.masters() == {keeper.masters.newest()}
    return [
        (f"turned {len(wrapped)} times", f"{wrapped[0]} people's keys wrapped anew each time"),
        ("pages read meanwhile", f"{len(statuses)}, failed 0"),
        ("masters that wrap somebody afterwards", "1, the newest"),
    ]
