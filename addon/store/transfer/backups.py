"""What is about to be replaced is kept first."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import time
from datetime import datetime
from pathlib import Path

log = logging.getLogger(__name__)

KEPT = 10  # former collections of one user; the oldest go first


def keep(path: Path, backups: Path, reason: str) -> Path | None:
    """Keep the file at `path` in the folder `backups` under a dated name; gives the copy's path.

    A hard link where the file system can: no time and no space, and the file is replaced, never
    written, afterwards. None when there is no such file.
    """
    if not path.exists():
        return None
    backups.mkdir(mode=0o700, exist_ok=True)
    target = free_name(backups, reason)
    try:
        os.link(path, target)
    except OSError:  # FAT, some network drives
        shutil.copy2(path, target)
    _prune(backups, reason)
    return target


def free_name(backups: Path, reason: str) -> Path:
    """A dated name for a backup made now; no other one there has the same date (ms)."""
    while True:
        stamp = datetime.now().strftime("%Y-%m-%d-%H.%M.%S.%f")[:-3]
        if not any(backups.glob(f"*-{stamp}.anki2")):
            return backups / f"{reason}-{stamp}.anki2"
        time.sleep(0.001)  # names stay in the order of time


def _prune(backups: Path, reason: str) -> None:
    for old in sorted(backups.glob(f"{reason}-*.anki2"))[:-KEPT]:
        with contextlib.suppress(OSError):  # open in another program; it goes next time
            old.unlink()
            log.info("backup removed, %d newer ones are kept: %s", KEPT, old.name)
