"""What a password must be, in the page's own language: long, and not on the list everybody tries."""

from __future__ import annotations

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
)

LEAST = 15  # ASVS 6.2: length instead of rules about kinds of letters


class LongEnough(MinimumLengthValidator):
    def __init__(self) -> None:
        super().__init__(min_length=LEAST)

    def get_error_message(self) -> str:
        return f"Passordet er for kort. Det må ha minst {LEAST} tegn."


class NotTheUsual(CommonPasswordValidator):
    def get_error_message(self) -> str:
        return "Dette passordet er det for mange som bruker. Velg noe bare du ville skrevet."
