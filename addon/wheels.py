"""Makes the packages that this add-on brings importable.

They travel as the wheels their authors published, for each platform and Python that Anki ships and
for the Pythons of Linux distributions. They are unpacked outside the add-on's folder: Windows
deletes no library that a running program has loaded, so an update of the add-on would fail on a
`.pyd` inside it.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import io
import logging
import os
import shutil
import sys
import sysconfig
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

from .errors import DataFolderUnusable, Problem
from .store import atomic

logger = logging.getLogger(__name__)

# Made by the build, in the form of the program sha256sum: a digest, two blanks, a file's name.
CHECKSUMS = "SHA256SUMS"
_32_BIT = "32-bit"


class Platform(NamedTuple):
    """The two ends of the platform tags that fit; what stands between is a lowest version."""

    system: str
    machine: str

    def fits(self, tag: str) -> bool:
        """Return whether a wheel with this platform tag runs here."""
        return tag.startswith(self.system) and tag.endswith(f"_{self.machine}")

    @property
    def is_32_bit(self) -> bool:
        """Whether Python was built for 32 bits, whatever the computer is."""
        return self.machine.endswith(_32_BIT)


class NoFittingWheel(Problem):
    """The add-on brings this package for other computers or Pythons than this one."""

    def __init__(self, package: str, python: str, platform: Platform) -> None:
        super().__init__(
            f"LAN Sync brings {package} for the computers and Pythons that Anki is published for; "
            f"this is {python} on {' '.join(platform)}. {_advice(platform)}"
        )
        self.package = package
        self.python = python
        self.platform = platform


def _advice(platform: Platform) -> str:
    if platform.is_32_bit:
        return "Use an Anki for 64 bits: there is no server for 32 bits"
    return "Use an Anki from its own download page, 2.1.50 or newer"


class DamagedWheel(Problem):
    """A file of the add-on's own is missing or not as it was published."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: {cause}; install LAN Sync again")
        self.path = path


class Package(NamedTuple):
    """A package that the add-on imports, and from which Python on it needs none."""

    import_name: str
    stdlib_since: tuple[int, int] | None = None

    @property
    def wheel_prefix(self) -> str:
        """How the names of its wheels begin."""
        return self.import_name.replace(".", "_") + "-"


PACKAGES = (
    Package("backports.zstd", stdlib_since=(3, 14)),
    Package("ifaddr"),
    Package("segno"),
)


def make_importable(wheels: Path, cache: Path) -> None:
    """Put the vendored packages that this Python lacks on sys.path, from a copy below `cache`.

    `wheels` is the build's folder of wheels and need not exist where nothing is lacking, as in the
    source tree. May be called at the same time by several programs with one `cache`.
    Raises NoFittingWheel, DamagedWheel, DataFolderUnusable (`cache` cannot be written).
    """
    missing = [package for package in PACKAGES if not _is_importable(package)]
    if not missing:
        return
    checksums = _read_checksums(wheels)
    for package in missing:
        name = fitting(package, list(checksums), _python(), _platform())
        archive = _read_wheel(wheels / name, checksums[name])
        try:
            _unpack(archive, cache / name)
        except OSError as error:
            raise DataFolderUnusable(cache / name, str(error)) from error
        _add_to_path(cache / name, package)
    _remove_former(cache, keep=set(checksums))


def _is_importable(package: Package) -> bool:
    if package.stdlib_since is not None and sys.version_info >= package.stdlib_since:
        return True
    try:
        return importlib.util.find_spec(package.import_name) is not None
    except ModuleNotFoundError:  # its parent package is missing
        return False


def _read_checksums(wheels: Path) -> dict[str, str]:
    """SHA-256 by file name of all wheels that the build put in."""
    path = wheels / CHECKSUMS
    try:
        lines = path.read_text(encoding="ascii").splitlines()
        pairs = [line.split("  ", 1) for line in lines]
        return {name: digest for digest, name in pairs}
    except (OSError, ValueError) as error:
        raise DamagedWheel(path, str(error)) from error


def fitting(package: Package, names: list[str], python: str, platform: Platform) -> str:
    """The name among `names` of the wheel for a Python, such as cp313, and a computer.

    Raises NoFittingWheel.
    """
    for name in names:
        if name.startswith(package.wheel_prefix):
            # NAME-VERSION-PYTHON-ABI-PLATFORM.whl; dots part alternatives
            pythons, _abi, platforms = name[: -len(".whl")].split("-")[-3:]
            pure = platforms == "any" and "py3" in pythons.split(".")
            if pure or (pythons == python and any(map(platform.fits, platforms.split(".")))):
                return name
    raise NoFittingWheel(package.import_name, python, platform)


def _python() -> str:
    return f"cp{sys.version_info[0]}{sys.version_info[1]}"


def _platform() -> Platform:
    if sys.platform == "win32":
        # What Python was built for: an x86-64 Python also runs on ARM computers. It says win-amd64,
        # win-arm64, or win32 for 32 bits, which names no machine.
        system, machine = "win", sysconfig.get_platform().partition("-")[2] or "x86"
    else:
        system = "macosx" if sys.platform == "darwin" else "manylinux"
        machine = os.uname().machine
    if sys.maxsize < 2**32:  # such a Python also runs on a 64-bit computer
        machine = f"{machine} {_32_BIT}"
    return Platform(system, machine)


def _read_wheel(path: Path, sha256: str) -> zipfile.ZipFile:
    """Read it whole, so that what is checked is what is unpacked."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DamagedWheel(path, str(error)) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DamagedWheel(path, "its content is not as published")
    return zipfile.ZipFile(io.BytesIO(content))


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    """Write each file that is missing or differs; those that are right stay untouched.

    File by file, each put in place whole: nothing is ever moved away from under a program that
    has it loaded, and an unpacking that was cut short is completed by the next one.
    """
    for member in archive.infolist():
        path = folder / member.filename
        if member.is_dir() or _is_intact(path, member):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with atomic.replacing(path) as file:
                file.write(archive.read(member))
        except PermissionError:
            # Windows replaces no file that another program reads: one that came first to the same.
            if not _is_intact(path, member):
                raise


def _is_intact(path: Path, member: zipfile.ZipInfo) -> bool:
    try:
        return (
            path.stat().st_size == member.file_size and zlib.crc32(path.read_bytes()) == member.CRC
        )
    except OSError:
        return False


def _add_to_path(folder: Path, package: Package) -> None:
    """Last on sys.path: what Anki and other add-ons import stays what it was."""
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
    importlib.invalidate_caches()
    parent, dot, _name = package.import_name.partition(".")
    if not dot:
        return
    # Another add-on may bring a `backports` with an __init__.py; such a package looks for its
    # modules in its own folder only.
    search = importlib.import_module(parent).__path__
    if str(folder / parent) not in search:
        search.append(str(folder / parent))


def _remove_former(cache: Path, keep: set[str]) -> None:
    """Remove what former versions of the add-on unpacked, as far as nobody has it loaded."""
    for folder in cache.glob("*.whl"):
        if folder.name not in keep:
            logger.info("removing %s of a former version", folder.name)
            shutil.rmtree(folder, ignore_errors=True)
