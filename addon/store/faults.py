"""What the store refuses, in its own words. Which status that is, `server.app` alone knows."""

from __future__ import annotations


class StoreFault(Exception):
    """The store did not do what it was asked for, and is as it was. One line, without a secret."""


class Invalid(StoreFault):
    """What was sent must not enter the store, now or ever: it names kind, id, key, reason."""


class Missing(StoreFault):
    """What was asked for is not here, or no longer as it was."""


class NotNow(StoreFault):
    """Another program has the files, they are of another version, gone or damaged, or the disk is
    full: what was sent may come again."""
