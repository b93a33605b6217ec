"""Typed readers of the environment. Each refuses nonsense; a secret may also come from a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def flag(name: str, default: bool, env: Mapping[str, str] = os.environ) -> bool:
    """ "yes" or "no", nothing else."""
    said = env.get(name)
    if said is None:
        return default
    if said not in ("yes", "no"):
        raise ImproperlyConfigured(f"{name} must be yes or no")
    return said == "yes"


def choice(name: str, among: tuple[str, ...], env: Mapping[str, str] = os.environ) -> str:
    """One of the listed words; the first is what is meant when nothing is said."""
    said = env.get(name, among[0])
    if said not in among:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(among)}")
    return said


def number(name: str, default: int, env: Mapping[str, str] = os.environ) -> int:
    """A whole number, nought or more."""
    said = env.get(name)
    if said is not None and not said.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number")
    return default if said is None else int(said)


def words(name: str, default: tuple[str, ...], env: Mapping[str, str] = os.environ) -> list[str]:
    """A list, separated by commas."""
    said = env.get(name)
    return (
        list(default)
        if said is None
        else [word.strip() for word in said.split(",") if word.strip()]
    )


def secret(name: str, env: Mapping[str, str] = os.environ) -> str | None:
    """NAME, or the content of the file that NAME_FILE names; None when neither is set."""
    if path := env.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="ascii").strip()
    return env.get(name)
