"""`dev.py run`: the main job on real input, from the built file to a phone that has synced."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_demo_ends_with_both_sides_equal() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.demo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["cards", "5", "5"] in rows
    assert ["reviews", "1", "1"] in rows
    assert ["both", "sides", "are", "the", "same"] in rows
    (picture,) = (Path(row[1]) for row in rows if row[:1] == ["picture"])
    assert picture.read_bytes().startswith(b"\x89PNG")
