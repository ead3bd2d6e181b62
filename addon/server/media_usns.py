"""The media USN up to which each device of a user has been told of changes.

A device that is behind has a different number of files, and nothing is wrong with it: its next
media sync fetches the rest. If `mediaSanity` reported different counts, it would forget what it
knows, compare everything, and send back what another device had just deleted.
"""

from __future__ import annotations


class MediaUsns:
    """What each device was told in its media syncs. Guarded by the user's media lock."""

    def __init__(self) -> None:
        self._usns: dict[int, int] = {}
        self._syncing: set[int] = set()
        self._own: dict[int, set[int]] = {}
        """The usns of a device's own changes that it has not been told of."""

    def asked(self, device: int, newest: int) -> None:
        """Note `meta`: a media sync may begin with this USN, unless one is already running."""
        if device not in self._syncing:
            self._usns[device] = newest

    def began(self, device: int, newest: int) -> None:
        """Note `begin`: the client asks for changes if this USN differs from its own."""
        self._usns[device] = newest
        self._syncing.discard(device)

    def listed(self, device: int, last: int) -> None:
        """Note that changes were listed up to the USN `last`."""
        self._usns[device] = last
        self._syncing.add(device)

    def uploaded(self, device: int, before: int, after: int) -> None:
        """Note that the device's own changes took the USNs from `before` to `after`."""
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
        """Return whether a device may have missed changes; called at the end of its media sync.

        A device that is unknown began its sync before the server was started.
        """
        self._syncing.discard(device)
        return device not in self._usns or self._usns[device] < newest
