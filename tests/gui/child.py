"""`python -m tests.gui.child BASE PROFILE LANGUAGE STEP`: run one step in an Anki of its own.

Anki can be started once per process, so whatever needs a restart runs here. On Linux, forked.py
starts it in less time. The step's result goes to BASE/result.json; the exit code is Anki's.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.live.clients import wait_until

from .forked import Forked

ROOT = Path(__file__).parent.parent.parent

# files by which the step `stay_open` and the test tell each other how far they are
OPEN = "open.json"
GO_ON = "go_on"

ENDED = 7
"""The exit code where only the interpreter was ended."""

SHOWN = 97
"""The exit code where Anki has shown an error."""


def run_anki(
    base: Path,
    step: str,
    *arguments: str,
    profile: str = "User 1",
    language: str = "en",
    code: int = 0,
    environ: Mapping[str, str] | None = None,
) -> Any:
    """Run a step of steps.py in a new Anki and return its result; `environ` is added to ours."""
    anki = StartedAnki(base, step, *arguments, profile=profile, language=language, environ=environ)
    return anki.wait(code)


class StartedAnki:
    """An Anki in a process of its own, from its start to its end."""

    def __init__(
        self,
        base: Path,
        step: str,
        *arguments: str,
        profile: str = "User 1",
        language: str = "en",
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self._base = base
        self._output = base / "output.txt"
        self._result = base / "result.json"
        for path in (self._result, base / OPEN, base / GO_ON):
            path.unlink(missing_ok=True)
        order = [profile, language, step, *arguments]
        environment = {**os.environ, **(environ or {})}
        self._process: Forked | subprocess.Popen[bytes]
        if sys.platform == "linux":
            self._process = Forked(base, order, environment, self._output)
            return
        with self._output.open("w", encoding="utf-8") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.gui.child", str(base), *order],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def wait_until_open(self) -> Any:
        """Wait, and return what the step `stay_open` sees."""
        seen = self._base / OPEN
        wait_until(lambda: seen.exists() or self._process.poll() is not None)
        assert seen.exists(), self._output.read_text("utf-8")
        return json.loads(seen.read_text("utf-8"))

    def close(self) -> Any:
        """Let the step `stay_open` end; Anki is gone when this returns."""
        (self._base / GO_ON).touch()
        return self.wait()

    def wait(self, code: int = 0) -> Any:
        """Wait for Anki's end, which must have this exit code; gives the step's result."""
        try:
            ended = self._process.wait(240)
        except BaseException:
            self.kill()
            raise
        output = self._output.read_text("utf-8")
        assert ended == code, output
        # Anki's own web server may be loud when it is closed
        assert "addons21/lan_sync" not in output, output
        result = self._result
        return json.loads(result.read_text(encoding="utf-8")) if result.exists() else None

    def kill(self) -> None:
        """End it at once, if it has not ended on its own."""
        self._process.kill()
        self._process.wait()


@contextmanager
def open_anki(base: Path) -> Iterator[StartedAnki]:
    """Yield an Anki that stays open during the block, unless it is closed there."""
    anki = StartedAnki(base, "stay_open")
    try:
        yield anki
    finally:
        anki.kill()


def main(base: Path, profile: str, language: str, step: str, *arguments: str) -> int:
    """Start Anki, do the step, quit Anki."""
    from . import errors, running, steps

    if step == "end_python":
        # the first to be registered is the last to be called; with windows open, what Python
        # clears up after that may crash
        atexit.register(os._exit, ENDED)
    app = running.boot(base, profile, language)
    result = getattr(steps, step)(*arguments)
    (base / "result.json").write_text(json.dumps(result), encoding="utf-8")
    code = running.close(app)
    shown = errors.take()
    if shown:
        print(f"shown as an error by Anki: {shown}")
        return SHOWN
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
