"""The Handling of a row with nothing locked in it: what it does hold is in `plain`, beside the table."""

from __future__ import annotations


class Plain:
    """No field is locked or signs anybody in. How long it is kept is said beside the table."""

    card: set[str] = set()
    record: set[str] = set()
    sign_in: set[str] = set()


class Nobodys(Plain):
    """About no person: it is kept as its association is."""

    keep = "association"


class Hers(Plain):
    """A dated fact about a volunteer, without a word about her. It goes with her."""

    keep = "volunteer"
