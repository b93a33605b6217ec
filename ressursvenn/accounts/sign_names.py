"""One sign-in name, however it is typed: what is kept and looked up, and what tries are counted under."""

from __future__ import annotations

import unicodedata


def written(text: str) -> str:
    """Folded, without what cannot be seen: as a name is kept, and as it is looked up."""
    seen = "".join(ch for ch in text if unicodedata.category(ch)[0] != "C")
    folded = unicodedata.normalize("NFKC", seen).casefold()
    return unicodedata.normalize("NFKC", folded).strip()


def counted(text: str) -> str:
    """Letters and digits alone, so that dots, spaces and hyphens give nobody more tries."""
    apart = unicodedata.normalize("NFKD", written(text))
    return "".join(ch for ch in apart if ch.isalnum())
