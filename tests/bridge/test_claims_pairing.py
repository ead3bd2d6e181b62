"""The first merge of a desktop and a store, and merges with the wrong one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from addon.bridge import Answer, Bridge, BridgeProblem, Deferred, QuestionKind
from addon.store.collection.collection import Collection
from tests.live.clients import Choice, Client
from tests.live.clients import Outcome as Synced
from tests.live.content import add_note, edit, fill, front, note_type, run, scalar, some_note

from .test_claims import at, has_note, remove
from .world import World, comparable


@pytest.fixture
def used(fresh: World) -> World:
    """Return a store that a phone has filled, and a desktop with cards of its own."""
    phone = fresh.blank_phone()
    fill(phone)
    add_note(phone, "only on the phone")
    phone.sync()
    add_note(fresh.desktop, "only on the desktop")
    return fresh


def words(client: Client) -> set[str]:
    return {str(row[0]).split("\x1f")[0] for row in client.col.db.all("select flds from notes")}  # type: ignore[union-attr]


def test_the_store_keeps_the_servers_usns_and_its_own_schema_stamp(
    linked: World,
) -> None:
    # pending before it was paired
    with closing(Collection(linked.folder.collection)) as store:
        stamps = store.stamps()
        highest = store.db.execute("select max(usn) from notes").fetchone()[0]
    assert stamps.scm != scalar(linked.desktop, "select scm from col")
    assert stamps.mod != scalar(linked.desktop, "select mod from col")
    assert highest < 2**29 < stamps.usn


def test_rows_pending_at_pairing_stay_pending(linked: World) -> None:
    fresh_store = Bridge(type(linked.folder)(linked.folder.root.parent / "another"))
    note = add_note(linked.desktop, "waits")
    remove(linked.desktop, some_note(linked.desktop))
    assert fresh_store.merge(linked.desktop.col).paired
    assert not fresh_store.merge(linked.desktop.col).to_store
    assert scalar(linked.desktop, "select usn from notes where id = ?", note) == -1
    with closing(sqlite3.connect(fresh_store.folder.collection)) as db:
        (usn,) = db.execute("select usn from notes where id = ?", (note,)).fetchone()
        assert usn >= 2**29
        assert db.execute("select count() from graves where usn >= ?", (2**29,)).fetchone()[0]


def test_two_sides_with_cards_raise_a_question(used: World) -> None:
    outcome = used.merge()
    assert outcome.question is not None
    assert outcome.question.kind is QuestionKind.PAIRING
    assert outcome.question.collection.cards > 0
    assert outcome.question.only_store > 0
    assert used.into_store().deferred is Deferred.NOT_PAIRED


def test_the_store_can_be_made_from_the_desktop(used: World) -> None:
    outcome = used.merge(Answer.COLLECTION)
    assert outcome.paired
    assert [path.exists() for path in outcome.backups] == [True]
    used.phone.sync(Choice.DOWNLOAD)
    assert "only on the phone" not in words(used.phone)
    used.converge()


def test_the_desktop_can_take_the_store(used: World) -> None:
    models = used.desktop.col.models
    kind = models.copy(note_type(used.desktop, "Basic"), add=False)
    kind["name"] = "only the desktop has it"
    models.add_dict(kind)
    reviews = scalar(used.desktop, "select count() from revlog")
    assert reviews
    outcome = used.merge(Answer.STORE)
    assert outcome.paired
    assert len(outcome.backups) == 1
    assert words(used.desktop) == words(used.phone)
    assert "only on the desktop" not in words(used.desktop)
    used.converge()
    # what leaves no grave stays, and the other side gets it
    assert note_type(used.phone, "only the desktop has it")
    assert scalar(used.phone, "select count() from revlog") >= reviews


def test_both_can_be_united(used: World) -> None:
    assert used.merge(Answer.BOTH).paired
    used.converge()
    assert {"only on the desktop", "only on the phone"} <= words(used.phone)


def test_an_empty_desktop_takes_the_store_without_a_question(fresh: World, tmp_path: Path) -> None:
    phone = fresh.blank_phone()
    add_note(phone, "of the phone")
    phone.sync()
    empty = Client(tmp_path / "empty")
    try:
        outcome = fresh.bridge.merge(empty.col)
        assert outcome.question is None or outcome.question.collection.cards == 0
        fresh.bridge.merge(empty.col, Answer.BOTH)
        assert words(empty) == {"of the phone"}
    finally:
        empty.close()


def test_a_lost_state_is_rebuilt_if_both_sides_are_equal(world: World) -> None:
    world.folder.bridge.unlink()
    edit(world.desktop, some_note(world.desktop), "changed meanwhile", at=at(3))
    assert world.merge().question is None
    world.converge()
    assert front(world.phone, some_note(world.phone)) == "changed meanwhile"


def test_a_lost_state_raises_a_question_if_the_cards_differ(world: World) -> None:
    world.folder.bridge.unlink()
    add_note(world.desktop, "meanwhile")
    outcome = world.merge()
    assert outcome.question is not None
    assert outcome.question.kind is QuestionKind.PAIRING
    world.merge(Answer.BOTH)
    world.converge()


def test_an_older_state_loses_nothing(world: World) -> None:
    path = world.folder.bridge
    copy = path.with_name("older")
    waiting = add_note(world.desktop, "waits")
    world.sync_all()
    shutil.copyfile(path, copy)
    edit(world.desktop, waiting, "changed here", at=at(3))
    new = add_note(world.phone, "of the phone")
    world.phone.sync()
    world.sync_all()
    shutil.copyfile(copy, path)
    world.converge()
    assert front(world.phone, waiting) == "changed here"
    assert has_note(world.desktop, new)


def test_another_profile_is_not_merged_without_asking(world: World, tmp_path: Path) -> None:
    other = Client(tmp_path / "other profile")
    try:
        fill(other)
        outcome = world.bridge.merge(other.col)
        assert outcome.question is not None
        assert outcome.question.kind is QuestionKind.PAIRING
        assert world.bridge.into_store(other.col).deferred is Deferred.NOT_PAIRED
    finally:
        other.close()
    world.converge()


def test_a_renamed_profile_is_the_same(world: World) -> None:
    world.desktop.close()
    folder = world.desktop.path.parent
    renamed = folder.with_name("renamed")
    folder.rename(renamed)
    desktop = Client(renamed)
    edit(desktop, some_note(desktop), "after the renaming")
    world.desktop = desktop
    assert world.merge().question is None
    world.converge()


def test_a_newer_state_is_left_alone(world: World) -> None:
    with closing(sqlite3.connect(world.folder.bridge)) as db, db:
        db.execute("update state set value = '99' where name = 'version'")
    with pytest.raises(Exception, match="newer version of LAN Sync"):
        world.merge()


def test_a_damaged_store_is_reported(world: World) -> None:
    world.folder.collection.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    with pytest.raises(BridgeProblem, match="damaged") as raised:
        world.merge()
    assert "\n" not in str(raised.value)
    add_note(world.desktop, "the desktop works on")


def test_a_damaged_state_is_set_aside_and_rebuilt(world: World) -> None:
    path = world.folder.bridge
    path.write_bytes(b"no database" * 1000)
    edit(world.desktop, some_note(world.desktop), "changed meanwhile", at=at(3))
    assert world.merge().question is None
    assert path.with_name("bridge.db.damaged").exists()
    world.converge()
    assert front(world.phone, some_note(world.phone)) == "changed meanwhile"


def test_an_emptied_state_is_rebuilt_without_a_question(world: World) -> None:
    world.folder.bridge.write_bytes(b"")
    edit(world.phone, some_note(world.phone), "of the phone", at=at(3))
    assert world.phone.sync() is Synced.NO_CHANGES
    assert world.merge().question is None
    world.converge()
    assert front(world.desktop, some_note(world.desktop)) == "of the phone"


def test_an_emptied_store_is_made_again_and_its_phones_download(world: World) -> None:
    note = add_note(world.desktop, "of the desktop")
    for path in world.folder.root.glob("collection.anki2*"):
        path.write_bytes(b"")
    outcome = world.merge()
    assert outcome.question is None
    assert outcome.paired
    world.phone.sync(Choice.DOWNLOAD)
    world.converge()
    assert has_note(world.phone, note)


def test_a_store_in_use_is_left_alone(world: World) -> None:
    add_note(world.desktop, "later")
    with closing(Collection(world.folder.collection)) as busy:
        busy.begin()
        with pytest.raises(BridgeProblem, match="in use"):
            world.merge()
    world.converge()


def test_a_collection_that_no_phone_could_read_is_reported(world: World) -> None:
    run(world.desktop, "update cards set type = 77, usn = -1")
    run(world.desktop, "update col set mod = mod + 1")
    with pytest.raises(BridgeProblem, match="Check Database"):
        world.merge()
    world.desktop.col.fix_integrity()


def test_the_first_phone_is_served_before_anything_is_paired(fresh: World) -> None:
    phone = fresh.blank_phone()
    assert phone.sync() in (Synced.NO_CHANGES, Synced.FULL_UPLOAD, Synced.FULL_DOWNLOAD)
    assert fresh.merge().question is None
    assert comparable(fresh.desktop)
