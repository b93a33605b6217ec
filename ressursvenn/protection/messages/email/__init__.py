"""E-mail, through whichever of Django's backends is set: one message, one recipient, one connection."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.message import sanitize_address

from .. import points
from ..letters import Letter, NotTaken

# Said by the other side before it had taken anything. A silence, or a line that breaks, is not among them.
NO = (
    smtplib.SMTPResponseException,
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPNotSupportedError,
)


def send(letter: Letter) -> None:
    """Raises NotTaken when nobody has it; any other exception means that nobody knows."""
    try:
        message = _message(letter)
        door = get_connection()
        door.open()
    except (OSError, smtplib.SMTPException, ValueError):
        raise NotTaken from None
    points.at("connected")
    try:
        if not door.send_messages([message]):
            raise NotTaken
    except NO:
        raise NotTaken from None
    finally:
        with suppress(OSError, smtplib.SMTPException):
            door.close()
    points.at("handed_over")


def _message(letter: Letter) -> EmailMessage:
    """Raises ValueError when a header would be more than one line, or an address more than one."""
    sender = formataddr((letter.sender, settings.MESSAGE_FROM))
    headers = {"Message-ID": letter.message_id, **_way_out(letter.way_out)}
    message = EmailMessage(letter.subject, letter.body, sender, [letter.to], headers=headers)
    if sanitize_address(sender, "utf-8") and message.message():
        return message
    raise ValueError("nothing to send")


def _way_out(link: str) -> dict[str, str]:
    """For mail programs, which then offer it beside the letter (RFC 8058)."""
    if not link:
        return {}
    return {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
