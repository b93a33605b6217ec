"""Which tests are asked first about a guard, by the room it stands in and by what sort it is."""

from __future__ import annotations

from .guard import Guard

# What every guard may be noticed by, asked when its own room noticed nothing.
EVERYTHING = ("tests/house", "tests/attacks", "tests/access", "tests/protection")
MATRIX = "tests/access/test_matrix.py"
IN = "tests/attacks/test_getting_in.py"
BAD = "tests/attacks/test_bad_input.py"
QUIET = "tests/attacks/test_quiet_leaks.py"
ROOMS = {
    "adverts": ("tests/adverts", MATRIX, "tests/access/test_two_worlds.py"),
    "agreements": ("tests/agreements", MATRIX),
    "arrivals": ("tests/arrivals", MATRIX),
    "screening": ("tests/screening", MATRIX),
    "support": ("tests/support", MATRIX),
    "training": ("tests/training", MATRIX),
    "accounts": ("tests/accounts", "tests/together/test_accounts.py", IN, MATRIX),
    "apart": ("tests/apart", MATRIX, "tests/access/test_never.py"),
    "config": ("tests/protection/test_headers.py", "tests/protection/test_sessions.py", "tests/accounts",
               "tests/web/test_error_pages.py", "tests/web/test_leaving.py", IN, BAD, "tests/config",
               "tests/keeper"),
    "keeper": ("tests/keeper", "tests/protection/test_chain_heads.py",
    "tests/protection/test_checkpoints.py",
               "tests/protection/test_vault.py"),
    "neighbourhood": ("tests/neighbourhood", MATRIX),
    "oversight": ("tests/oversight", MATRIX),
    "pairs": ("tests/pairs", MATRIX, "tests/access/test_two_associations.py"),
    "participants": ("tests/participants", "tests/oversight", "tests/protection/messages", MATRIX),
    "programme": ("tests/matching/test_rules.py", "tests/pairs/test_rules.py"),
    "protection": ("tests/protection", "tests/keeper", "tests/oversight"),
    "shapes": ("tests/shapes", "tests/volunteers", "tests/training"),
    "spreadsheets": ("tests/spreadsheets", MATRIX),
    "together": ("tests/together", MATRIX),
    "volunteers": ("tests/volunteers", "tests/together", MATRIX),
    "web": ("tests/web", "tests/access/test_way_out.py", "tests/protection/test_retention.py", MATRIX),
}  # fmt: skip
ASKS_FIRST = ("tests/protection/test_changes_ask_first.py",)
KINDS = (  # how a kind begins, and who is asked before the room
    *((begins, ASKS_FIRST) for begins in ("check(", "same_house(", "may_", "_may")),
    ("full_clean(", ("tests/house/test_habits.py",)),
    ("@requires", (MATRIX,)),
    ("@fresh_first", ("tests/access/test_fresh_first.py",)),
    ("@require_", ("tests/access/test_methods.py",)),
    ("escape", (f"{BAD}::test_21_forty_scripts_in_every_text_are_text_on_every_page",
    f"{BAD}::test_21_what_is_typed_into_a_form_comes_back_as_text", "tests/protection/test_payloads.py")),
    ("word location.replace", ("tests/web/test_leaving_in_a_browser.py", "tests/journeys/test_leaving.py")),
    ("word document.documentElement", ("tests/web/test_leaving_in_a_browser.py",)),
    ("word fetch(", ("tests/web/test_leaving_in_a_browser.py", "tests/journeys/test_leaving.py")),
    ("word \"APP_DIRS", (f"{BAD}::test_21_forty_scripts_in_every_text_are_text_on_every_page",)),
)  # fmt: skip


def first(guard: Guard) -> list[str]:
    """The tests of its kind and its room."""
    return list(dict.fromkeys([*of_kind(guard), *ROOMS.get(guard.room, ())]))


def of_kind(guard: Guard) -> list[str]:
    """The tests of its kind, whatever room it stands in."""
    return [test for begins, tests in KINDS if guard.kind.startswith(begins) for test in tests]


def then(guard: Guard) -> list[str]:
    """The rest, for a guard that its room did not miss."""
    asked = set(first(guard))
    return [test for test in EVERYTHING if test not in asked]
