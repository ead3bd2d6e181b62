"""Run the tests: several pytest processes in parallel, and one closing line.

Real Anki starts once per process and changes it for good (signal handlers, garbage collection,
sys.stderr), so tests/gui has a process of its own. So have others that take as long and often wait
for a server or a window. What takes longer still is shared out among several, so that both cores of
a small machine are busy to the end. Their output follows when the first process is done.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from . import scratch_folder
from .display import virtual_display
from .environment import ROOT
from .process import Child, start

TESTS = ROOT / "tests"
OWN_PROCESS = (
    TESTS / "gui",
    TESTS / "gui" / "test_languages.py",
    TESTS / "gui" / "bridge",
    TESTS / "gui" / "switching",
    TESTS / "live",
    TESTS / "bridge",
)
SHARES = {TESTS: 3, TESTS / "live": 5}
"""Folders whose files are shared out among this many processes."""
AT_ONCE = 3 * (os.cpu_count() or 1)
"""The most processes that run: with more, tests would wait too long for their turn."""
NO_TESTS_COLLECTED = 5  # pytest's exit code


@dataclass
class Counts:
    """What pytest counts, in one process or in several."""

    passed: int = 0
    failed: int = 0
    errors: int = 0
    skipped: int = 0

    def add(self, other: Counts) -> None:
        """Add the counts of another process to these."""
        self.passed += other.passed
        self.failed += other.failed
        self.errors += other.errors
        self.skipped += other.skipped

    def summary(self, seconds: float) -> str:
        """Return the closing line in pytest's own format."""
        named = (
            (self.failed, "failed"),
            (self.passed, "passed"),
            (self.skipped, "skipped"),
            (self.errors, "error" if self.errors == 1 else "errors"),
        )
        text = ", ".join(f"{count} {name}" for count, name in named if count)
        return f" {text or 'no tests ran'} in {seconds:.2f}s ".center(80, "=")


def run(python: Path, arguments: list[str]) -> int:
    """Run the tests that the arguments name, or all; return the exit code."""
    began = time.monotonic()
    total = Counts()
    with contextlib.ExitStack() as ended:
        folder = Path(tempfile.mkdtemp(prefix="lan-sync-tests-", dir=scratch_folder.in_memory()))
        ended.callback(shutil.rmtree, folder, ignore_errors=True)
        temporary = folder / "temporary"
        temporary.mkdir()
        started: list[_Pytest] = []
        for number, (paths, options) in enumerate(processes(arguments)):
            # each its own screen: two Ankis on one would take the focus from each other
            environment = {**ended.enter_context(virtual_display()), "TMPDIR": str(temporary)}
            # Containers set it, and then each of the hundreds of processes compiles the add-on.
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            while sum(pytest.runs() for pytest in started) >= AT_ONCE:
                time.sleep(0.1)
            pytest = _Pytest(python, [*paths, *options], environment, folder / str(number))
            started.append(ended.enter_context(pytest))
        for pytest in started:
            total.add(pytest.wait())
    print(total.summary(time.monotonic() - began), flush=True)
    if total.failed or total.errors:
        return 1
    return 0 if total.passed or total.skipped else NO_TESTS_COLLECTED


def processes(arguments: list[str]) -> list[tuple[list[str], list[str]]]:
    """Return (paths, options) of each pytest process that the arguments require."""
    paths = [argument for argument in arguments if _path(argument) is not None]
    options = [argument for argument in arguments if argument not in paths]
    paths = paths or ["tests"]
    found = []
    for folder in (TESTS, *OWN_PROCESS):
        inside = [path for path in paths if _home(path) == folder]
        if any(_path(path) in folder.parents for path in paths):
            inside = [folder.relative_to(ROOT).as_posix()]
        if not inside:
            continue
        others = [f"--ignore={other}" for other in OWN_PROCESS if folder in other.parents]
        whole = any("::" not in path and _path(path) == folder for path in inside)
        for share in _shares(folder) if whole else [inside]:
            found.append((share, [*others, *options]))
    return found


def _shares(folder: Path) -> list[list[str]]:
    """Return the paths that each process gets where all of a folder is tested."""
    if folder not in SHARES:
        return [[folder.relative_to(ROOT).as_posix()]]
    count = SHARES[folder]
    files = [file.relative_to(ROOT).as_posix() for file in sorted(folder.rglob("test_*.py"))]
    files = [file for file in files if _home(file) == folder]
    return [files[number::count] for number in range(count)]


def _home(argument: str) -> Path:
    """Return the folder in whose process the tests run that an argument names."""
    path = _path(argument)
    return next((own for own in reversed(OWN_PROCESS) if _is_in(path, own)), TESTS)


def _path(argument: str) -> Path | None:
    """Return the file or folder that an argument like tests/test_laws.py::test_x names."""
    path = ROOT / argument.partition("::")[0]
    return None if argument.startswith("-") or not path.exists() else path.resolve()


def _is_in(path: Path | None, folder: Path | None) -> bool:
    return path is not None and folder is not None and (path == folder or folder in path.parents)


class _Pytest:
    """One pytest process. Only the first prints directly; two at once could not be read."""

    def __init__(
        self, python: Path, arguments: list[str], environment: dict[str, str], files: Path
    ) -> None:
        self._report = files.with_suffix(".xml")
        self._output = files.with_suffix(".txt") if files.name != "0" else None
        self._child: Child = start(
            python,
            # each its own temporary folder: at the end of a run, pytest tidies up the shared one
            ["-m", "pytest", f"--basetemp={files}", f"--junitxml={self._report}", *arguments],
            environment,
            self._output,
        )

    def __enter__(self) -> _Pytest:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.stop()

    def runs(self) -> bool:
        """Return whether it has not ended yet."""
        return self._child.runs()

    def wait(self) -> Counts:
        """Wait until it ends, and print its output if that was held back."""
        code = self._child.wait()
        if self._output is not None:
            print(self._output.read_text("utf-8", "replace"), flush=True)
        counts = _read(self._report) if self._report.is_file() else Counts()
        if code not in (0, NO_TESTS_COLLECTED) and not counts.failed and not counts.errors:
            # Ended by a signal or a mistake in the arguments, so there is no report.
            print(f"pytest ended with exit code {code}", flush=True)
            counts.errors += 1
        return counts


def _read(report: Path) -> Counts:
    counts = Counts()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        number = {
            name: int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")
        }
        counts.failed += number["failures"]
        counts.errors += number["errors"]
        counts.skipped += number["skipped"]
        counts.passed += number["tests"] - number["failures"] - number["errors"] - number["skipped"]
    return counts
