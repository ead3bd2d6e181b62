"""A clock that is turned by hand."""

from __future__ import annotations


class Clock:
    """Calling it returns `now`, in seconds since 1970."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now
