"""Up to which media usn each device of a user has been told of changes.

A device that is behind has another number of files than we, and nothing is wrong with it: its next
media sync fetches the rest. If `mediaSanity` said that the counts differ, it would forget what it
knows, compare everything, and send again what another device had just deleted.
"""

from __future__ import annotations


class MediaUsns:
    """What the answers of media syncs have told each device; guarded by the user's media lock."""

    def __init__(self) -> None:
        self._usns: dict[int, int] = {}
        self._syncing: set[int] = set()
        self._own: dict[int, set[int]] = {}
        """The usns of a device's own changes that it has not been told of."""

    def asked(self, device: int, newest: int) -> None:
        """In `meta`: a media sync may begin with this usn, unless one is under way beside it."""
        if device not in self._syncing:
            self._usns[device] = newest

    def began(self, device: int, newest: int) -> None:
        """In `begin`: the client compares it with its own usn, and asks for changes if need be."""
        self._usns[device] = newest
        self._syncing.discard(device)

    def listed(self, device: int, last: int) -> None:
        """Changes were listed up to the usn `last`."""
        self._usns[device] = last
        self._syncing.add(device)

    def uploaded(self, device: int, before: int, after: int) -> None:
        """The device's own changes took the usns from `before` to `after`."""
        if self._usns.get(device) == before:
            self._usns[device] = after
        else:
            self._own.setdefault(device, set()).update(range(before + 1, after + 1))
        self._syncing.add(device)

    def is_own(self, device: int, usn: int) -> bool:
        """Return whether a change is the device's own, made while it was behind.

        Told of it, a client would download again what it has deleted since.
        """
        return usn in self._own.get(device, ())

    def is_behind(self, device: int, newest: int) -> bool:
        """At the end of a media sync: whether there may be something it has not been told of.

        A device of which nothing is known began its sync before the server was started.
        """
        self._syncing.discard(device)
        return device not in self._usns or self._usns[device] < newest
