"""A reference names a row to people and in addresses, and says nothing about anybody."""

from __future__ import annotations

from django.utils.crypto import get_random_string

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that can be mistaken for another
LENGTH = 8


def new_reference() -> str:
    """Eight random letters and digits: 31⁸, about 8·10¹¹ of them."""
    return get_random_string(LENGTH, LETTERS)
