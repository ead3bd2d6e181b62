"""Unbury cards when a sync starts on a new day (rule 12 in docs/store.md)."""

from __future__ import annotations

from .collection import CONFIG, Collection
from .timing import LAST_UNBURIED, UNBURY_SQL, needs_unbury, today


def unbury_if_new_day(collection: Collection, now: int) -> None:
    """Unbury cards that were buried before today. `now` in seconds; `mod` and `usn` stay.

    Without this, a card buried on one device yesterday stays buried all day on a device that syncs
    before it has shown its deck list.
    """
    config = collection.column(CONFIG)
    day = today(now, collection.created, config)
    if needs_unbury(config, day):
        collection.db.execute(UNBURY_SQL)
        config[LAST_UNBURIED] = day
        collection.changed(CONFIG)
