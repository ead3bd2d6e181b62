"""A disk that fills up at any step, or is read-only: nothing is left half done, and the next merge
works."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.bridge import Bridge, BridgeProblem
from addon.store.paths import UserFolder
from addon.store.transfer.stored import open_stored
from tests.live.clients import Client
from tests.live.content import add_note, edit, fill, some_note

from ..disks import filled, mounted, read_only

LEFT = (0, 8192, 32768, 65536, 131072, 262144, 2**21)  # bytes, from nothing to enough


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", kib=8192) as folder:
        yield folder


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Client]:
    client = Client(tmp_path / "desktop")
    fill(client)
    yield client
    client.close()


def stored_notes(folder: UserFolder) -> set[tuple[object, ...]]:
    with closing(open_stored(folder)) as collection:
        return set(collection.db.execute("select id, mod, flds from notes"))


def notes(client: Client) -> set[tuple[object, ...]]:
    return {tuple(row) for row in client.col.db.all("select id, mod, flds from notes")}  # type: ignore[union-attr]


class Full(Exception):
    """A merge reported that the disk is full."""


@contextlib.contextmanager
def reported_in_one_sentence() -> Iterator[None]:
    try:
        yield
    except BridgeProblem as problem:
        if "is full" not in str(problem) or "\n" in str(problem):
            raise
        raise Full from problem


def try_to_merge(bridge: Bridge, desktop: Client) -> bool:
    """Return whether a merge succeeded; if not, it reported a full disk in one sentence."""
    succeeded = False
    with contextlib.suppress(Full), reported_in_one_sentence():
        bridge.merge(desktop.col)
        succeeded = True
    return succeeded


def test_pairing_on_a_full_disk_leaves_nothing_half_done(disk: Path, desktop: Client) -> None:
    bridge = Bridge(UserFolder(disk / "users" / "me"))
    bridge.folder.create()
    done = []
    for left in LEFT:
        with filled(disk, leaving=left):
            done.append(try_to_merge(bridge, desktop))
        if done[-1]:
            break
        assert not bridge.folder.has_collection
        assert not [path for path in bridge.folder.root.iterdir() if path.name[:1] == "."]
    assert done[0] is False
    bridge.merge(desktop.col)
    assert stored_notes(bridge.folder) == notes(desktop)


def test_a_full_disk_under_the_store_changes_nothing(disk: Path, desktop: Client) -> None:
    bridge = Bridge(UserFolder(disk / "users" / "me"))
    bridge.merge(desktop.col)
    done = []
    for left in LEFT:
        before = stored_notes(bridge.folder)
        for number in range(30):
            add_note(desktop, f"new {left} {number} " + "x" * 2000)
        edit(desktop, some_note(desktop), f"edited with {left} left")
        with filled(disk, leaving=left):
            done.append(try_to_merge(bridge, desktop))
        assert stored_notes(bridge.folder) == (notes(desktop) if done[-1] else before)
    assert done[0] is False
    assert done[-1] is True
    bridge.merge(desktop.col)
    assert stored_notes(bridge.folder) == notes(desktop)


@pytest.mark.parametrize("paired", [True, False])
def test_a_read_only_folder_is_reported_in_one_sentence(
    disk: Path, desktop: Client, paired: bool
) -> None:
    bridge = Bridge(UserFolder(disk / "users" / "me"))
    bridge.folder.create()
    if paired:
        bridge.merge(desktop.col)
    edit(desktop, some_note(desktop), "edited before it is read-only")
    before = notes(desktop)
    with read_only(disk), pytest.raises(BridgeProblem, match=r"(?i)read-?only") as raised:
        bridge.merge(desktop.col)
    assert "\n" not in str(raised.value)
    assert notes(desktop) == before
    bridge.merge(desktop.col)
    assert stored_notes(bridge.folder) == before


def test_a_full_disk_under_the_desktop_changes_nothing(disk: Path, tmp_path: Path) -> None:
    desktop, other = Client(disk / "desktop"), Client(tmp_path / "other")
    try:
        fill(desktop)
        one, two = (Bridge(UserFolder(tmp_path / name)) for name in ("store", "other store"))
        one.merge(desktop.col)
        # the store gets what is new from another collection, as from a phone
        bulk = [add_note(other, f"new {number} " + "x" * 20000) for number in range(60)]
        two.merge(other.col)
        with closing(open_stored(one.folder)) as store, closing(open_stored(two.folder)) as theirs:
            usn = store.stamps().usn
            mid = min(map(int, store.column("models")))
            store.begin()
            for row in theirs.db.execute("select * from notes").fetchall():
                values = (*row[:2], mid, row[3], usn, *row[5:])
                store.db.execute(f"insert into notes values ({','.join('?' * 11)})", values)
            store.finish(0)
        before = notes(desktop)
        with filled(disk), contextlib.suppress(BridgeProblem):
            one.merge(desktop.col)
            pytest.fail("there was enough room")
        assert notes(desktop) == before
        one.merge(desktop.col)
        assert {id for id, *_ in notes(desktop)} >= set(bulk)
        assert stored_notes(one.folder) == notes(desktop)
    finally:
        desktop.close()
        other.close()
