"""A print of code and words: when it no longer fits what stands there, what is counted has changed."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from types import CodeType
from typing import Any

Functions = tuple[Callable[..., Any], ...]


def print_of(counted_by: Functions, *words: str) -> str:
    """Sixteen digits of the code and the words, however they are laid out."""
    code = (inspect.getsource(each) for each in _with_helpers(counted_by))
    whole = "".join("".join(text.split()) for text in (*code, *words))
    return sha256(whole.encode()).hexdigest()[:16]


def program(counted_by: Functions) -> str:
    """The code that counts, as it stands in the house, and what it leans on in the same file."""
    return "\n\n\n".join(inspect.getsource(each).rstrip() for each in _with_helpers(counted_by))


def _with_helpers(functions: Iterable[Any]) -> list[Any]:
    """These, and the functions of their own files that they call, in the order they stand there."""
    found: set[Any] = set()
    left = list(functions)
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += _called_by(each)
    return sorted(found, key=lambda one: (one.__module__, one.__code__.co_firstlineno))


def _called_by(function: Any) -> Iterator[Any]:
    for name in _names(function.__code__):
        called = function.__globals__.get(name)
        if inspect.isfunction(called) and called.__module__ == function.__module__:
            yield called


def _names(code: CodeType) -> Iterator[str]:
    """All that it names, in what is within it too."""
    yield from code.co_names
    for within in code.co_consts:
        if isinstance(within, CodeType):
            yield from _names(within)
