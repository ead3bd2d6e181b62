"""`dev.py hosts`: the add-on in Anki of each generation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.hosts.recipes import HOSTS, Host
from tools.hosts.table import table
from tools.hosts.trial import ENVIRONMENTS, Trial, attempt, last_words
from tools.old_ankis import Recipe

ROOT = Path(__file__).parent.parent
OLDEST = HOSTS[0]


@pytest.mark.timeout(600)  # the first run installs that Anki
def test_the_oldest_anki_syncs_with_another_server(pytestconfig: pytest.Config) -> None:
    if not (pytestconfig.getoption("--all-clients") or (ENVIRONMENTS / OLDEST.name).exists()):
        pytest.skip(f"Anki {OLDEST.name} is not installed; --all-clients installs it")
    done = subprocess.run(
        [sys.executable, "dev.py", "hosts", OLDEST.name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    row = next(line for line in done.stdout.splitlines() if line.startswith(f"| {OLDEST.name} "))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    # skipped where this machine lacks that Anki's Python
    assert cells[-3:] == ["yes", "no, and says so", "ok"] or cells[-1].startswith("skipped")


def test_a_host_without_its_python_is_skipped(tmp_path: Path) -> None:
    host = Host("2.1.28", Recipe(("aqt",), (3, 99), "2020-07-25"))
    trial = attempt(host, tmp_path, tmp_path, {}, lambda _word: None)
    assert trial.outcome == "skipped: needs Python 3.99, which is not installed"


def test_an_unknown_version_lists_the_known_ones() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.hosts", "2.1.27"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "2.1.28" in done.stderr


def test_the_table_shows_failures_and_skipped_hosts() -> None:
    found = {"python": "3.8.18", "qt": "5.14.2", "werkzeug": "1.0.1"}
    text = table(
        [
            Trial(HOSTS[0], found=found),
            Trial(HOSTS[1], problem="serve: ..."),
            Trial(HOSTS[2], skipped="needs Python 3.8, which is not installed"),
        ]
    )
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    assert rows[2] == ["2.1.28", "3.8.18", "5.14.2", "1.0.1", "yes", "no, and says so", "ok"]
    assert (rows[3][0], rows[3][-1]) == ("2.1.35", "FAILED")
    assert rows[4][-1] == "skipped: needs Python 3.8, which is not installed"
    assert len({len(line) for line in text.splitlines()}) == 1


def test_the_readme_has_a_row_for_each_host() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ") and line.endswith("| ok     |")]
    assert len(rows) == len(HOSTS)
    for host, row in zip(HOSTS, rows, strict=True):
        assert row.split()[1] == host.version


def test_a_traceback_is_shown_before_what_followed_it() -> None:
    log = (
        "Qt info: x\nTraceback (most recent call last):\n"
        '  File "a.py", line 1, in f\n    f()\nValueError: wrong\nQt warning: y\n'
    )
    assert last_words(log).splitlines()[-1] == "ValueError: wrong"


def test_the_place_where_anki_hung_is_shown() -> None:
    log = 'x\nTimeout (0:02:30)!\nThread 0x1 (most recent call first):\n  File "utils.py", line 1\n'
    assert last_words(log).splitlines()[-1] == '  File "utils.py", line 1'
