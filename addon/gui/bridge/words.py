"""Changes that phones have sent, and what they wait for, in words."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Optional

from ...i18n import tr
from .readiness import Wait

if TYPE_CHECKING:
    from .arrivals import Arrival


def describe_arrival(arrival: Arrival) -> str:
    """Return a few words for a tooltip: "42 reviews from Pixel 7"."""
    device = html.escape(arrival.name)  # a device says itself what it is called
    if arrival.uploads:
        return tr.bridging_collection_from(device=device)
    if arrival.reviews:
        return tr.bridging_reviews_from(count=arrival.reviews, device=device)
    return tr.bridging_changes_from(count=arrival.changes, device=device)


def describe_wait(wait: Optional[Wait]) -> str:
    """Say what the changes are waiting for."""
    if wait is Wait.REVIEWING:
        return tr.bridging_waiting_review()
    if wait is Wait.DIALOG:
        return tr.bridging_waiting_dialog()
    if wait is Wait.PHONE:
        return tr.bridging_waiting_phone()
    return tr.bridging_waiting_anki()
