"""Try the add-on in one host."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from addon.hosting import LanServer
from addon.logfile import LOG_NAME

from ..data_folder import ANKIWEB, PROFILE, identity, make_base, on_disk
from ..environment import ROOT
from ..old_ankis import CACHE, NoPython, NotInstalled, ready
from .recipes import Host

STEPS = ("install", "serve", "serve-again", "redirect", "redirect-again")
ENVIRONMENTS = CACHE / "hosts"
PICTURES = CACHE / "hosts-pictures"
_SECONDS = 200  # for one start of Anki, which gives up earlier on its own
_NOBODY = "http://127.0.0.1:9/"  # where nothing listens
_USER, _PASSWORD = "someone", "secret-enough"


@dataclass
class Trial:
    """The outcome; `problem` is "" if everything went well."""

    host: Host
    skipped: str = ""
    problem: str = ""
    found: dict[str, Any] = field(default_factory=dict)

    @property
    def outcome(self) -> str:
        """The outcome in words."""
        return f"skipped: {self.skipped}" if self.skipped else self.problem or "ok"


def attempt(
    host: Host,
    package: Path,
    folder: Path,
    environment: dict[str, str],
    tell: Callable[[str], None],
) -> Trial:
    """Try everything that the add-on promises on this host.

    `environment` has the display; `tell` is called with what comes next.
    """
    trial = Trial(host)
    try:
        tell("environment")
        python = _python(host)
        with _another_server(folder / "elsewhere") as elsewhere:
            anki = _Anki(host, python, package, folder, environment)
            for step in STEPS:
                tell(step)
                trial.found.update(anki.run(step, elsewhere))
                if identity(on_disk(anki.base)) != ANKIWEB:
                    raise Failed(f"{step}: the profile on the disk is not as it was before")
    except NoPython as error:
        trial.skipped = str(error)
    except (Failed, NotInstalled) as error:
        trial.problem = str(error)
    return trial


class Failed(Exception):
    """A promise is not kept; the message says which."""


def _python(host: Host) -> Path:
    if host.recipe is None:
        return Path(sys.executable)
    return ready(ENVIRONMENTS / host.name, host.recipe)


@contextlib.contextmanager
def _another_server(data: Path) -> Iterator[dict[str, str]]:
    """Run our server in this process; yield what to type to reach it."""
    server = LanServer(data, "127.0.0.1", 0)
    server.start()
    try:
        server.accounts.users.add(_USER, _PASSWORD)
        address = f"http://127.0.0.1:{server.port}/"
        yield {"address": address, "user": _USER, "password": _PASSWORD}
    finally:
        server.stop()


class _Anki:
    """A data folder, and the Anki that is started on it once for each step."""

    def __init__(
        self, host: Host, python: Path, package: Path, folder: Path, environment: dict[str, str]
    ) -> None:
        self.base = make_base(folder / "Anki2", PROFILE)
        self._serves = host.serves
        self._python = python
        self._package = package
        self._folder = folder
        self._pictures = PICTURES / host.name
        shutil.rmtree(self._pictures, ignore_errors=True)
        key = f"key-{folder.parent.name}-{folder.name}"
        self._environment = {
            **environment,
            "XDG_DATA_HOME": str(folder / "xdg"),  # Anki's trash
            # Anki before 26.05 uses this to tell whether it is already running
            "LOGNAME": key,
            # up to 2.1.56, this says where to sync; nothing here may reach AnkiWeb
            "SYNC_ENDPOINT": f"{_NOBODY}sync/",
            "SYNC_ENDPOINT_MEDIA": f"{_NOBODY}msync/",
        }

    def run(self, step: str, elsewhere: dict[str, str]) -> dict[str, Any]:
        """Start Anki once; return its findings."""
        task, log = self._folder / f"{step}.json", self._folder / f"{step}.log"
        task.write_text(
            json.dumps(
                {
                    "step": step,
                    "base": str(self.base),
                    "package": str(self._package),
                    "python": sys.executable,
                    "pictures": str(self._pictures),
                    "port": _free_port(),
                    "serves": self._serves,
                    "elsewhere": elsewhere,
                }
            ),
            "utf-8",
        )
        command = [str(self._python), "-m", "tools.hosts.inside", str(task)]
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment, stdout=output, stderr=subprocess.STDOUT
            )
            try:
                code: int | str = process.wait(_SECONDS)
            except subprocess.TimeoutExpired:
                code = f"none after {_SECONDS} s"
            finally:
                process.kill()
                process.wait()
        text = _text(log) + _text(self.base / "lan_sync" / LOG_NAME)
        if code != 0 or "Traceback (most recent call last)" in text:
            raise Failed(f"{step}: {last_words(text)} (exit code {code})")
        found: dict[str, Any] = json.loads(Path(f"{task}.found").read_text("utf-8"))
        return found


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.exists() else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def last_words(log: str) -> str:
    """Return the traceback, or where it crashed or hung, or else the last lines."""
    raised = re.search(r"Traceback \(most recent call last\):\n(?:\s.*\n)*.*", log)
    crashed = re.search(r"Current thread .* \(most recent call first\):\n(?:  .*\n){1,25}", log)
    hung = re.search(r"Thread .* \(most recent call first\):\n(?:  .*\n){1,25}\Z", log)
    found = raised or crashed or hung
    return found.group() if found else "\n".join(log.splitlines()[-12:])
