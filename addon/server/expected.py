"""What the next new device of a user is taken for, as a person has said."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..store.unite.sides import OWN_USNS


@dataclass(frozen=True)
class DesktopStamps:
    """The desktop's schema stamp (ms) and usn: those of the server it syncs with."""

    scm: int
    usn: int

    @property
    def prove_an_earlier_sync(self) -> bool:
        """Whether a device with this schema stamp must have synced with that server. New
        collections of Anki 2.1.26 all have 0; a usn of 0 has never synced."""
        return self.scm > 0 and 0 < self.usn < OWN_USNS


@dataclass
class Expected:
    """What a user's next new device is taken for."""

    desktop: DesktopStamps | None = None
    """Set while a person says that the device about to come has synced with the desktop's server;
    anew when the desktop has synced."""
    shown: dict[int, DesktopStamps] = field(default_factory=dict)
    """Devices whose last `meta` was answered with these."""
    ahead: dict[int, DesktopStamps] = field(default_factory=dict)
    """Devices that know more of the server than the desktop did with these."""
