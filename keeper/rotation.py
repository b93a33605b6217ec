"""A new master key, while the house is open: each person's keys are wrapped anew, and no field is touched."""

from __future__ import annotations

from .acts import Keeper
from .officers import Officers

AT_ONCE = 200


def rotate(keeper: Keeper, officers: Officers) -> int:
    """How many people's keys were wrapped anew. May be stopped and begun again at any point."""
    version = keeper.masters.make()
    if officers.appointed():
        officers.seal(version, keeper.masters.of(version))
    return wrap_all(keeper, version)


def wrap_all(keeper: Keeper, version: int) -> int:
    """Wrap with this master whatever an older one wraps. Raises Lost or Tampered at what cannot be."""
    number = 0
    while rows := keeper.store.wrapped_before(version, AT_ONCE):
        for row in rows:
            keeper.store.wrap_anew(row, keeper.rewrapped(row, version))
        number += len(rows)
    return number


def unused(keeper: Keeper) -> list[int]:
    """Masters that wrap nobody any more. They are retired when no kept backup needs them."""
    newest, used = keeper.masters.newest(), keeper.store.masters()
    return [one for one in keeper.masters.versions() if one != newest and one not in used]
