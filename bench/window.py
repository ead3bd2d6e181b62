"""Anki's window while phones sync with it: what its main thread and a person wait for.

Only ours: Anki's own server has no window.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.demo import scratch
from tools.display import virtual_display
from tools.environment import ROOT
from tools.package import build

from . import content
from .jobs import Sizes


def report(sizes: Sizes) -> str:
    """Start Anki with a collection, let a phone sync, and return what was measured, as text."""
    with tempfile.TemporaryDirectory(prefix="lan-sync-bench-window-") as name:
        base = Path(name, "Anki2")
        package = build(Path(name, "dist"))
        scratch.make(base)
        collection = Path(name, "content", "collection.anki2")
        content.make_collection(collection, sizes.notes)
        shutil.copy(collection, base / scratch.PROFILE / "collection.anki2")
        with virtual_display() as environment:
            environment.pop("PYTHONDONTWRITEBYTECODE", None)  # Anki writes it
            environment["XDG_DATA_HOME"] = str(Path(name, "xdg"))  # Anki's trash
            _run(
                environment,
                ["tools.demo.desktop", "install", str(base), str(package), "127.0.0.1"],
            )
            for step in ("switch_on", "measure"):
                result = base / f"{step}.json"
                cards = str(max(sizes.merged[:2]))
                _run(environment, ["bench.inside_window", step, str(base), str(result), cards])
        measured: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return "\n".join(f"{row:<52}{value:>12}" for row, value in measured.items())


def _run(environment: dict[str, str], module: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{module[0]}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
