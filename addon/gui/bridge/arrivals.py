"""What phones have sent that is not in Anki yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Dict, Iterable, List, Optional

if TYPE_CHECKING:
    from ...server.accounts.device import Device
    from ...server.events import DesktopUpdated, Event


@dataclass(frozen=True)
class Arrival:
    """What one device has sent since the last merge."""

    user: str
    client: str
    device: Optional[int]
    name: str
    """Of the device."""
    reviews: int = 0
    changes: int = 0
    """Includes reviews."""
    uploads: int = 0
    """Of its whole collection."""


class Arrivals:
    """What has arrived from each device, by the server's events."""

    def __init__(self) -> None:
        self._by_device: Dict[Optional[int], Arrival] = {}

    def __bool__(self) -> bool:
        return bool(self._by_device)

    def __contains__(self, device: object) -> bool:
        return device in self._by_device

    @property
    def uploaded(self) -> bool:
        """Whether a device has sent its whole collection."""
        return any(each.uploads for each in self._by_device.values())

    @property
    def changes(self) -> int:
        """How many changes, including reviews."""
        return sum(each.changes for each in self._by_device.values())

    def on_event(self, event: Event, name: str) -> bool:
        """Handle an event of the device called `name`; return whether it may have brought
        something."""
        from ...server.events import CollectionUploaded, SyncFinished

        if not isinstance(event, (CollectionUploaded, SyncFinished)):
            return False
        arrival = Arrival(event.user, event.client, event.device, name)
        if isinstance(event, CollectionUploaded):
            self._add(replace(arrival, uploads=1))
        elif event.received:
            self._add(replace(arrival, reviews=event.reviews, changes=event.received))
        return True

    def recall(self, devices: Iterable[Device]) -> None:
        """Add what had arrived from these devices before Anki was restarted."""
        for device in devices:
            sender = (device.user, device.client, device.id, device.shown_name)
            waits = device.waiting
            self._add(Arrival(*sender, waits.reviews, waits.changes, waits.uploads))

    def _add(self, more: Arrival) -> None:
        before = self._by_device.get(more.device)
        if before is not None:
            more = replace(
                more,
                reviews=before.reviews + more.reviews,
                changes=before.changes + more.changes,
                uploads=before.uploads + more.uploads,
            )
        self._by_device[more.device] = more

    def take_all(self) -> List[Arrival]:
        """Return everything that arrived, which is now in Anki, and forget it."""
        arrived = list(self._by_device.values())
        self._by_device.clear()
        return arrived


def as_event(arrival: Arrival) -> DesktopUpdated:
    """Return an arrival that is now in Anki as an event for the activity list."""
    from ...server.events import DesktopUpdated

    return DesktopUpdated(
        arrival.user,
        arrival.client,
        arrival.device,
        arrival.reviews,
        arrival.changes,
        arrival.uploads,
    )
