"""Disks that are full or hold a file fast, really: only root on Linux can make them."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def mounted(folder: Path, kib: int) -> Iterator[Path]:
    """A file system of its own with so many KiB, at the new folder `folder`."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("may not mount a file system here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextlib.contextmanager
def filled(disk: Path, leaving: int = 0) -> Iterator[None]:
    """Fill the file system while the block runs, but for about `leaving` bytes."""
    filler = disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", 0) as file:
        while file.write(bytes(4096)):
            pass
    if leaving:
        with filler.open("rb+") as file:
            file.truncate(max(0, filler.stat().st_size - leaving))
    try:
        yield
    finally:
        filler.unlink()


@contextlib.contextmanager
def immovable(path: Path) -> Iterator[None]:
    """Keep a file from being written, linked, renamed or replaced, as a program on Windows does
    that has it open."""
    change = ["chattr", "+i", str(path)]
    if shutil.which("chattr") is None or subprocess.run(change, check=False).returncode != 0:
        pytest.skip("cannot hold a file fast here")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", str(path)], check=True)
