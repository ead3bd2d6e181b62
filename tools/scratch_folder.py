"""A folder in which tests are quick: in memory, if this computer has enough of it.

Servers and clients flush their files at every sync, and each time a test waits for the disk.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

_IN_MEMORY = Path("/dev/shm")  # tmpfs on every Linux; containers may have a small one
# A container's limit covers files in memory, too: version 2 of control groups, and version 1.
_CONTROL_GROUP = (
    ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
    (
        "/sys/fs/cgroup/memory/memory.limit_in_bytes",
        "/sys/fs/cgroup/memory/memory.usage_in_bytes",
    ),
)
_NEEDED = 8 * 1024**3  # bytes; a whole run takes less than half of it


def in_memory() -> Path | None:
    """Return a folder in memory with room for a whole test run, or None."""
    if sys.platform != "linux" or not os.access(_IN_MEMORY, os.W_OK | os.X_OK):
        return None
    if os.statvfs(_IN_MEMORY).f_flag & os.ST_NOEXEC:  # tests install Pythons
        return None
    return _IN_MEMORY if min(_room()) >= _NEEDED else None


def _room() -> Iterator[int]:
    yield shutil.disk_usage(_IN_MEMORY).free
    memory = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
    yield int(memory["MemAvailable"].split()[0]) * 1024
    for limit, used in _CONTROL_GROUP:
        with contextlib.suppress(OSError, ValueError):  # not this version, or no limit ("max")
            yield int(Path(limit).read_text()) - int(Path(used).read_text())
