from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from addon.store import atomic


class Interrupted(Exception):
    pass


def test_a_finished_block_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with atomic.replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["file"]


def test_a_failed_block_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(Interrupted), atomic.replacing(path) as file:  # noqa: PT012
        file.write(b"new")
        raise Interrupted
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


def test_a_target_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        atomic.write_bytes(tmp_path / "folder", b"new")
    assert os.listdir(tmp_path) == ["folder"]


def test_write_bytes_makes_a_new_file(tmp_path: Path) -> None:
    atomic.write_bytes(tmp_path / "new", b"\0data")
    assert (tmp_path / "new").read_bytes() == b"\0data"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_new_file_has_the_users_default_permissions(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        atomic.write_bytes(tmp_path / "new", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o644


def test_sweep_removes_what_a_killed_writer_left_and_nothing_else(tmp_path: Path) -> None:
    atomic.write_bytes(tmp_path / "file", b"old")
    script = (
        "import os, sys; from pathlib import Path; from addon.store import atomic\n"
        "with atomic.replacing(Path(sys.argv[1])) as file:\n"
        "    file.write(b'new'); file.flush(); os._exit(9)"
    )
    killed = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "file")],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert killed.returncode == 9
    assert len(os.listdir(tmp_path)) == 2
    assert atomic.sweep(tmp_path) == 1
    assert os.listdir(tmp_path) == ["file"]
    assert (tmp_path / "file").read_bytes() == b"old"
    assert atomic.sweep(tmp_path) == 0
