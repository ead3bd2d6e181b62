"""Real old Ankis, each in its own environment and process."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from tools import old_ankis

from . import old_client_actions as actions
from . import old_client_driver as driver
from .clients import Choice, Client
from .process import REPOSITORY
from .servers import User

ENVIRONMENTS = old_ankis.CACHE / "clients"


@dataclass(frozen=True)
class Release:
    """An Anki release and what it takes to install it years later.

    `date`: nothing that was published after it is installed beside it.
    """

    version: str
    protocol: int
    python: tuple[int, int]
    date: str
    pins: tuple[str, ...] = ()
    quick: bool = False  # runs in every test run, the others with --all-clients


# Generated protobuf modules of these years fail with protobuf 3.21 and later.
_OLD = ("protobuf<3.21",)

RELEASES = (
    # synced in Python, as all versions before: gzip, fixed length, the key before the data
    Release("2.1.26", 10, (3, 8), "2020-05-20", _OLD, quick=True),
    # synced in Rust: chunked, the key after the data
    Release("2.1.28", 10, (3, 8), "2020-07-25", _OLD),
    Release("2.1.35", 10, (3, 8), "2020-12-31", _OLD),
    Release("2.1.45", 10, (3, 8), "2021-08-15", _OLD),
    Release("2.1.54", 10, (3, 9), "2022-08-20"),
    Release("2.1.56", 10, (3, 9), "2023-01-10", quick=True),
    # a header and zstd
    Release("2.1.66", 11, (3, 9), "2023-09-10", quick=True),
    Release("23.12.1", 11, (3, 9), "2024-02-01"),
    Release("24.11", 11, (3, 9), "2024-12-15"),
    Release("25.2.7", 11, (3, 9), "2025-06-15"),
    Release("25.9.2", 11, (3, 13), "2025-10-10"),
)


class OneWay(AssertionError):
    """The client wanted a one-way sync, and the test did not expect that."""


class Failed(AssertionError):
    """Something went wrong in the client, such as a sync; it says what."""


class Result(Enum):
    """What a sync came to."""

    IN_STEP = driver.IN_STEP
    ONE_WAY = driver.ONE_WAY
    STOPPED = driver.STOPPED
    BAD_LOGIN = driver.BAD_LOGIN


def python_of(release: Release) -> Path:
    """Return the Python of an environment with this release, which is made if need be; skips the
    test where this machine has no Python for it."""
    packages = (f"anki=={release.version}", *release.pins)
    recipe = old_ankis.Recipe(packages, release.python, release.date)
    try:
        return old_ankis.ready(ENVIRONMENTS / release.version, recipe)
    except old_ankis.NoPython as error:
        pytest.skip(f"Anki {release.version} {error}")
    except old_ankis.NotInstalled as error:
        pytest.fail(str(error), pytrace=False)


class OldClient:
    """One device: a folder, and a process with an old Anki that works in it."""

    def __init__(
        self,
        release: Release,
        folder: Path,
        url: str,
        speaks: int | None = None,
        add_on: Path | None = None,
    ) -> None:
        """`speaks` is the protocol version that a client synced in Python names, 10 by default;
        `add_on` a file that such a client runs to find its server in place of being told."""
        python = python_of(release)
        folder.mkdir(parents=True, exist_ok=True)
        self.name = f"Anki {release.version}"
        self._errors = (folder / "stderr.txt").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [str(python), "-m", driver.__name__],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
        )
        try:
            self.ask(
                "open",
                path=str(folder / "collection.anki2"),
                url=url,
                version=speaks,
                add_on=str(add_on or ""),
            )
        except BaseException:
            self.kill()
            raise

    def ask(self, method: str, **arguments: Any) -> Any:
        """Let the driver do something; `Failed` says what went wrong there."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"method": method, "arguments": arguments}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            self._errors.seek(0)
            raise AssertionError(f"{self.name} has ended:\n{self._errors.read()}")
        answer = json.loads(line)
        if "error" in answer:
            raise Failed(f"{self.name}: {method}: {answer['error']}")
        return answer["value"]

    def login(self, user: User) -> bool:
        """Log in; return whether name and password were right."""
        return bool(self.ask("login", user=user.name, password=user.password))

    def sync(self, choice: Choice | None = None) -> Result:
        """Click Sync once, media included. `OneWay` when a choice is asked for and not given."""
        result = Result(self.ask("sync", choice=choice and choice.value))
        if result is Result.ONE_WAY and choice is None:
            raise OneWay(f"{self.name} wants a one-way sync")
        if result in (Result.IN_STEP, Result.ONE_WAY):
            self.ask("sync_media")
        return result

    def act(self, action: Callable[..., Any], **arguments: Any) -> Any:
        """Run one of the functions in old_client_actions.py."""
        return self.ask(action.__name__, **arguments)

    def dump(self) -> dict[str, dict[str, Any]]:
        """Return what it holds, as `old_client_actions.dump` has it."""
        found: dict[str, dict[str, Any]] = self.ask("dump")
        return found

    def close(self) -> None:
        """Close the collection and end the process."""
        if self._process.poll() is None:
            self.ask("close")
        self.kill()

    def kill(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()
        self._errors.close()


def assert_same(*devices: OldClient | Client) -> None:
    """All hold the same, media included."""
    dumps = [
        actions.dump(device.col) if isinstance(device, Client) else device.dump()
        for device in devices
    ]
    for device, other in zip(devices[1:], dumps[1:], strict=True):
        found = [
            f"{table} {key}:\n    {left!r}\n    {right!r}"
            for table in dumps[0]
            for key in sorted(dumps[0][table].keys() | other[table].keys())
            if (left := dumps[0][table].get(key)) != (right := other[table].get(key))
        ]
        names = f"{devices[0].name} and {device.name}"
        assert not found, f"{names} differ:\n" + "\n".join(found[:20])
