"""Which backups are kept: the newest, then one a day, then one a week."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ..keep import Keep
from .backup_files import DESKTOP, OF_THE_STORE, UPLOAD, Backup, remove_backup

log = logging.getLogger(__name__)

# What a wrong clock or a change to daylight saving time may be off, in seconds.
_SLACK = 86400.0

_KINDS: Sequence[Sequence[str]] = (OF_THE_STORE, (DESKTOP,), (UPLOAD,))
"""Reasons whose backups are counted together."""


def thin(backups: Iterable[Backup], keep: Keep, now: float, spare: Path | None = None) -> None:
    """Remove the backups that are no longer needed; `now` in seconds since 1970.

    Days and weeks without a backup do not count, so nothing is removed because time has passed, and
    a clock that was wrong for a day costs little: what seems to be from the future counts as the
    oldest. The backup `spare` stays.
    """
    backups = list(backups)
    for reasons in _KINDS:
        ours = [each for each in backups if each.reason in reasons]
        for old in surplus(ours, keep, now):
            if old.path != spare:
                with contextlib.suppress(OSError):  # open in another program; it will go next time
                    remove_backup(old)
                    log.info("old backup removed: %s", old.name)


def surplus(backups: Sequence[Backup], keep: Keep, now: float) -> list[Backup]:
    """Return those of one kind that are no longer needed."""
    ordered = sorted(backups, key=lambda each: (each.made <= now + _SLACK, each.made), reverse=True)
    kept = {each.path for each in ordered[: max(1, keep.count)]}
    for number, of in ((keep.days, _day), (keep.weeks, _week)):
        kept.update(each.path for each in _last_of_each(ordered, of, number))
    return [each for each in ordered if each.path not in kept]


def _last_of_each(
    ordered: Sequence[Backup], of: Callable[[Backup], Hashable], number: int
) -> Iterator[Backup]:
    seen: set[Hashable] = set()
    for backup in ordered:
        period = of(backup)
        if period not in seen and len(seen) < number:
            seen.add(period)
            yield backup


def _day(backup: Backup) -> Hashable:
    return datetime.fromtimestamp(backup.made).date()


def _week(backup: Backup) -> Hashable:
    return datetime.fromtimestamp(backup.made).isocalendar()[:2]
