"""Every change asks who does it before it looks at anything else.

Whoever has no right, and whoever is from another house, is refused by the change itself, whatever page she
came from.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

import ressursvenn
from ressursvenn.accounts.models import Association, Person

pytestmark = pytest.mark.django_db
HOUSE = Path(ressursvenn.__file__).parent
NO_RIGHTS = (
    "bodil"  # a funder; counted to the house here, so that nothing but the right can refuse her
)
ELSEWHERE = "nora"  # a coordinator of another house
LOOKS_FIRST = {
    # a link is the proof, and there is nothing before it
    "accounts.choose_new_password", "accounts.enrol_app", "accounts.enrol_passkey",
    # the act that it is about says who may: tests/together
    "together.answer", "together.ask", "together.take_back", "together.use_up",
    # a word is the proof; or the house does it by itself, to what is past
    "screening.receive_statement", "pairs.erase_past_days",
    # puts its own row together, or finds it, and asks of that
    "oversight.ask_break_glass", "support.lay_out_group", "support.say_whether_i_come",
}  # fmt: skip
NOT_OF_A_HOUSE = LOOKS_FIRST | {
    # the neighbourhood is everybody's who keeps it
    "neighbourhood.confirm_free_thing", "neighbourhood.confirm_place", "neighbourhood.lay_out_places",
    "neighbourhood.note_free_thing", "neighbourhood.note_place", "neighbourhood.take_out_free_thing",
    "neighbourhood.take_out_place",
    # an answer is nobody's, and of no house
    "reporting.note_answers",
    # houses themselves, and centres
    "accounts.agree_to_cooperate", "accounts.name_centre", "accounts.open_association",
    # the second of two may come from outside, and the row that is locked says from where
    "agreements.sign_for_us", "oversight.break_glass", "pairs.approve", "pairs.decide", "pairs.decline",
    "screening.say_where_shown", "volunteers.ask_for_all_approvals",
}  # fmt: skip


class Something:
    """Stands in for whatever a change is about. It is of one house, and has nothing to tell."""

    def __init__(self, house: Association) -> None:
        self.association, self.association_id = house, house.pk
        self.pk = self.id = 0
        self.reference = "aaaaaaaa"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return Something(self.association)

    def __call__(self, *told: Any, **more: Any) -> Something:
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter(())


def changes() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public change that is done by somebody who is signed in."""
    for room in pkgutil.iter_modules(ressursvenn.__path__):
        try:
            module = importlib.import_module(f"ressursvenn.{room.name}.changes")
        except ModuleNotFoundError:
            continue
        for name, change in sorted(vars(module).items()):
            if not inspect.isfunction(change) or name.startswith("_"):
                continue
            if not change.__module__.startswith(f"ressursvenn.{room.name}."):
                continue
            by = inspect.signature(change).parameters.get("by")
            if by is not None and "Person" in str(by.annotation):
                yield f"{room.name}.{name}", change


CHANGES = dict(changes())


def done_by(change: Callable[..., Any], by: Person, house: Association) -> None:
    told = inspect.signature(change).parameters.values()
    wanted = [one.name for one in told if one.name != "by" and one.kind is not one.VAR_KEYWORD]
    change(**{name: house if name == "association" else Something(house) for name in wanted}, by=by)


@pytest.mark.parametrize("name", sorted(CHANGES.keys() - LOOKS_FIRST))
def test_whoever_has_no_right_is_refused_before_anything_is_looked_at(people, oslo, name):
    one = people[NO_RIGHTS]
    one.association = oslo
    with pytest.raises(PermissionDenied):
        done_by(CHANGES[name], one, oslo)


@pytest.mark.parametrize("name", sorted(CHANGES.keys() - NOT_OF_A_HOUSE))
def test_whoever_is_from_another_house_is_refused(people, oslo, name):
    with pytest.raises(PermissionDenied):
        done_by(CHANGES[name], people[ELSEWHERE], oslo)


def test_no_room_is_lost_and_what_is_left_out_exists():
    """A room whose changes could not be read would be passed by in silence."""
    kept = {path.parts[-2] for path in HOUSE.glob("*/changes.py")} | {
        path.parts[-3] for path in HOUSE.glob("*/changes/__init__.py")
    }

    assert {name.partition(".")[0] for name in CHANGES} == kept
    assert CHANGES.keys() >= NOT_OF_A_HOUSE
