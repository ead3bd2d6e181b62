"""Anki's window while phones sync with it: what its main thread and a person wait for.

Only ours: Anki's own server has no window.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from tools.demo import scratch
from tools.display import virtual_display
from tools.package import build
from tools.process import run_module

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
            install = ["tools.demo.desktop", "install", str(base), str(package), "127.0.0.1"]
            run_module(install, environment)
            for step in ("switch_on", "measure"):
                result = base / f"{step}.json"
                cards = str(max(sizes.merged[:2]))
                measure = ["bench.inside_window", step, str(base), str(result), cards]
                run_module(measure, environment)
        measured: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return "\n".join(f"{row:<52}{value:>12}" for row, value in measured.items())
