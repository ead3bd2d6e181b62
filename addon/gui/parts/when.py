"""Times and durations as text."""

from __future__ import annotations

import time
from datetime import datetime

from ...i18n import tr

_MINUTE, _HOUR = 60, 3600


def ago(then: float, now: float | None = None) -> str:
    """Say how long ago, up to a day; else date and time. `then` and `now` are s since 1970."""
    seconds = int((time.time() if now is None else now) - then)
    if seconds < 2:
        return tr.when_just_now()
    if seconds < _MINUTE:
        return tr.when_seconds_ago(count=seconds)
    if seconds < _HOUR:
        return tr.when_minutes_ago(count=seconds // _MINUTE)
    if seconds < 24 * _HOUR:
        return tr.when_hours_ago(count=seconds // _HOUR)
    return moment(then)


def moment(then: float) -> str:
    """Return the date and time on this computer's clock."""
    return tr.when_moment(when=datetime.fromtimestamp(then))


def clock(then: float) -> str:
    """Return the time alone, on this computer's clock."""
    return tr.when_clock(time=datetime.fromtimestamp(then))


def day(then: float) -> str:
    """Return the date alone."""
    return tr.when_day(day=datetime.fromtimestamp(then))


def duration(seconds: float) -> str:
    """Say how long something took (s)."""
    if seconds < _MINUTE:
        return tr.when_seconds(seconds=max(0.1, seconds))
    return tr.when_minutes(count=round(seconds / _MINUTE))
