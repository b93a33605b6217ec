"""A mailbox while it lies here: locked with the house's own key, to one row, and opened to send one letter."""

from __future__ import annotations

from ressursvenn.protection import fingerprints, vault
from ressursvenn.protection.messages import letters
from ressursvenn.protection.messages.setting import EMAIL

KEY = "stands mailboxes"


def written(typed: str) -> str:
    """One address as we can write to it; "" for anything that is more, or less, than one."""
    local, at, host = typed.strip().rpartition("@")
    try:
        plain = f"{local}{at}{host.encode('idna').decode()}" if host else typed
    except UnicodeError:
        return ""
    return letters.one_way(EMAIL, plain)


def locked(mailbox: str, reference: str) -> bytes:
    return vault.lock(vault.derived(KEY), mailbox.encode(), _place(reference))


def opened(content: bytes | memoryview, reference: str) -> str:
    """Raises vault.Tampered when it was moved here from another row."""
    return vault.unlock(vault.derived(KEY), bytes(content), _place(reference)).decode()


def domain_of(mailbox: str) -> str:
    return mailbox.rpartition("@")[2].casefold()[:120]


def print_of(mailbox: str) -> str:
    """To see that it has been here before, without its being here."""
    return fingerprints.of_identity("news", fingerprints.email_form(mailbox) or mailbox)


def _place(reference: str) -> str:
    return f"stands:{reference}"
