"""Pack the file that people install, with the same bytes each time it is built."""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

from . import vendor
from .environment import ROOT
from .notice import notice
from .package_checks import BuildError, check_config, check_imports, check_manifest

ADDON = ROOT / "addon"
DOCUMENTS = ("LICENSE", "README.md", "CHANGELOG.md")
# Made by Python, by Anki, or by this build; not part of the source.
LEFT_OUT_NAMES = {"__pycache__", "meta.json", "user_files", "vendor"}
LEFT_OUT_SUFFIXES = {".pyc", ".pyo", ".so", ".pyd"}
# The oldest date that a zip file can store, because it needs one that does not change.
DEFAULT_EPOCH = 315_532_800  # 1980-01-01, in seconds since 1970


def build(folder: Path) -> Path:
    """Write lan_sync-VERSION.ankiaddon into `folder` and return its path.

    Raises BuildError if something would not work once installed, VendorError if a vendored package
    cannot be found.
    """
    files = {**source_files(), **documents(), **vendored_files()}
    manifest = check_manifest(files)
    check_config(files)
    check_imports(files)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{manifest['package']}-{manifest['human_version']}.ankiaddon"
    write(target, files)
    return target


def source_files(addon: Path = ADDON) -> dict[str, bytes]:
    """Return the add-on's own files: path inside the package -> content."""
    paths = (path.relative_to(addon) for path in addon.rglob("*") if path.is_file())
    return {path.as_posix(): (addon / path).read_bytes() for path in paths if _belongs(path)}


def _belongs(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    left_out = LEFT_OUT_NAMES.intersection(path.parts) or path.suffix in LEFT_OUT_SUFFIXES
    return not hidden and not left_out


def documents() -> dict[str, bytes]:
    """Return the documents that everyone who gets the file may read."""
    missing = [name for name in DOCUMENTS if not (ROOT / name).is_file()]
    if missing:
        raise BuildError(f"missing beside addon/: {', '.join(missing)}")
    return {name: (ROOT / name).read_bytes() for name in DOCUMENTS}


def vendored_files() -> dict[str, bytes]:
    """Return the wheels, unchanged: see addon/wheels.py."""
    wheels = vendor.fetch(vendor.locked())
    files = {f"vendor/wheels/{name}": content for name, content in wheels.items()}
    files["vendor/wheels/SHA256SUMS"] = vendor.LOCK.read_bytes()
    files["vendor/README.md"] = notice(wheels.values()).encode()
    return files


def write(target: Path, files: dict[str, bytes]) -> None:
    """Pack `files` without a folder around them, as Anki wants it.

    Nothing is compressed: compressors, and so the bytes, differ between computers, and most of the
    content is wheels, which are compressed already.
    """
    date = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", DEFAULT_EPOCH)))[:6]
    unfinished = target.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date)
            entry.create_system = 3  # Unix, wherever it is built
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name])
    unfinished.replace(target)
