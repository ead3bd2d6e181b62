"""Compare everything now and then, only to report whether both sides still hold the same."""

from __future__ import annotations

from collections import Counter

from .compare import compare
from .desktop import Desktop
from .store import Store

EVERY = 7 * 24 * 3600  # s


def examine(store: Store, desktop: Desktop, now: float) -> dict[str, int] | None:
    """Return how many objects of each kind differ.

    None if the last time is less than a week ago, if a side has changes that the other lacks, or if
    the collection changes meanwhile. `now` in seconds since 1970.
    """
    state = store.state
    if now - state.get("examined", 0) < EVERY or not state.get("quiet"):
        return None
    stamps = desktop.stamps()
    if (list(stamps), store.stamps()) != (state.get("d_stamps"), state.get("s_stamps")):
        return None
    found = compare(desktop, store)
    if desktop.stamps() != stamps:
        return None
    state.put("examined", now)
    store.db.execute("commit")
    return dict(Counter(kind for kind, _id in found.keys))
