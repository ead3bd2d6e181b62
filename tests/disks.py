"""Disks that are full, lose their power or hold a file fast, really: only root on Linux can make
them."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def mounted(folder: Path, kib: int) -> Iterator[Path]:
    """Mount a file system of its own with this many KiB at the new folder `folder`."""
    with _mounted("-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", folder):
        yield folder


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
def read_only(disk: Path) -> Iterator[None]:
    """Let nobody write to the file system while the block runs."""
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)


class Disk:
    """A file system of its own, of which nothing reaches the disk that nobody has flushed."""

    # By itself ext4 would write after 5 s, and flush what is renamed over another file.
    _LAZY = "commit=3600,noauto_da_alloc"

    def __init__(self, folder: Path, image: Path) -> None:
        self.folder = folder
        self._image = image

    @classmethod
    @contextlib.contextmanager
    def mounted(cls, parent: Path, mib: int = 64) -> Iterator[Disk]:
        """Make the new disk below `parent`."""
        image = parent / "disk.img"
        with image.open("wb") as file:
            file.truncate(mib * 1024 * 1024)
        make = ["mkfs.ext4", "-q", str(image)]
        if shutil.which(make[0]) is None or subprocess.run(make, check=False).returncode != 0:
            pytest.skip("cannot make an ext4 file system here")
        with _mounted("-o", f"loop,{cls._LAZY}", image, parent / "disk"):
            yield cls(parent / "disk", image)

    @contextlib.contextmanager
    def after_power_cut(self) -> Iterator[Path]:
        """Yield what is on the disk at this moment, as it is found when the power is back."""
        copy = self._image.with_name("after.img")
        shutil.copyfile(self._image, copy)
        folder = self._image.with_name("after")
        with _mounted("-o", "loop,rw", copy, folder):
            yield folder
        copy.unlink()


@contextlib.contextmanager
def _mounted(*arguments: str | Path) -> Iterator[None]:
    """Mount with these arguments, of which the last is the folder, during the block."""
    *_, folder = map(Path, arguments)
    folder.mkdir(exist_ok=True)
    mount = ["mount", *arguments]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("may not mount a file system here")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


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
