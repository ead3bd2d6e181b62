"""Two processes and one data folder: the second is refused, and a crash leaves no lock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from addon.errors import DataFolderInUse
from addon.store.folder_lock import NAME, locked
from tests.live.process import Child

HOLD = """
import sys, time
from pathlib import Path
from addon.store.folder_lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[Child]:
    child = Child(["-c", HOLD, str(folder)])
    try:
        child.wait_for("held")
        yield child
    finally:
        child.kill()


def test_a_folder_held_by_another_process_is_refused_with_the_holders_name(tmp_path: Path) -> None:
    with (
        held_elsewhere(tmp_path) as child,
        pytest.raises(DataFolderInUse) as raised,
        locked(tmp_path),
    ):
        pytest.fail("held twice")
    assert raised.value.path == tmp_path
    assert raised.value.holder.startswith(f"process {child.pid} on ")


def test_a_crash_releases_the_folder(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path) as child:
        child.kill()
        with locked(tmp_path):
            assert (tmp_path / NAME).read_text("utf-8").startswith(f"process {os.getpid()} on ")


def test_a_process_cannot_hold_a_folder_twice(tmp_path: Path) -> None:
    with locked(tmp_path):
        with pytest.raises(DataFolderInUse), locked(tmp_path):
            pytest.fail("held twice")
        with pytest.raises(DataFolderInUse), locked(tmp_path):
            pytest.fail("the refused one has freed it")
    with locked(tmp_path):
        pass


STOP = HOLD.replace(
    "with locked(Path(sys.argv[1])):", "with locked(Path(sys.argv[1])) as stopping:\n    stopping()"
).replace("600", "2")


def test_only_a_stopping_holder_is_waited_for(tmp_path: Path) -> None:
    child = Child(["-c", STOP, str(tmp_path)])
    child.wait_for("held")
    with pytest.raises(DataFolderInUse) as raised, locked(tmp_path):
        pytest.fail("held twice")
    assert raised.value.holder.endswith(", which is stopping")
    with locked(tmp_path, patience=60):
        assert "stopping" not in (tmp_path / NAME).read_text("utf-8").partition("\n")[0]
    child.kill()
