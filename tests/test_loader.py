"""The add-on sets itself up only when Anki loads it from its add-ons folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PRELUDE = "import sys, types\n"


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_outside_anki_neither_qt_nor_aqt_is_loaded() -> None:
    loaded = run(
        "import addon\n"
        "print([name for name in sys.modules if name.startswith(('aqt', 'PyQt', 'addon.'))])"
    )
    assert loaded == "[]"


def test_in_a_process_that_imports_aqt_without_running_anki_nothing_happens() -> None:
    loaded = run(
        "import aqt\nassert aqt.mw is None\nimport addon\nprint('addon.entry' in sys.modules)"
    )
    assert loaded == "False"


def test_in_a_running_anki_that_loads_add_ons_from_elsewhere_nothing_happens(
    tmp_path: Path,
) -> None:
    loaded = run(
        "manager = types.SimpleNamespace(addonsFolder=lambda: " + repr(str(tmp_path)) + ")\n"
        "aqt = types.ModuleType('aqt')\n"
        "aqt.mw = types.SimpleNamespace(addonManager=manager)\n"
        "sys.modules['aqt'] = aqt\n"
        "import addon\n"
        "print('addon.entry' in sys.modules)"
    )
    assert loaded == "False"


def test_the_loader_is_short() -> None:
    source = (ROOT / "addon" / "__init__.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) < 30
