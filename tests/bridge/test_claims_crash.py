"""A merge interrupted between its commits, and how the next one recovers."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from anki.notes import NoteId

from addon.bridge.desktop import Desktop
from addon.bridge.writer import Writer
from tests.live.content import add_note, edit, flag, front, scalar, some_card, some_note

from .test_claims import at, has_note, remove, undo
from .world import World


class Interrupted(Exception):
    """The power went."""


def interrupt_before(monkeypatch: pytest.MonkeyPatch, where: type, what: str) -> None:
    def interrupt(*_arguments: object, **_named: object) -> None:
        raise Interrupted

    monkeypatch.setattr(where, what, interrupt)


def crash(world: World, monkeypatch: pytest.MonkeyPatch, where: type, what: str) -> None:
    with monkeypatch.context() as patch:
        interrupt_before(patch, where, what)
        with pytest.raises(Interrupted):
            world.merge()
    world.desktop.reopen()


def changes_of_a_phone(world: World) -> NoteId:
    note = add_note(world.phone, "of the phone", to="Phone::Deck", tags=["of_phone"])
    edit(world.phone, some_note(world.phone), "edited on the phone", at=at(-5))
    remove(world.phone, world.phone.col.find_notes("both ways")[0])
    world.phone.sync()
    return note


@pytest.mark.parametrize(
    ("where", "what"),
    [
        pytest.param(Desktop, "transact", id="before the collection"),
        pytest.param(Writer, "_write_store", id="after the collection"),
        pytest.param(Writer, "_finish", id="before the last commit"),
    ],
)
def test_the_next_merge_recovers_from_a_crash(
    world: World, monkeypatch: pytest.MonkeyPatch, where: type, what: str
) -> None:
    note = changes_of_a_phone(world)
    mine = add_note(world.desktop, "of the desktop")
    crash(world, monkeypatch, where, what)
    world.converge()
    for client in (world.desktop, world.phone):
        assert has_note(client, note)
        assert has_note(client, mine)


def test_a_merged_row_edited_after_a_crash_counts_as_edited(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = some_card(world.desktop)
    flag(world.phone, card, 1, at=at(-100))
    edit(world.phone, some_note(world.phone), "edited on the phone")
    world.phone.sync()
    crash(world, monkeypatch, Writer, "_finish")
    assert scalar(world.desktop, "select flags from cards where id = ?", card) == 1
    flag(world.desktop, card, 2, at=at(-100))  # a flag leaves the time alone
    world.converge()
    assert scalar(world.phone, "select flags from cards where id = ?", card) == 2


def test_a_crash_after_a_crash_changes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = changes_of_a_phone(world)
    for what in ("_finish", "_finish", "_write_store"):
        crash(world, monkeypatch, Writer, what)
    world.converge()
    assert has_note(world.desktop, note)


def test_a_deletion_undone_after_a_crash_stays_undone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = some_note(world.phone)
    remove(world.phone, note)
    world.phone.sync()
    crash(world, monkeypatch, Writer, "_finish")
    assert not has_note(world.desktop, note)
    world.converge()
    assert not has_note(world.phone, note)


def test_a_deletion_counts_though_an_undo_before_it_was_never_merged(linked: World) -> None:
    kept, gone = linked.desktop.col.find_notes("")[:2]
    edit(linked.desktop, kept, "undone again")
    linked.into_store()
    linked.desktop.col.undo()
    remove(linked.desktop, gone)
    linked.desktop.reopen()  # as after a crash of Anki
    linked.converge()
    assert not has_note(linked.desktop, gone)
    assert not has_note(linked.phone, gone)
    assert has_note(linked.phone, kept)


def test_ties_after_a_crash_reach_the_phone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    note, second = some_note(world.desktop), at(-50)
    edit(world.desktop, note, "desktop", at=second)
    edit(world.phone, note, "phone", at=second)
    world.phone.sync()
    crash(world, monkeypatch, Writer, "_finish")
    world.converge()
    assert front(world.phone, note) == "phone"
    assert scalar(world.phone, "select mod from notes where id = ?", note) == second + 1


def test_a_failed_write_to_the_desktop_is_rolled_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes_of_a_phone(world)
    before = [tuple(row) for row in world.desktop.col.db.all("select * from notes")]  # type: ignore[union-attr]
    with monkeypatch.context() as patch:
        interrupt_before(patch, Desktop, "touch")
        with pytest.raises(Interrupted):
            world.merge()
    assert [tuple(row) for row in world.desktop.col.db.all("select * from notes")] == before  # type: ignore[union-attr]
    world.converge()


def test_a_merge_recovers_after_the_desktop_has_synced(
    linked: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = changes_of_a_phone(linked)
    crash(linked, monkeypatch, Writer, "_finish")
    linked.desktop.sync()
    edit(linked.desktop, note, "and once more", at=at(5))
    linked.converge()
    assert front(linked.phone, note) == "and once more"


def test_a_state_in_wal_mode_is_committed_with_the_store_again(
    world: World,
) -> None:
    with closing(sqlite3.connect(world.folder.bridge)) as db:
        assert db.execute("pragma journal_mode = wal").fetchone() == ("wal",)
    changes_of_a_phone(world)
    world.converge()
    with closing(sqlite3.connect(world.folder.bridge)) as db:
        assert db.execute("pragma journal_mode").fetchone() == ("delete",)


def test_a_deletion_undone_just_before_a_crash_stays_undone(world: World) -> None:
    """The collection then looks like an older copy, in which the deletion would win."""
    note = some_note(world.desktop)
    remove(world.desktop, note)
    world.merge()
    undo(world.desktop)
    world.desktop.reopen()
    world.converge()
    assert has_note(world.phone, note)
    assert has_note(world.desktop, note)


def test_a_deletion_whose_undo_a_merge_left_for_the_store_stays_undone(linked: World) -> None:
    note = some_note(linked.desktop)
    remove(linked.desktop, note)
    linked.merge()
    undo(linked.desktop)
    assert linked.bridge.into_collection(linked.desktop.col).left
    linked.desktop.reopen()
    linked.converge()
    assert has_note(linked.desktop, note)
    assert has_note(linked.phone, note)


def test_a_deck_that_returns_is_kept_though_its_name_was_taken_before_a_crash(
    linked: World,
) -> None:
    note = add_note(linked.desktop, "returns", to="Mine")
    linked.converge()
    deck = linked.desktop.col.decks.id("Mine")
    assert deck is not None
    linked.desktop.col.decks.remove([deck])
    linked.merge()
    linked.phone.sync()
    add_note(linked.phone, "of the phone", to="Mine")
    linked.phone.sync()
    undo(linked.desktop)
    assert linked.into_store().left  # only Anki can rename the deck
    linked.desktop.reopen()
    linked.converge()
    for client in (linked.desktop, linked.phone):
        cards = client.col.card_ids_of_note(note)
        assert [client.col.get_card(card).did for card in cards] == [deck]
    names = {each.name for each in linked.phone.col.decks.all_names_and_ids()}
    assert {"Mine", "Mine+"} <= names
