"""`python -m tests.gui.child BASE PROFILE LANGUAGE STEP`: run one step in an Anki of its own.

Anki can be started once per process, so whatever needs a restart runs here. The step's result goes
to BASE/result.json; the exit code is Anki's.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


def run_anki(
    base: Path,
    step: str,
    *arguments: str,
    profile: str = "User 1",
    language: str = "en",
    code: int = 0,
) -> Any:
    """Run a step of steps.py in a new Anki and return its result."""
    result = base / "result.json"
    result.unlink(missing_ok=True)
    child = [sys.executable, "-m", "tests.gui.child"]
    command = [*child, str(base), profile, language, step, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    output = f"{done.stdout}\n{done.stderr}"
    assert done.returncode == code, output
    # Anki's own web server may be loud when it is closed
    assert "addons21/lan_sync" not in output, output
    return json.loads(result.read_text(encoding="utf-8")) if result.exists() else None


def main(base: Path, profile: str, language: str, step: str, *arguments: str) -> int:
    """Start Anki, do the step, quit Anki."""
    from . import running, steps

    app = running.boot(base, profile, language)
    stderr = sys.stderr  # Anki's own, which would show a window
    sys.stderr = sys.__stderr__
    result = getattr(steps, step)(*arguments)
    (base / "result.json").write_text(json.dumps(result), encoding="utf-8")
    sys.stderr = stderr
    code = running.close(app)
    sys.stderr = sys.__stderr__
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
