"""`python -m tools.demo [--keep]`: see the package. Run it as `python3 dev.py run`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..display import screen
from ..environment import ROOT
from ..package import build
from ..process import exit_on_sigterm
from . import scratch
from .report import describe

DIST = ROOT / "dist"


class DemoError(Exception):
    """Anki ended without having done its job."""


def main() -> int:
    """Run it; return 0 only if both sides are the same in the end."""
    parser = argparse.ArgumentParser(prog="python3 dev.py run", description=__doc__)
    parser.add_argument(
        "--keep", action="store_true", help="leave Anki open and reachable, for a real phone"
    )
    keep = parser.parse_args().keep
    exit_on_sigterm()
    package = build(DIST)
    print(f"built       {package}", flush=True)
    with tempfile.TemporaryDirectory(prefix="lan-sync-demo-", ignore_cleanup_errors=True) as folder:
        base = Path(folder, "Anki2")
        scratch.make(base)
        with screen() as environment:
            environment["XDG_DATA_HOME"] = str(Path(folder, "xdg"))  # Anki's trash
            try:
                return _run(package, base, keep, environment)
            except DemoError as error:
                print(f"failed: {error}", file=sys.stderr)
                return 1


def _run(package: Path, base: Path, keep: bool, environment: dict[str, str]) -> int:
    # Anki loads a newly installed add-on only after a restart.
    listen = "0.0.0.0" if keep else "127.0.0.1"
    _start("install", [str(base), str(package), listen], environment, base).finish()
    print(f"installed   by Anki into {base}", flush=True)
    picture = DIST / "run.png"
    result_file = base / "result.json"
    arguments = [str(base), str(result_file), str(picture), *(["--keep"] if keep else [])]
    anki = _start("sync", arguments, environment, base)
    try:
        result = anki.wait_for(result_file)
        print(describe(result))
        print(f"picture     {picture}", flush=True)
        if keep:
            shown = result["shown"]
            print(
                f"\nAnki stays open. On a phone in this network, sync with {shown['address']}\n"
                f"as {shown['user']} with the password {shown['password']}\n"
                "Close Anki's window (or press Ctrl+C here) to end.",
                flush=True,
            )
        with suppress(KeyboardInterrupt):  # Anki gets it too, and closes
            anki.finish()
    finally:
        anki.process.terminate()  # does nothing to a process that has ended
        anki.process.wait()
    return 0 if result["desktop"] == result["phone"] else 1


@dataclass(frozen=True)
class Anki:
    """One start of Anki. Its output goes to `log`, because Chromium's and Qt's would drown ours."""

    process: subprocess.Popen[bytes]
    log: Path

    def finish(self) -> None:
        """Wait until it ends; raise DemoError with its last output if it failed."""
        code = self.process.wait()
        if code != 0:
            last = self.log.read_text("utf-8", errors="replace").splitlines()[-30:]
            raise DemoError("\n".join([*last, f"Anki's exit code is {code}"]))

    def wait_for(self, result: Path) -> dict[str, Any]:
        """Return the content of the file, once it exists."""
        while not result.exists():
            if self.process.poll() is not None:
                self.finish()
                raise DemoError("Anki was closed too early")
            time.sleep(0.1)
        loaded: dict[str, Any] = json.loads(result.read_text("utf-8"))
        return loaded


def _start(step: str, arguments: list[str], environment: dict[str, str], base: Path) -> Anki:
    log = base / f"{step}.log"
    command = [sys.executable, "-m", "tools.demo.desktop", step, *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    return Anki(process, log)


if __name__ == "__main__":
    sys.exit(main())
