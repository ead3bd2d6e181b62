"""A later, forced upload of a phone that was in step: nothing is deleted because it is missing."""

from __future__ import annotations

import shutil
import time

import pytest

from addon.server.events import Placed

from ..clients import Choice, Client, Outcome
from ..content import (
    add_note,
    add_note_type,
    deck,
    edit,
    flag,
    front,
    note_type,
    review,
    run,
    scalar,
    some_note,
)
from ..snapshot import assert_same
from .world import World, has, settled


@pytest.fixture
def pair(world: World) -> tuple[Client, Client]:
    """Two phones that have downloaded the store and synced with it."""
    phones = world.phone("one"), world.phone("other")
    world.pair()
    for phone in phones:
        world.log_in(phone)
        assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    return phones


def force_upload(world: World, phone: Client) -> Placed:
    phone.col.mod_schema(check=False)
    return world.upload(phone)


def test_what_the_phone_deleted_comes_back_and_all_that_was_done_is_kept(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, other = pair
    deleted = some_note(one)
    theirs = add_note(other, "from the other", to="Their deck")
    reviewed = review(other, 1, "Sprache::Ä")[0]
    assert other.sync() is Outcome.NO_CHANGES
    one.col.remove_notes([deleted])
    one.col.decks.remove([deck(one, "Other")])
    mine = add_note(one, "mine")
    assert force_upload(world, one) is Placed.UNITED
    store = settled(world, one)
    for note in (deleted, theirs, mine):
        assert has(store, note)
    assert "Other" in [d.name for d in store.col.decks.all_names_and_ids()]
    assert scalar(store, "select reps from cards where id = ?", reviewed) == 1
    assert other.sync() is Outcome.NO_CHANGES
    assert_same(other, world.newcomer())
    one.col.remove_notes([deleted])
    assert one.sync() is Outcome.NO_CHANGES
    assert not has(world.newcomer(), deleted), "deleted again, in a sync, it stays away"


def test_changes_of_the_phone_alone_win_whatever_its_clock_says(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, _other = pair
    note = some_note(one)
    edit(one, note, "with a slow clock", at=1_000_000_000)
    assert force_upload(world, one) is Placed.UNITED
    assert front(settled(world, one), note) == "with a slow clock"


def test_a_flag_that_another_phone_set_since_is_kept(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, other = pair
    card = other.col.find_cards("")[0]
    flag(other, card, 2)
    assert other.sync() is Outcome.NO_CHANGES
    assert force_upload(world, one) is Placed.UNITED
    assert scalar(settled(world, one), "select flags from cards where id = ?", card) == 2


def test_what_another_phone_deleted_since_stays_deleted(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, other = pair
    deleted = some_note(one)
    other.col.remove_notes([deleted])
    assert other.sync() is Outcome.NO_CHANGES
    assert force_upload(world, one) is Placed.UNITED
    assert not has(settled(world, one), deleted)


def test_what_the_phone_deleted_and_then_brought_back_stays(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, _other = pair
    note = some_note(one)
    rows = {
        table: one.col.db.all(f"select * from {table} where {id} = ?", note)  # type: ignore[union-attr]
        for table, id in (("notes", "id"), ("cards", "nid"))
    }
    one.col.remove_notes([note])
    assert one.sync() is Outcome.NO_CHANGES
    for table, found in rows.items():  # as an import does
        for row in found:
            run(one, f"insert into {table} values ({', '.join('?' * len(row))})", *row)
        run(one, f"update {table} set usn = -1 where {'n' * (table == 'cards')}id = ?", note)
    one.col.set_config("imported", True)
    assert force_upload(world, one) is Placed.UNITED
    assert has(settled(world, one), note)


def test_the_newer_configuration_wins(world: World, pair: tuple[Client, Client]) -> None:
    one, _other = pair
    one.col.set_config("chosen", "one")
    assert force_upload(world, one) is Placed.UNITED
    assert settled(world, one).col.get_config("chosen") == "one"


def remove_field(client: Client, type: str, number: int) -> None:
    kind = note_type(client, type)
    client.col.models.remove_field(kind, kind["flds"][number])
    client.col.models.update_dict(kind)


def field_names(client: Client, type: str) -> list[str]:
    return [field["name"] for field in note_type(client, type)["flds"]]


def test_a_new_structure_replaces_what_the_phone_knew_and_nothing_newer(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, other = pair
    deleted, edited = sorted(other.col.find_notes(""))[:2]
    theirs = add_note(other, "from the other", to="Their deck::below")
    edit(other, edited, "edited by the other", at=int(time.time()) + 60)
    other.col.remove_notes([deleted])
    assert other.sync() is Outcome.NO_CHANGES
    before = world.folder.collection.read_bytes()
    mine = add_note(one, "mine")
    basic = note_type(one, "Basic")
    one.col.models.add_field(basic, one.col.models.new_field("More"))
    one.col.models.update_dict(basic)
    assert world.upload(one) is Placed.RESTRUCTURED
    assert before in [p.read_bytes() for p in world.folder.backups.glob("collection-*.anki2")]
    store = settled(world, one)
    assert field_names(store, "Basic") == ["Front", "Back", "More"]
    assert has(store, mine)
    assert has(store, theirs)
    assert not has(store, deleted)
    assert front(store, edited) == "edited by the other"
    assert other.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert_same(other, world.newcomer())
    world.bridge()
    assert has(world.desktop, theirs)
    assert has(world.desktop, mine)


def test_a_note_that_does_not_fit_the_new_structure_keeps_all_its_fields(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, other = pair
    theirs = add_note(other, "from the other")
    note = other.col.get_note(theirs)
    note.fields[1] = "what the field held"
    other.col.update_note(note)
    assert other.sync() is Outcome.NO_CHANGES
    remove_field(one, "Basic", 1)
    assert world.upload(one) is Placed.RESTRUCTURED
    store = settled(world, one)
    assert field_names(store, "Basic") == ["Front"]
    assert store.col.get_note(theirs).fields == ["from the other", "what the field held"]


def test_a_new_note_type_is_not_a_change_of_structure(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, other = pair
    for phone in (one, other):
        add_note_type(phone, phone.name)
    assert other.sync() is Outcome.NO_CHANGES
    assert force_upload(world, one) is Placed.UNITED
    store = settled(world, one)
    assert note_type(store, "one")
    assert note_type(store, "other")


def test_no_phone_is_in_step_with_a_new_store(world: World, pair: tuple[Client, Client]) -> None:
    one, _other = pair
    deleted = some_note(one)
    world.pair()
    one.col.remove_notes([deleted])
    assert force_upload(world, one) is Placed.UNITED
    assert has(settled(world, one), deleted)


def test_a_phone_that_knows_what_the_store_has_lost_is_not_in_step(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, _other = pair
    older = world.root / "older"
    shutil.copy2(world.folder.collection, older)
    deleted = some_note(one)
    mine = add_note(one, "synced, then lost here")
    assert one.sync() is Outcome.NO_CHANGES
    shutil.copy2(older, world.folder.collection)
    one.col.remove_notes([deleted])
    assert force_upload(world, one) is Placed.UNITED
    store = settled(world, one)
    assert has(store, mine)
    assert has(store, deleted)


def test_a_phone_restored_from_a_backup_is_not_in_step(
    world: World, pair: tuple[Client, Client]
) -> None:
    one, _other = pair
    one.close()
    older = world.root / "older"
    shutil.copy2(one.path, older)
    one.reopen()
    mine = add_note(one, "added and synced")
    assert one.sync() is Outcome.NO_CHANGES
    one.close()
    shutil.copy2(older, one.path)
    one.reopen()
    assert force_upload(world, one) is Placed.UNITED
    assert has(settled(world, one), mine)
