"""A reference names a row to people and in addresses, and says nothing about anybody."""

from __future__ import annotations

import re

from django.utils.crypto import get_random_string

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that can be mistaken for another
LENGTH = 8
SHAPE = re.compile(f"[{LETTERS}]{{{LENGTH}}}")


def new_reference() -> str:
    """Eight random letters and digits: 31⁸, about 8·10¹¹ of them."""
    return get_random_string(LENGTH, LETTERS)


def is_reference(word: str) -> bool:
    """It has the shape of one; whether there is such a row is another question."""
    return SHAPE.fullmatch(word) is not None
