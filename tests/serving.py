"""LAN Sync's server in this process, on a free port of the loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from addon.hosting import LanServer
from addon.server.backup_keeper import BackupPolicy
from addon.server.events import Listener, ignore

from .accounts import add_user

LEFT_ALONE = BackupPolicy(quiet=86400.0)
"""Nobody packs a backup that a test looks at."""
PASSWORD = "secret"  # of every user


@contextmanager
def serving(data: Path, *users: str, tell: Listener = ignore) -> Iterator[LanServer]:
    """Yield a running server with these users; `tell` hears its events."""
    server = LanServer(data, "127.0.0.1", 0, tell, backups=LEFT_ALONE)
    server.start()
    try:
        for user in users:
            add_user(server.accounts, user, PASSWORD)
        yield server
    finally:
        server.stop()


def address_of(server: LanServer) -> str:
    return f"http://127.0.0.1:{server.port}/"
