"""Make `.venv` from the best Python of this machine and the packages pinned in the lock file."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import pythons, system_packages
from .errors import NotReady

__all__ = ["ROOT", "NotReady", "ready_python", "working_uv"]

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.lock"
# Written last: a .venv without it, or with an old one, is made again.
STAMP = VENV / "lan-sync-stamp"


def ready_python(*, with_display: bool = False) -> Path:
    """Return the Python of `.venv`; make that first if it is missing or differs from the lock.

    `with_display`: also install what Qt and the virtual display need from the system. Raises
    NotReady if something is missing that only an administrator can install.
    """
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    missing = system_packages.missing_for_display() if with_display else {}
    if _is_current(python):
        system_packages.install(missing)
        return python
    base = pythons.best()
    uv = working_uv()
    if uv is None and not _has_ensurepip(base):
        missing.update(system_packages.venv_of(base))
    system_packages.install(missing)
    _make(base, uv, python)
    return python


def _is_current(python: Path) -> bool:
    version = pythons.version_of(python)
    return version is not None and STAMP.is_file() and STAMP.read_text() == _stamp(version)


def _stamp(version: tuple[int, ...]) -> str:
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{lock} {'.'.join(map(str, version))}\n"


def _make(base: Path, uv: str | None, python: Path) -> None:
    print(f"making {VENV.name} with {base} ...", file=sys.stderr, flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if uv is not None:
        _run([uv, "venv", "--quiet", "--python", str(base), str(VENV)])
        _run([uv, "pip", "install", "--quiet", "--python", str(python), *_locked_packages()])
    else:
        _run([str(base), "-m", "venv", str(VENV)])
        _run([str(python), "-m", "pip", "install", "--quiet", *_locked_packages()])
    version = pythons.version_of(python)
    if version is None:
        raise NotReady(f"{python} does not run; delete {VENV} and try again")
    STAMP.write_text(_stamp(version))


def _locked_packages() -> list[str]:
    # Only wheels: building a package from source needs compilers, and runs its code.
    return ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]


def working_uv() -> str | None:
    """Return uv, which does the work of venv and pip in a tenth of the time, if it works."""
    uv = shutil.which("uv")
    if uv is None:
        return None
    # pyenv puts a uv on PATH that fails unless the chosen Python has it.
    answer = subprocess.run([uv, "--version"], capture_output=True, check=False)
    return uv if answer.returncode == 0 else None


def _has_ensurepip(base: Path) -> bool:
    """Return whether ensurepip is there, which Debian puts in a separate package."""
    answer = subprocess.run(
        [str(base), "-c", "import ensurepip, venv"], capture_output=True, check=False
    )
    return answer.returncode == 0


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, cwd=ROOT, check=True)
    except subprocess.CalledProcessError as error:
        raise NotReady(f"exit code {error.returncode} from: {' '.join(command)}") from error
