"""A backup is restored: desktop, phone and the desktop's server all have it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from addon.store.transfer.backup_files import list_backups
from addon.store.transfer.packing import pack

from ..clients import Choice, Client, Outcome
from ..content import add_note, edit, front, scalar, some_note
from ..snapshot import assert_same
from .test_structure import add_field
from .world import PHONES, World, has


@pytest.fixture
def phone(world: World) -> Client:
    """In step with the store, as the desktop is."""
    world.pair()
    phone = Client(world.root / "phone")
    world._made.append(phone)
    world.log_in(phone)
    assert phone.sync() is Outcome.FULL_DOWNLOAD
    return phone


def backed_up(world: World) -> str:
    made = world.lan.upkeep.back_up(PHONES.name)
    assert made is not None
    package: Path | None = pack(made)
    assert package is not None
    return package.stem


def all_the_same(world: World, phone: Client, asked: Outcome = Outcome.NO_CHANGES) -> None:
    """The phone downloads, the desktop syncs with its server, and a second desktop there has it."""
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert world.desktop.sync(Choice.UPLOAD) is asked
    elsewhere = world.client(f"elsewhere {len(world._made)}")
    assert elsewhere.sync() is Outcome.FULL_DOWNLOAD
    for client in (phone, elsewhere):
        assert _content(client) == _content(world.desktop)
    assert phone.sync() is Outcome.NO_CHANGES
    assert not world.bridge().to_store
    assert_same(world.newcomer(), phone)


def _content(client: Client) -> object:
    assert client.col.db is not None
    return (
        client.col.db.all("select id, mid, flds, tags from notes order by id"),
        client.col.db.all("select id, nid, did, ord, due, ivl, reps from cards order by id"),
        sorted(deck.name for deck in client.col.decks.all_names_and_ids()),
    )


def test_what_was_changed_deleted_and_added_is_as_before_everywhere(
    world: World, phone: Client
) -> None:
    before = _content(world.desktop)
    name = backed_up(world)
    note, other = world.desktop.col.find_notes("")[:2]
    edit(world.desktop, note, "garbage")
    phone.col.remove_notes([other])
    added = add_note(phone, "by mistake")
    phone.sync()
    world.bridge()
    world.desktop.sync()
    assert _content(world.desktop) != before
    undone = world.lan.upkeep.restore(PHONES.name, name)
    assert undone is not None
    world.bridge()
    assert _content(world.desktop) == before
    assert not has(world.desktop, added)
    all_the_same(world, phone)
    assert _content(phone) == before
    # and the restoring itself is undone
    world.lan.upkeep.restore(PHONES.name, undone.backup.stem)
    world.bridge()
    all_the_same(world, phone)
    assert front(phone, note) == "garbage"
    assert not has(phone, other)
    assert has(phone, added)


def test_a_large_loss_is_undone_without_a_question(world: World, phone: Client) -> None:
    for number in range(40):
        add_note(world.desktop, f"note {number}")
    world.bridge()
    before = _content(world.desktop)
    name = backed_up(world)
    phone.sync()
    phone.col.remove_notes(list(phone.col.find_notes(""))[1:])
    phone.sync()
    world.bridge()
    assert world.desktop.col.note_count() == 1
    world.lan.upkeep.restore(PHONES.name, name)
    world.bridge()
    all_the_same(world, phone)
    assert _content(phone) == before


def test_the_desktop_is_backed_up_before_it_gets_a_backup(world: World, phone: Client) -> None:
    name = backed_up(world)
    edit(world.desktop, some_note(world.desktop), "never synced")
    world.lan.upkeep.restore(PHONES.name, name)
    world.bridge()
    reasons = [backup.reason for backup in list_backups(world.folder)]
    assert reasons.count("desktop") == 1
    all_the_same(world, phone)


def test_after_the_restored_backup_changes_are_merged_as_before(
    world: World, phone: Client
) -> None:
    name = backed_up(world)
    world.lan.upkeep.restore(PHONES.name, name)
    world.bridge()
    here = add_note(world.desktop, "on the desktop")
    world.bridge()
    assert has(world.desktop, here)
    all_the_same(world, phone)
    there = add_note(phone, "on the phone")
    phone.sync()
    world.bridge()
    assert has(world.desktop, there)
    assert has(phone, here)


def test_a_backup_with_another_structure_asks_the_desktops_server(
    world: World, phone: Client
) -> None:
    name = backed_up(world)
    add_field(world.desktop, "Mine")
    world.desktop.sync(Choice.UPLOAD)
    world.bridge()
    assert "\x1f" in str(scalar(world.desktop, "select flds from notes limit 1"))
    world.lan.upkeep.restore(PHONES.name, name)
    world.bridge()
    all_the_same(world, phone, asked=Outcome.FULL_SYNC)
