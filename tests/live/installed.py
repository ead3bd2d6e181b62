"""A server that is installed from its package, outside of this checkout and its environment."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .clients import Client, Outcome
from .content import fill
from .process import REPOSITORY, START_TIMEOUT
from .servers import User

LISTENING = r"listening on (http://\S+:\d+/)"
CONTRIB = REPOSITORY / "contrib"
DOCUMENT = (REPOSITORY / "docs" / "server.md").read_text("utf-8")
PREFIX = "/usr/local/lib/lan-sync"
USER = User("anna", "Grüße, 日本")


def block(heading: str) -> str:
    """Return the first commands below a heading of docs/server.md."""
    found = re.search(rf"^## {heading}\n.*?```sh\n(.*?)```", DOCUMENT, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


def run(script: str, folder: Path, stdin: str = "", **environment: str) -> str:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=clean_environment(**environment),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout


def clean_environment(**more: str) -> dict[str, str]:
    """Ours without what would make this checkout or its packages importable."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {**ours, "PYTHONUNBUFFERED": "1", **more}


@contextmanager
def served(command: list[str], folder: Path, **environment: str) -> Iterator[str]:
    """Yield the address of a server that is started, and must end with 0 on SIGTERM."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=clean_environment(**environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        seen = ""
        for line in process.stdout:
            seen += line
            found = re.search(LISTENING, line)
            if found:
                break
        else:
            raise AssertionError(seen)
        yield found[1]
        process.terminate()
        rest, _ = process.communicate(timeout=START_TIMEOUT)
        assert process.returncode == 0, seen + rest
        assert "Traceback" not in seen + rest
    finally:
        process.kill()
        process.communicate()


def sync(client: Client, url: str) -> None:
    client.login(url, USER)
    fill(client)
    (client.media / "a.png").write_bytes(b"a")
    assert client.sync() is Outcome.FULL_UPLOAD
    assert client.sync() is Outcome.NO_CHANGES
