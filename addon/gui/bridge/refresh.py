"""Refresh Anki's windows after the bridge has written to the collection."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Iterable, Mapping, Sequence

from ... import host

if TYPE_CHECKING:
    from aqt.main import AnkiQt

logger = logging.getLogger(__name__)

# The fields of Anki's OpChanges for each name in the bridge's Tally (bridge/outcome.py). No more
# than what was written: `notetype` or `deck` empties the Add window.
_FIELDS: Mapping[str, Sequence[str]] = {
    "cards": ("card", "study_queues", "mtime", "browser_table"),
    "notes": ("note", "note_text", "mtime", "browser_table"),
    "reviews": ("study_queues",),
    "decks": ("deck", "study_queues", "browser_sidebar", "browser_table"),
    "deck_counts": ("study_queues",),
    "note_types": ("notetype", "browser_sidebar", "browser_table"),
    "presets": ("deck_config", "study_queues"),
    "tags": ("tag", "browser_sidebar"),
    "config": ("config",),
}


def refresh_windows(mw: AnkiQt, kinds: Iterable[str]) -> None:
    """Refresh windows that show one of these kinds; none if there are none."""
    fields = sorted({field for kind in kinds for field in _FIELDS[kind]})
    if not fields:
        return
    try:
        host.announce_changes(mw, fields)
    except Exception:  # from another add-on's hook, which Anki then removes; we carry on
        logger.exception("some of Anki's windows were not refreshed")
