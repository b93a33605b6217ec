"""Addresses where the button is the whole form; everywhere else a POST with nothing in it does nothing.

And asking to see something never changes anything but the log.
"""

from __future__ import annotations

import pytest
from django.db import transaction

from tests.environment import share

from . import addresses
from .walking import LOG, NOT_PART_OF_IT, Reader, everything, written_to

BUTTONS = {
    "neighbourhood:confirm_place",
    "neighbourhood:take_out_place",
    "neighbourhood:confirm_free_thing",
    "neighbourhood:take_out_free_thing",
    "together:take_back",
    "volunteers:account",
    "volunteers:approval",
    "volunteers:ask_for_all",
    "volunteers:hours_struck",
    "volunteers:resume",
    "participants:received",
    "participants:message_settled",
    "pairs:take_back",
    "pairs:next_day",  # no day is a day taken away
    "pairs:concern",
    "pairs:calling_off",
    "spreadsheets:take_back",
    "adverts:close",
    "adverts:open_again",
    "adverts:pause",
    "adverts:throw_away",
    "screening:notes",  # kept as it stands, to go on later
    "screening:referee_contact",
    "screening:referee_link",
    "screening:referee_struck",
    "screening:statement",
    "training:call_off",
    "training:call_off_evening",
    "training:take_out_material",
    "training:sign_up",
    "training:withdraw",
    "training_volunteer:sign_up",
    "training_volunteer:withdraw",
    "training_volunteer:make_up",
    "support:member_out",
    "support:laid_down",
    "support:called_off",
    "support:gathering_off",
    "support_volunteer:heavy",  # one tap says it, with no wish
    "support_volunteer:taken_back",
    "pairs_volunteer:take_back",
    "pairs_volunteer:next_day",
    "pairs_volunteer:concern",
    "reporting:ask",
    "reporting:throw_away",
    "stands_public:confirm",  # whoever has the link from the letter
    "stands_public:take_back",
    "stands_public:out",
}
WHO = ("coordinator", "group_leader", "volunteer", "national_adviser", "vetting_officer")
DO_MOST = ("coordinator", "volunteer")


def changed_by(reader: Reader, method: str, paths: list[str], before: dict[str, str]) -> set[str]:
    """The tables that are otherwise after these have been asked for."""
    with transaction.atomic():
        with written_to() as met:
            for path in paths:
                reader.ask(method, path)
        now = everything(but=NOT_PART_OF_IT | LOG) if met - NOT_PART_OF_IT - LOG else before
        transaction.set_rollback(True)
    return {table for table in now if now[table] != before[table]}


@pytest.mark.parametrize("role", WHO)
def test_a_post_with_nothing_in_it_is_an_act_only_where_the_button_is_all(world, signed_in, role):
    """In the day's run a third of the addresses are asked, and an eighth of those who may do little."""
    reader = Reader(signed_in(world.people[addresses.ROLES[role]]))
    before = everything(but=NOT_PART_OF_IT | LOG)
    names = addresses.names()

    acted = {
        name
        for name in share(names, WHO.index(role), of=3 if role in DO_MOST else 8)
        if changed_by(reader, "post", addresses.paths(name, world)["own"], before)
    }

    assert acted - BUTTONS == set()


@pytest.mark.parametrize("role", addresses.ROLES)
def test_looking_changes_nothing_but_the_log(world, signed_in, role):
    reader = Reader(signed_in(world.people.get(addresses.ROLES[role])))
    before = everything(but=NOT_PART_OF_IT | LOG)
    names = addresses.names()
    paths = [
        path
        for name in (
            share(names, turn=list(addresses.ROLES).index(role), of=3 if role in DO_MOST else 12)
        )
        for several in addresses.paths(name, world).values()
        for path in several
    ]

    assert changed_by(reader, "get", paths, before) == set()


def test_the_list_of_buttons_names_only_what_exists():
    assert set(addresses.names()) >= BUTTONS
