"""The master keys are lost, and two officers bring them back."""

import os
import shutil
from itertools import combinations
from pathlib import Path

TITLE = "Two officers bring the keys back"
WHY = (
    "When the machine is lost, what remains is a backup of the wrapped keys, which opens nothing. Any two of "
    "three officers can open it with the words on their sheets; no one of them can."
)


def drill():
    from keeper.acts import Keeper
    from keeper.backups import back_up, restore
    from keeper.masters import Lost, Masters
    from keeper.officers import NotEnough, Officers

    folder = Path(os.environ["RESSURSVENN_DATA"]) / "keeper"
    keeper = Keeper(folder)
    words = Officers(folder).appoint(keeper.masters)
    everybody = keeper.store.everybody(2**40)
    before = _cards(keeper, everybody)
    copy = back_up(folder, keeper, folder.parent / "copies")
    brought_back, refused = 0, 0
    for number, two in enumerate(combinations(words, 2)):
        anew = folder.parent / f"another-machine-{number}"
        restore(anew, copy)
        try:
            _cards(Keeper(anew), everybody)
        except Lost:
            refused += 1
        Officers(anew).recover(Masters(anew), {officer: words[officer] for officer in two})
        brought_back += _cards(Keeper(anew), everybody) == before
        shutil.rmtree(anew)
    alone = 0
    for officer, word in words.items():
        anew = folder.parent / f"alone-{officer}"
        restore(anew, copy)
        try:
            Officers(anew).recover(Masters(anew), {officer: word})
        except NotEnough:
            alone += 1
    assert (brought_back, refused, alone) == (3, 3, 3)
    return [
        ("backup laid on another machine, no officer", f"unreadable {refused} of 3"),
        ("one officer alone", f"refused {alone} of 3"),
        ("two officers, each of the three couples", f"all {len(before)} people readable, 3 of 3"),
    ]


def _cards(keeper, everybody):
    houses = {row.owner: row.house for row in keeper.store.of(everybody)}
    return {
        owner: keeper.cards([owner], reader="drill", house=house, purpose="list")["keys"][owner]
        for owner, house in houses.items()
    }
