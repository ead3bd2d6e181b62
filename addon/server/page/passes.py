"""One-time passes: with one, the page shows a user's name and password.

A person brings a pass to the phone by scanning the code in "Connect a phone". It is kept in memory
alone, and travels in the link's fragment, which no browser puts into a request line.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ..events import Event, SignedIn

LIFETIME = 600.0  # seconds
_BYTES = 12  # random ones: 16 characters, so that the code stays coarse enough for any camera
LENGTH = 16  # characters


@dataclass(frozen=True)
class Credentials:
    """What a pass shows: user name and password."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class _Issued:
    secret: str = field(repr=False)
    credentials: Credentials
    ends: float


class Passes:
    """At most one pass for each user. Any thread may call."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """`now` returns seconds."""
        self._now = now
        self._lock = threading.Lock()
        self._issued: dict[str, _Issued] = {}

    def issue(self, user: str, password: str) -> str:
        """Make a pass for a user, in place of the former one."""
        secret = secrets.token_urlsafe(_BYTES)
        with self._lock:
            self._issued[user] = _Issued(
                secret, Credentials(user, password), self._now() + LIFETIME
            )
        return secret

    def sign_in(self, shown: str) -> Credentials | None:
        """Return what the page may show to the bearer of a pass; None if the pass is not valid.

        A pass may be shown again while it is valid: phones reload pages that were in the
        background.
        """
        # compare_digest accepts only ASCII text, or bytes
        given = shown.encode("utf-8", "replace")
        found = None
        with self._lock:
            now = self._now()
            for issued in self._issued.values():
                same = hmac.compare_digest(issued.secret.encode(), given)
                if same and now < issued.ends:
                    found = issued.credentials
        return found

    def record(self, event: Event) -> None:
        """End the pass of a user whose phone has signed in."""
        if isinstance(event, SignedIn):
            with self._lock:
                self._issued.pop(event.user, None)
