"""What the store refuses. Only `server.app` knows the status for each."""

from __future__ import annotations


class StoreFault(Exception):
    """The store refused a request and is unchanged. The message is one line without secrets."""


class Invalid(StoreFault):
    """What was sent must never enter the store. The message names kind, id, key and reason."""


class Missing(StoreFault):
    """What was asked for is not here, or has changed."""


class NotNow(StoreFault):
    """The store cannot do it now, but may later: the client can send the same again.

    Another program is using the files, they have another version, are missing or damaged, or the
    disk is full.
    """
