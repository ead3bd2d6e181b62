"""Anki's own error handler: what stderr gets, Anki shows as "An error occurred". It stays in place,
and each test must end without anything in it that was not taken out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aqt

_written: list[str] = []


def listen() -> None:
    """Record what the error handler of the Anki that was just started receives."""
    handler: Any = _handler()
    write = handler.write

    def record(text: str) -> None:
        _written.append(text)
        write(text)

    handler.write = record


@contextmanager
def in_place() -> Iterator[None]:
    """Let stderr be Anki's, as it is outside tests: pytest puts its own there for each phase."""
    handler = _handler()
    if handler is None:
        yield
        return
    theirs, sys.stderr = sys.stderr, handler
    try:
        yield
    finally:
        if sys.stderr is handler:  # else Anki was closed
            sys.stderr = theirs


def take() -> str:
    """Return what was recorded, and forget it."""
    text = "".join(_written)
    _written.clear()
    return text


def _handler() -> Any:
    return None if aqt.mw is None else getattr(aqt.mw, "errorHandler", None)
