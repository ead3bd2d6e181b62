"""Our server and Anki's own, started as people start them, behind one interface."""

from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
import sys
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from addon.hosting import open_accounts

from ..accounts import add_user, quick_hash
from .process import REPOSITORY, Child

HOST = "127.0.0.1"

Started = TypeVar("Started", bound="Server")


@dataclass(frozen=True)
class User:
    name: str
    password: str


class Server(ABC):
    """A sync server in a process of its own, on a port that it keeps over restarts."""

    kind: str

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = 0  # the first start picks one
        self._child: Child | None = None
        self._past_logs: list[str] = []
        data.mkdir(parents=True, exist_ok=True)

    @property
    def ours(self) -> bool:
        return self.kind == "lan_sync"

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}/"

    @property
    def child(self) -> Child:
        assert self._child is not None, "the server is not running"
        return self._child

    @property
    def log(self) -> str:
        """Output of this process and of the ones before it."""
        return "".join(self._past_logs) + (self._child.log if self._child else "")

    @abstractmethod
    def new_user(self) -> User:
        """Return a user that no test has used before."""

    @abstractmethod
    def folder(self, user: User) -> Path:
        """Where this user's collection.anki2, media and media.db are."""

    @abstractmethod
    def _launch(self) -> Child: ...

    _ready: str  # what the server prints when it listens; group 1 is the port

    def start(self) -> None:
        self._child = self._launch()
        try:
            self.port = int(self._child.wait_for(self._ready).group(1))
        except BaseException:
            self.kill()
            raise

    @abstractmethod
    def stop(self) -> None:
        """Stop it the way this server is meant to be stopped."""

    def kill(self) -> None:
        """kill -9."""
        self.child.kill()
        self._forget()

    def restart(self, *, hard: bool) -> None:
        """Stop (hard: kill -9) and start again on the same port and folder."""
        if hard:
            self.kill()
        else:
            self.stop()
        self.start()

    def _forget(self) -> None:
        self._past_logs.append(self.child.log)
        self._child = None

    def __enter__(self: Started) -> Started:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._child is not None:
            self.kill()

    def health(self) -> int:
        """Status of GET /health."""
        with urllib.request.urlopen(f"{self.url}health", timeout=120) as answer:
            return int(answer.status)


class LanSync(Server):
    kind = "lan_sync"
    _ready = re.escape(f"listening on http://{HOST}:") + r"(\d+)/"

    def __init__(self, data: Path, options: Sequence[str] = ()) -> None:
        """`options` of `serve`, besides the data folder and the address."""
        super().__init__(data)
        self._numbers = itertools.count(1)
        # a module's tests share the server
        self._options = ["--wrong-passwords", "1000", *options]

    def _launch(self) -> Child:
        address = ["--host", HOST, "--port", str(self.port)]
        options = ["--data", str(self.data), *address, *self._options]
        return Child(["-m", "addon.server", "serve", *options])

    def stop(self) -> None:
        """As on Ctrl+C; the exit code must be 0."""
        child = self.child
        code = child.interrupt()
        self._forget()
        assert code == 0, f"exit code {code}:\n{child.log}"

    def new_user(self) -> User:
        number = next(self._numbers)
        return self.add_user(f"user{number}", f"password {number}")

    def add_user(self, name: str, password: str) -> User:
        """As `adduser --hash` does (test_command_line_users.py), without the start of a process."""
        with closing(open_accounts(self.data)) as accounts:
            add_user(accounts, name, password)
        return User(name, password)

    def folder(self, user: User) -> Path:
        return self.data / "users" / user.name


class AnkiServer(Server):
    """`python -m anki.syncserver`: the reference. It learns its users when it starts."""

    kind = "anki"
    _ready = r"listening addr=" + re.escape(HOST) + r":(\d+)"

    def __init__(self, data: Path, users: Sequence[User]) -> None:
        super().__init__(data)
        self._users = list(users)
        self._fresh = iter(self._users)

    @classmethod
    def with_users(cls, data: Path, count: int) -> AnkiServer:
        return cls(data, [User(f"user{n}", f"password {n}") for n in range(1, count + 1)])

    def _launch(self) -> Child:
        return Child(["-m", "anki.syncserver"], self._environment())

    def _environment(self) -> dict[str, str]:
        users = {
            f"SYNC_USER{n}": f"{user.name}:{quick_hash(user.password)}"
            for n, user in enumerate(self._users, 1)
        }
        return {
            **users,
            "PASSWORDS_HASHED": "1",
            "SYNC_BASE": str(self.data),
            "SYNC_HOST": HOST,
            "SYNC_PORT": str(self.port),
            "NO_COLOR": "1",
        }

    def stop(self) -> None:
        """By SIGTERM: on SIGINT it waits for clients to close their idle connections."""
        self.child.signal(signal.SIGTERM)
        self.child.wait()
        self._forget()

    def new_user(self) -> User:
        return next(self._fresh)

    def folder(self, user: User) -> Path:
        return self.data / user.name


def run_command(
    arguments: Sequence[str], typed: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `python -m addon.server ...` to its end, with `typed` on standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "addon.server", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, **(environment or {})},
        input=typed,
        capture_output=True,
        timeout=120,
        check=False,
    )
    texts = (stream.decode("utf-8") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, *texts)
