"""The time of day of a test run."""

from __future__ import annotations

import os
import time

_DAY = range(5, 22)  # hours


def keep_to_daytime() -> None:
    """Move to another time zone at night: Anki's next day begins at 4 o'clock, a date's at 0.

    Cards that are learned shortly before four are due a day later, and decks are then unburied; no
    test expects that in the middle of what it does. Processes started by tests inherit the zone.
    """
    if not hasattr(time, "tzset") or time.localtime().tm_hour in _DAY:
        return
    hours = 10 - time.gmtime().tm_hour
    os.environ["TZ"] = f"TESTS{-hours:+d}"  # POSIX counts hours to the west
    time.tzset()
