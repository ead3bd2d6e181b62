"""Make the packages that come with this add-on importable.

They are shipped as the wheels that their authors published, for each platform and Python of Anki's
own builds, and for the Pythons of Linux distributions. They are unpacked outside the add-on's
folder: Windows cannot delete a library that a running program has loaded, so a `.pyd` inside it
would make an update of the add-on fail.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import io
import logging
import os
import sys
import sysconfig
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

from .errors import DataFolderUnusable, Problem
from .store import atomic, patient

logger = logging.getLogger(__name__)

# Made by the build, in the format of sha256sum: digest, two spaces, file name.
CHECKSUMS = "SHA256SUMS"
_32_BIT = "32-bit"


class Platform(NamedTuple):
    """The two ends of the platform tags that fit; between them is a minimum version."""

    system: str
    machine: str

    def fits(self, tag: str) -> bool:
        """Return whether a wheel with this platform tag runs here."""
        return tag.startswith(self.system) and tag.endswith(f"_{self.machine}")

    @property
    def is_32_bit(self) -> bool:
        """Whether Python is a 32-bit build, whatever the computer is."""
        return self.machine.endswith(_32_BIT)


class NoFittingWheel(Problem):
    """None of the wheels of a package is for this computer and Python."""

    def __init__(self, package: str, python: str, platform: Platform) -> None:
        super().__init__(
            f"LAN Sync includes {package} for the computers and Pythons of Anki's own builds; "
            f"this is {python} on {' '.join(platform)}. {_advice(platform)}"
        )
        self.package = package
        self.python = python
        self.platform = platform


def _advice(platform: Platform) -> str:
    if platform.is_32_bit:
        return "Use a 64-bit Anki: the server does not run in a 32-bit one"
    return "Use Anki 2.1.50 or later from its own download page"


class DamagedWheel(Problem):
    """One of the add-on's own files is missing or damaged."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: {cause}; install LAN Sync again")
        self.path = path


class Package(NamedTuple):
    """A package that the add-on needs, unless this Python includes it."""

    import_name: str
    stdlib_since: tuple[int, int] | None = None

    @property
    def wheel_prefix(self) -> str:
        """The beginning of the file names of its wheels."""
        return self.import_name.replace(".", "_") + "-"


PACKAGES = (
    Package("backports.zstd", stdlib_since=(3, 14)),
    Package("ifaddr"),
    Package("segno"),
)


def make_importable(wheels: Path, cache: Path) -> None:
    """Unpack the vendored packages that this Python lacks into `cache`, and add them to sys.path.

    `wheels` is the build's folder of wheels; it may be missing if no package is, as in the source
    tree. Several programs may call this at once with the same `cache`. Raises NoFittingWheel,
    DamagedWheel, and DataFolderUnusable if `cache` cannot be written.
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
    """Return the SHA-256 of each wheel in the build, by file name."""
    path = wheels / CHECKSUMS
    try:
        lines = path.read_text(encoding="ascii").splitlines()
        pairs = [line.split("  ", 1) for line in lines]
        return {name: digest for digest, name in pairs}
    except (OSError, ValueError) as error:
        raise DamagedWheel(path, str(error)) from error


def fitting(package: Package, names: list[str], python: str, platform: Platform) -> str:
    """Return the one of `names` that is the wheel for a Python, such as cp313, and a platform.

    Raises NoFittingWheel.
    """
    for name in names:
        if name.startswith(package.wheel_prefix):
            # NAME-VERSION-PYTHON-ABI-PLATFORM.whl; dots separate alternatives
            pythons, _abi, platforms = name[: -len(".whl")].split("-")[-3:]
            pure = platforms == "any" and "py3" in pythons.split(".")
            if pure or (pythons == python and any(map(platform.fits, platforms.split(".")))):
                return name
    raise NoFittingWheel(package.import_name, python, platform)


def _python() -> str:
    return f"cp{sys.version_info[0]}{sys.version_info[1]}"


def _platform() -> Platform:
    if sys.platform == "win32":
        # The platform of the Python build: an x86-64 Python also runs on ARM computers. It is
        # win-amd64, win-arm64, or for 32 bits win32, without a machine.
        system, machine = "win", sysconfig.get_platform().partition("-")[2] or "x86"
    else:
        system = "macosx" if sys.platform == "darwin" else "manylinux"
        machine = os.uname().machine
    if sys.maxsize < 2**32:  # it may also run on a 64-bit computer
        machine = f"{machine} {_32_BIT}"
    return Platform(system, machine)


def _read_wheel(path: Path, sha256: str) -> zipfile.ZipFile:
    """Read the whole file, so that exactly what was checked is unpacked."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DamagedWheel(path, str(error)) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DamagedWheel(path, "the file is damaged")
    return zipfile.ZipFile(io.BytesIO(content))


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    """Write each file that is missing or differs, and leave the others alone.

    Each file is replaced as a whole, so that no program loses one that it has loaded, and the next
    call completes what an interrupted one has begun.
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
            # Windows cannot replace a file that another program, doing the same, has just loaded.
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
    """Append a folder to sys.path, at the end: Anki and other add-ons keep their own packages."""
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
    importlib.invalidate_caches()
    parent, dot, _name = package.import_name.partition(".")
    if not dot:
        return
    # Another add-on may have a `backports` with an __init__.py; such a package finds modules only
    # in its own folder.
    search = importlib.import_module(parent).__path__
    if str(folder / parent) not in search:
        search.append(str(folder / parent))


def _remove_former(cache: Path, keep: set[str]) -> None:
    """Remove what former versions of the add-on unpacked, unless a program has it loaded."""
    for folder in cache.glob("*.whl"):
        if folder.name not in keep:
            logger.info("removing %s of a former version", folder.name)
            patient.remove_tree(folder, ignore_errors=True)
