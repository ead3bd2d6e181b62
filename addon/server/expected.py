"""What a person has told about the device that will connect next."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..store.unite.sides import OWN_USNS


@dataclass(frozen=True)
class DesktopStamps:
    """The desktop's schema stamp (ms) and USN, which are those of the server it syncs with."""

    scm: int
    usn: int
    syncs: int = 0
    """How often the desktop has synced since Anki was started."""

    @property
    def prove_an_earlier_sync(self) -> bool:
        """Whether a device with this schema stamp must have synced with that server.

        New collections of Anki 2.1.26 all have the stamp 0, and a USN of 0 means it never synced.
        """
        return self.scm > 0 and 0 < self.usn < OWN_USNS


@dataclass
class Expected:
    """What is expected of a user's devices that are new here."""

    desktop: DesktopStamps | None = None
    """Set while the person says that the next device has synced with the desktop's server; set
    again whenever the desktop has synced."""
    shown: dict[int, DesktopStamps] = field(default_factory=dict)
    """The stamps that a device saw in its last `meta`, where they were the desktop's."""
    ahead: dict[int, DesktopStamps] = field(default_factory=dict)
    """Devices that had synced with that server later than the desktop, when it had these stamps."""
