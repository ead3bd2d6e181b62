"""Which day it is in a collection, and whether its buried cards must be unburied.

At the start of a sync the server does what a client does when a day begins (docs/store.md, rule
12). Days count from the collection's creation and begin at the hour its owner has chosen, in the
time zone its clients last reported: the server's own time zone plays no part.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .collection import CONFIG, Collection

DAY = 86_400
_MINUTE = 60
_HOUR = 3_600
_U32 = 0xFFFFFFFF

LAST_UNBURIED = "lastUnburied"
"""Config key: the day on which cards were last unburied."""

# Anki restores a buried card by its type; mod and usn stay, as every device does this for itself.
# A card of type 1 or 3 (learning) is due at a time (> 10^9) or on a day.
UNBURY_SQL = """
UPDATE cards SET queue = CASE
  WHEN type IN (1, 3) THEN CASE WHEN due > 1000000000 THEN 1 ELSE 3 END
  ELSE type END
WHERE queue IN (-2, -3)
"""


def today(now: int, created: int, config: Mapping[str, Any]) -> int:
    """Return the number of the collection's current day.

    `now` and `created` (`col.crt`) are seconds since the epoch; `config` is `col.conf`. Values of
    the wrong type in `config` count as missing, as in Anki.
    """
    if not _second_scheduler(config):
        return _whole_days(now - created)
    rollover = min(_int(config, "rollover", 0, 255, 4), 23)
    offset = _int(config, "localOffset", -1439, 1439, 0) * _MINUTE
    creation_offset = _int(config, "creationOffset", -1439, 1439, None)
    if creation_offset is None:
        start = (created - offset) // DAY * DAY + offset + rollover * _HOUR
        return _whole_days(now - start)
    local = now - offset
    days = local // DAY - (created - creation_offset * _MINUTE) // DAY
    if local % DAY < rollover * _HOUR:
        days -= 1
    return int(max(days, 0))


def needs_unbury(config: Mapping[str, Any], day: int) -> bool:
    """Return whether cards buried before `day` are still buried.

    If so, run `UNBURY_SQL` and store `day` under `LAST_UNBURIED`. A stored day more than a week
    ahead comes from a wrong clock.
    """
    last: int = _int(config, LAST_UNBURIED, 0, _U32, 0)
    return last < day or (day + 7) & _U32 < last


def _whole_days(seconds: int) -> int:
    # Anki truncates toward zero and stores 32 bits; only a clock before the creation is negative
    return int(abs(seconds) // DAY * (1 if seconds >= 0 else -1)) & _U32


def _second_scheduler(config: Mapping[str, Any]) -> bool:
    return bool(_int(config, "schedVer", 2, 2, 0) == 2)


def _int(config: Mapping[str, Any], key: str, low: int, high: int, default: Any) -> Any:
    value = config.get(key)
    # bool is an int in Python, but not for Anki
    return value if type(value) is int and low <= value <= high else default


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
