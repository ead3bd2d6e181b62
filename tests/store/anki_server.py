"""Anki's own sync server, to which ours is compared: what it takes, refuses and answers."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ..accounts import quick_hash
from ..live.wire import WireClient
from ..ports import free_port

USER, PASSWORD = "user", "password"


@contextlib.contextmanager
def anki_server(folder: Path) -> Iterator[str]:
    """Run `python -m anki.syncserver` on a free port with `folder` as its data; yields its URL."""
    port = free_port()
    environment = {
        **os.environ,
        "SYNC_USER1": f"{USER}:{quick_hash(PASSWORD)}",
        "PASSWORDS_HASHED": "1",
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
        "SYNC_BASE": str(folder),
        "RUST_LOG": "error",
    }
    process = subprocess.Popen([sys.executable, "-m", "anki.syncserver"], env=environment)
    try:
        _wait_until_listening(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(10)


def _wait_until_listening(port: int) -> None:
    deadline = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def logged_in(url: str) -> WireClient:
    client = WireClient(url)
    assert client.login(USER, PASSWORD) == 200
    return client
