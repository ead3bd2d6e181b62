"""dev.py: which pytest processes a test run starts, and its last line."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.live.clients import wait_until
from tools import pythons, test_run
from tools.process import start
from tools.test_run import Counts, processes

ROOT = Path(__file__).parent.parent
OWN = ("gui", "gui/test_languages.py", "gui/bridge", "gui/switching", "live", "bridge")
IGNORE = [f"--ignore={ROOT / 'tests' / name}" for name in OWN]


def shares(pattern: str, count: int, but: tuple[str, ...] = ()) -> list[list[str]]:
    """Share files out, without those in the folders `but`."""
    paths = [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob(pattern))]
    paths = [path for path in paths if not path.startswith(but)]
    return [paths[number::count] for number in range(count)]


OTHERS = ("tests/gui/", "tests/live/", "tests/bridge/")
REST = [(share, IGNORE) for share in shares("tests/**/test_*.py", 3, OTHERS)]
LIVE: list[tuple[list[str], list[str]]] = [
    (share, []) for share in shares("tests/live/**/test_*.py", 5)
]
GUI: list[tuple[list[str], list[str]]] = [
    (["tests/gui"], IGNORE[1:4]),
    *(([f"tests/{name}"], []) for name in OWN[1:4]),
]
ALL = [*REST, *GUI, *LIVE, (["tests/bridge"], [])]

HANGS = """
from pathlib import Path
import time

import pytest


@pytest.fixture
def held():
    yield
    Path(__file__).with_name("torn down").touch()


def test_that_hangs(held):
    Path(__file__).with_name("running").touch()
    time.sleep(600)
"""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param([], ALL, id="all"),
        pytest.param(["tests"], ALL, id="all by name"),
        pytest.param(["-x"], [(paths, [*ignored, "-x"]) for paths, ignored in ALL], id="options"),
        pytest.param(["tests/gui"], GUI, id="only windows"),
        pytest.param(
            ["tests/test_laws.py::test_x"], [(["tests/test_laws.py::test_x"], IGNORE)], id="one"
        ),
        pytest.param(
            ["tests/gui/test_languages.py::test_x"],
            [(["tests/gui/test_languages.py::test_x"], [])],
            id="one of a file with its own process",
        ),
        pytest.param(
            [
                "tests/gui/bridge/test_rounds.py",
                "tests/gui/switching/test_life.py",
                "tests/test_dev.py",
                "tests/live/bridged",
                "-q",
            ],
            [
                (["tests/test_dev.py"], [*IGNORE, "-q"]),
                (["tests/gui/bridge/test_rounds.py"], ["-q"]),
                (["tests/gui/switching/test_life.py"], ["-q"]),
                (["tests/live/bridged"], ["-q"]),
            ],
            id="one of each",
        ),
    ],
)
def test_folders_that_take_long_get_a_process_of_their_own(
    arguments: list[str], expected: list[tuple[list[str], list[str]]]
) -> None:
    assert list(processes(arguments)) == expected


def test_the_last_line_looks_like_pytests() -> None:
    counts = Counts(passed=3, failed=1)
    counts.add(Counts(passed=2, skipped=1, errors=1))
    text = counts.summary(1.5)
    assert text.strip("= ") == "1 failed, 5 passed, 1 skipped, 1 error in 1.50s"
    assert len(text) == 80


def test_a_pytest_that_could_not_run_counts_as_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    code = test_run.run(Path(sys.executable), ["tests/ftl", "--no-such-option"])
    assert code == 1
    assert capfd.readouterr().out.splitlines()[-1].strip("= ").startswith("1 error in ")


def test_a_child_that_ignores_sigterm_is_killed(tmp_path: Path) -> None:
    output = tmp_path / "output"
    code = "from signal import *; signal(SIGTERM, SIG_IGN); print('ready', flush=True); pause()"
    child = start(Path(sys.executable), ["-c", code], output=output)
    wait_until(lambda: output.read_text() == "ready\n")
    child.stop(patience=0.1)
    assert child.wait() == -signal.SIGKILL


def test_sigterm_lets_pytest_tear_its_fixtures_down(tmp_path: Path) -> None:
    file = tmp_path / "test_that_hangs.py"
    file.write_text(HANGS)
    arguments = ["-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", str(file)]
    child = start(Path(sys.executable), arguments, output=tmp_path / "output")
    wait_until((tmp_path / "running").exists)
    child.stop(patience=60)
    assert (tmp_path / "torn down").exists()


def test_an_unknown_command_lists_the_known_ones() -> None:
    done = subprocess.run(
        [sys.executable, "dev.py", "tset"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "  test " in done.stdout


def test_a_python_that_does_not_run_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\necho 'pyenv: python3.13: command not found'\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert pythons.version_of(shim) is None
    assert pythons.find((3, 13)) != shim
    assert pythons.version_of(pythons.best()) is not None
