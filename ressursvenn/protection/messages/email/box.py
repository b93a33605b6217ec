"""E-mail of a made-up world: into the box, and no further."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend

from .. import box


class EmailBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[Any]) -> int:
        for message in email_messages:
            told = message.message()
            lines = [f"{name}: {told[name]}" for name in ("From", "To", "Subject", "Message-ID")]
            box.put("email", "\n".join([*lines, "", message.body, ""]))
        return len(email_messages)
