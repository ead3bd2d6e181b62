"""The wheels in the add-on: pinned in requirements/vendor.lock, cached in .cache/wheels.

The lock has the format of sha256sum's output. It is packed as SHA256SUMS, so that addon/wheels.py
knows what it may unpack. To change a version, download its wheels with `pip download` for each
platform that tests/test_build.py names, and put their checksums into the lock.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .environment import ROOT

LOCK = ROOT / "requirements" / "vendor.lock"
CACHE = ROOT / ".cache" / "wheels"


class VendorError(Exception):
    """A wheel cannot be found, or is not the one that was pinned."""


@dataclass(frozen=True)
class Wheel:
    """One line of the lock."""

    filename: str
    sha256: str

    @property
    def name(self) -> str:
        """The distribution's name, as spelled in the file's name."""
        return self.filename.split("-")[0]

    @property
    def version(self) -> str:
        return self.filename.split("-")[1]

    @property
    def tags(self) -> tuple[str, str, str]:
        """Python, ABI and platform; dots separate alternatives."""
        python, abi, platform = self.filename.removesuffix(".whl").split("-")[-3:]
        return python, abi, platform


def locked(lock: Path = LOCK) -> list[Wheel]:
    """Return the wheels of the lock, in its order."""
    pairs = (line.split("  ", 1) for line in lock.read_text("ascii").splitlines())
    return [Wheel(filename, sha256) for sha256, filename in pairs]


def fetch(wheels: list[Wheel], cache: Path = CACHE) -> dict[str, bytes]:
    """Return the content of each wheel by file name, from `cache` or else from the package index.

    Raises VendorError if one cannot be found or differs from its checksum.
    """
    cache.mkdir(parents=True, exist_ok=True)
    contents = {}
    for wheel in wheels:
        path = cache / wheel.filename
        if not path.is_file() or _sha256(path.read_bytes()) != wheel.sha256:
            _download(wheel, cache)
        contents[wheel.filename] = path.read_bytes()
    return contents


def _download(wheel: Wheel, cache: Path) -> None:
    python, abi, platform = wheel.tags
    # The last alternative is the newest, which pip expands to all older ones.
    choice = ["--platform", platform.split(".")[-1]]
    if python.startswith("cp"):
        choice += ["--python-version", python[2:], "--implementation", "cp", "--abi", abi]
    with tempfile.TemporaryDirectory(prefix="lan-sync-wheels-") as folder:
        wanted = Path(folder, "wanted.txt")
        wanted.write_text(f"{wheel.name}=={wheel.version} --hash=sha256:{wheel.sha256}\n")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary=:all:", "--require-hashes", "--dest", folder, *choice]
        code = subprocess.run([*command, "-r", str(wanted)], check=False).returncode
        path = Path(folder, wheel.filename)
        if code != 0 or not path.is_file():
            raise VendorError(f"cannot download {wheel.filename} (pip's exit code: {code})")
        content = path.read_bytes()
        if _sha256(content) != wheel.sha256:
            raise VendorError(f"{wheel.filename} is not the one pinned in {LOCK.name}")
        (cache / wheel.filename).write_bytes(content)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
