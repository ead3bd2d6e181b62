"""Refusals: every answer of the server that is not 200, as an exception.

What each status makes a client do is in docs/protocol.md; the two that hurt are 403, on which
the client logs its user out, and 400, on which it advises a database check and a one-way sync.
"""

from __future__ import annotations


class Fault(Exception):
    """A request that is refused. `reason` is one line for the log and never holds a secret."""

    status = 500

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BadRequest(Fault):
    """The request's data is broken and can never be applied."""

    status = 400


class Forbidden(Fault):
    """Wrong user name, password or host key, and nothing else: clients log out on it."""

    status = 403


class NotFound(Fault):
    """No such address or method."""

    status = 404


class Conflict(Fault):
    """Another session of this user is active, or the request's own session is over."""

    status = 409


class TooLarge(Fault):
    """More bytes than the limit allows."""

    status = 413


class Unsupported(Fault):
    """A protocol version outside 8..11, sent in `meta` ("your Anki is too old")."""

    status = 501


class Unavailable(Fault):
    """Not now: starting, stopping, disk full or locked. Clients keep their changes."""

    status = 503
