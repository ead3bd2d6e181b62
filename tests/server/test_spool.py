from __future__ import annotations

from pathlib import Path

import pytest

from addon.protocol.faults import TooLarge, Unavailable
from addon.server.disk_reserve import DiskReserve
from addon.server.spool import Spool

MIB = 1024 * 1024
ROOM = DiskReserve(Path(), 0)


def test_a_spooled_body_can_be_read_many_times(tmp_path: Path) -> None:
    with Spool(tmp_path / "made", 10 * MIB, ROOM).file(10 * MIB) as file:
        for number in range(20):
            file.write(bytes([number]) * 100_000)
        expected = b"".join(bytes([number]) * 100_000 for number in range(20))
        for size in (1000, 10 * MIB):
            assert b"".join(file.blocks(size)) == expected


def test_a_file_has_a_limit_of_its_own(tmp_path: Path) -> None:
    with Spool(tmp_path, 10 * MIB, ROOM).file(MIB) as file:
        file.write(b"x" * MIB)
        with pytest.raises(TooLarge):
            file.write(b"x")


def test_all_files_share_a_limit_until_they_are_gone(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 3 * MIB, ROOM)
    with spool.file(3 * MIB) as one:
        one.write(b"x" * (2 * MIB))
        with spool.file(3 * MIB) as other:
            other.write(b"x" * MIB)
            with pytest.raises(Unavailable):
                other.write(b"x")
    with spool.file(3 * MIB) as file:
        file.write(b"x" * (3 * MIB))
