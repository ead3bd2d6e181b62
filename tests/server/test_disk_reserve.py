from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from addon.server.disk_reserve import DiskReserve, NoRoom
from addon.server.spool import Spool

MIB = 1024 * 1024


class Disk:
    """Stands for the system's answer about a disk of 100 GiB."""

    def __init__(self, free: int) -> None:
        self.free = free

    def __call__(self, _folder: Path) -> SimpleNamespace:
        return SimpleNamespace(free=self.free, total=100 * 1024 * MIB)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk(300 * MIB)
    monkeypatch.setattr("addon.server.disk_reserve.shutil.disk_usage", made)
    return made


def test_what_would_use_the_reserve_is_refused(tmp_path: Path, disk: Disk) -> None:
    reserve = DiskReserve(tmp_path, 256 * MIB)
    reserve.require(44 * MIB)
    with pytest.raises(NoRoom, match="nearly full: 300 MiB are left"):
        reserve.require(45 * MIB)
    disk.free = 255 * MIB
    with pytest.raises(NoRoom):
        reserve.require()
    DiskReserve(tmp_path, 0).require(255 * MIB)


def test_a_small_disk_keeps_a_twentieth(tmp_path: Path) -> None:
    total = shutil.disk_usage(tmp_path).total
    free = shutil.disk_usage(tmp_path).free
    reserve = DiskReserve(tmp_path, 1 << 60)
    if free > total // 10:
        reserve.require()
    with pytest.raises(NoRoom):
        reserve.require(free)


def test_a_disk_that_fills_up_meanwhile_ends_what_is_received(tmp_path: Path, disk: Disk) -> None:
    def blocks() -> Iterator[bytes]:
        while True:
            yield bytes(MIB)
            disk.free -= MIB

    received: list[int] = []
    with pytest.raises(NoRoom):
        received.extend(map(len, DiskReserve(tmp_path, 256 * MIB).guard(blocks())))
    assert 44 <= len(received) <= 56


def test_bodies_of_unknown_senders_leave_the_reserve_alone_too(tmp_path: Path, disk: Disk) -> None:
    spool = Spool(tmp_path, 1 << 40, DiskReserve(tmp_path, 256 * MIB))
    disk.free = 0
    with spool.file(1 << 40) as file:
        file.write(bytes(MIB // 2))  # what is small is still received
        with pytest.raises(NoRoom):
            file.write(bytes(MIB))


def test_where_free_space_is_unknown_nothing_is_refused(tmp_path: Path) -> None:
    DiskReserve(tmp_path / "none", 256 * MIB).require()
