"""Refusals: every answer of the server other than 200, as an exception.

docs/protocol.md says how clients react to each status. Two of them hurt: on 403 the client logs
its user out, and on 400 it advises a database check and a one-way sync.
"""

from __future__ import annotations


class Fault(Exception):
    """A request is refused. `reason` is one line for the log and never contains a secret."""

    status = 500

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BadRequest(Fault):
    """The request's data is broken and can never be applied."""

    status = 400


class Forbidden(Fault):
    """The user name, password or host key is wrong. For nothing else: clients log out on it."""

    status = 403


class NotFound(Fault):
    """There is no such path or method."""

    status = 404


class Conflict(Fault):
    """Another session of this user is active, or the request's own session has ended."""

    status = 409


class TooLarge(Fault):
    """The request exceeds a size limit."""

    status = 413


class Misdirected(Fault):
    """A browser called the server by a name that is not its own."""

    status = 421


class Unsupported(Fault):
    """The protocol version in `meta` is not one of 8 to 11 ("your Anki is too old")."""

    status = 501


class Unavailable(Fault):
    """The server cannot do it now: it is starting or stopping, or the disk is full or locked.

    Clients keep their changes.
    """

    status = 503


class TooManyGuesses(Unavailable):
    """The password is not checked, as there were too many wrong ones.

    Not 403, on which a client says that the password is wrong, nor 429, on which it says "a network
    error occurred": on 503 it says to try again in a few minutes.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__("too many wrong passwords: wait before the next one")
        self.seconds = seconds
