"""A real client in a process of its own: what it trusts, and its proxy, it reads from there once.

    python -m tests.live.client_process FOLDER URL USER PASSWORD

signs in, uploads a note with a media file, and says "in step".
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from .clients import Choice, Client
from .content import fill
from .process import REPOSITORY
from .servers import User


def main(folder: str, url: str, name: str, password: str) -> None:
    client = Client(Path(folder))
    try:
        client.login(url, User(name, password))
        fill(client)
        client.sync(Choice.UPLOAD)
        print("in step:", client.sync().name)
    finally:
        client.close()


def run(
    folder: Path, url: str, user: User, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    clean = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    return subprocess.run(
        [sys.executable, "-m", __name__, str(folder), url, user.name, user.password],
        cwd=REPOSITORY,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
