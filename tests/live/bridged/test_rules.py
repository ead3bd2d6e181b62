"""The rules by which a phone's first upload is united with the store, one after the other."""

from __future__ import annotations

import time

import pytest

from addon.server.events import Placed

from ..clients import Choice, Client, Outcome, UnexpectedOneWay
from ..content import (
    add_note,
    add_note_type,
    add_preset,
    deck,
    edit,
    flag,
    front,
    note_type,
    review,
    run,
    scalar,
    some_card,
    some_note,
)
from ..snapshot import assert_same, differences, snapshot
from .world import World, cards_of, has, settled


def test_both_sides_keep_what_they_added(world: World) -> None:
    phone = world.phone()
    world.pair()
    mine = add_note(phone, "from the phone", to="Phone deck", tags=["phone"])
    review(phone, 1)
    there = add_note(world.desktop, "from the desktop", to="Desktop deck", tags=["desktop"])
    review(world.desktop, 1, "Sprache::Ä")
    world.pair()
    world.log_in(phone)
    assert world.upload(phone) is Placed.UNITED
    store = settled(world, phone)
    assert has(store, mine)
    assert has(store, there)
    assert has(phone, there)
    assert scalar(store, "select count() from revlog") == 4


def test_the_stored_collection_is_kept_first(world: World) -> None:
    phone = world.phone()
    world.pair()
    add_note(phone, "new")
    before = world.folder.collection.read_bytes()
    world.log_in(phone)
    world.upload(phone)
    kept = sorted(world.folder.backups.glob("collection-*.anki2"))
    assert [path.read_bytes() for path in kept] == [before]


def test_what_the_phone_deleted_comes_back(world: World) -> None:
    phone = world.phone()
    world.pair()
    deleted = some_note(phone)
    phone.col.remove_notes([deleted])
    world.log_in(phone)
    world.upload(phone)
    assert has(settled(world, phone), deleted)


def test_a_deletion_here_wins_over_a_later_edit(world: World) -> None:
    phone = world.phone()
    deleted = some_note(world.desktop)
    world.desktop.col.remove_notes([deleted])
    world.pair()
    edit(phone, deleted, "edited", at=int(time.time()) + 100)
    world.log_in(phone)
    world.upload(phone)
    store = settled(world, phone)
    assert not has(store, deleted)
    assert not scalar(store, "select count() from cards where nid = ?", deleted)


def test_what_the_past_server_brought_back_stays(world: World) -> None:
    deleted = some_note(world.desktop)
    row = scalar(world.desktop, "select flds from notes where id = ?", deleted)
    other = world.phone("other")
    world.desktop.col.remove_notes([deleted])
    assert world.desktop.sync() is Outcome.NO_CHANGES
    run(world.desktop, "update graves set usn = 1")
    world.pair()
    # another device undid a deletion of its own: with a number above the grave's
    phone = world.phone()
    assert not has(phone, deleted)
    undone = add_note(other, "anything")
    assert undone
    for table in ("notes", "cards"):
        run(other, f"update {table} set usn = 9 where {'n' * (table == 'cards')}id = ?", deleted)
    world.log_in(other)
    world.upload(other)
    store = settled(world, other)
    assert scalar(store, "select flds from notes where id = ?", deleted) == row


@pytest.mark.parametrize("later", ["desktop", "phone"])
def test_the_newer_edit_wins(world: World, later: str) -> None:
    phone = world.phone()
    note = some_note(phone)
    now = int(time.time())
    edit(world.desktop, note, "desktop", at=now + (later == "desktop"))
    world.pair()
    edit(phone, note, "phone", at=now + (later == "phone"))
    world.log_in(phone)
    world.upload(phone)
    assert front(settled(world, phone), note) == later


def test_a_flag_set_here_survives_although_it_has_no_time(world: World) -> None:
    phone = world.phone()
    card = some_card(phone)
    flag(world.desktop, card, 3)
    world.pair()
    world.log_in(phone)
    world.upload(phone)
    assert scalar(settled(world, phone), "select flags from cards where id = ?", card) == 3


def test_a_flag_set_on_the_phone_survives(world: World) -> None:
    phone = world.phone()
    card = some_card(phone)
    world.pair()
    flag(phone, card, 4)
    world.log_in(phone)
    world.upload(phone)
    assert scalar(settled(world, phone), "select flags from cards where id = ?", card) == 4


def test_a_deleted_deck_comes_back_for_a_card_that_needs_it(world: World) -> None:
    phone = world.phone()
    world.desktop.col.decks.remove([deck(world.desktop, "Other")])
    before = int(time.time())
    world.pair()
    added = add_note(phone, "in a deck that is gone", to="Other")
    world.log_in(phone)
    world.upload(phone)
    store = settled(world, phone)
    back = store.col.decks.by_name("Other")
    assert back is not None
    assert store.col.get_note(added).cards()[0].did == back["id"]
    # with its old time it would lose, on the past server, to a newer version of itself
    assert back["mod"] >= before


def test_a_deleted_deck_comes_back_for_a_deck_below_it(world: World) -> None:
    phone = world.phone()
    world.desktop.col.decks.remove([deck(world.desktop, "Sprache")])
    world.pair()
    added = add_note(phone, "below", to="Sprache::B")
    world.log_in(phone)
    world.upload(phone)
    store = settled(world, phone)
    names = [name for _, name in ((d.id, d.name) for d in store.col.decks.all_names_and_ids())]
    assert "Sprache" in names
    assert "Sprache::Ä" not in names
    assert has(store, added)


def test_a_card_comes_back_when_its_note_would_have_none(world: World) -> None:
    phone = world.phone()
    note = some_note(phone)
    world.pair()
    # the note's number is above its grave's, the card's is not
    usn = scalar(phone, "select usn from col")
    world.desktop.col.remove_notes([note])
    assert world.desktop.sync() is Outcome.NO_CHANGES
    world.pair()
    run(phone, "update notes set usn = ? where id = ?", usn + 5, note)
    world.log_in(phone)
    world.upload(phone)
    store = settled(world, phone)
    assert has(store, note)
    assert cards_of(store, note) == 1


def test_decks_of_one_name_made_on_both_sides_stay_two(world: World) -> None:
    phone = world.phone()
    here = add_note(world.desktop, "desktop", to="Same")
    world.pair()
    mine = add_note(phone, "phone", to="Same")
    world.log_in(phone)
    world.upload(phone)
    store = settled(world, phone)
    decks = {id: store.col.decks.name(store.col.get_note(id).cards()[0].did) for id in (here, mine)}
    assert decks == {here: "Same", mine: "Same+"}


def test_note_types_and_presets_of_both_sides_stay(world: World) -> None:
    phone = world.phone()
    add_note_type(world.desktop, "Same", css="desktop")
    add_preset(world.desktop, "desktop's")
    world.pair()
    add_note_type(phone, "Same", css="phone")
    add_preset(phone, "phone's")
    world.log_in(phone)
    world.upload(phone)
    store = settled(world, phone)
    assert note_type(store, "Same")["css"] == "desktop"
    assert note_type(store, "Same+")["css"] == "phone"
    assert {"desktop's", "phone's"} <= {p["name"] for p in store.col.decks.all_config()}


def test_a_phone_without_common_history_adds_all_it_has(world: World) -> None:
    world.pair()
    unrelated = Client(world.root / "unrelated")
    mine = [add_note(unrelated, f"mine {n}", to="Mine", type="Cloze") for n in range(2)]
    mine.append(add_note(unrelated, "front 0", "the same text as the desktop's"))
    world.log_in(unrelated)
    world.upload(unrelated)
    store = settled(world, unrelated)
    assert all(has(store, id) for id in mine)
    assert scalar(store, "select count() from notes") == 6 + 3
    assert note_type(store, "Basic+")
    unrelated.close()


def test_due_dates_survive_a_different_creation_day(world: World) -> None:
    world.pair()
    unrelated = Client(world.root / "unrelated")
    add_note(unrelated, "mine")
    card = some_card(unrelated)
    run(unrelated, "update col set crt = crt - 86400 * 400")
    run(unrelated, "update cards set type = 2, queue = 2, due = 410, ivl = 30 where id = ?", card)
    unrelated.reopen()
    days = scalar(unrelated, "select due from cards") - unrelated.col.sched.today
    world.log_in(unrelated)
    world.upload(unrelated)
    store = settled(world, unrelated)
    due = scalar(store, "select due from cards where id = ?", card)
    assert due - store.col.sched.today == days
    unrelated.close()


def test_the_local_configuration_wins_and_gains_missing_keys(world: World) -> None:
    phone = world.phone()
    world.desktop.col.set_config("both", "desktop")
    world.pair()
    phone.col.set_config("both", "phone")
    phone.col.set_config("phone", [1])
    world.log_in(phone)
    world.upload(phone)
    store = settled(world, phone)
    assert store.col.get_config("both") == "desktop"
    assert store.col.get_config("phone") == [1]


def test_other_phones_are_not_asked_and_get_everything(world: World) -> None:
    first, second = world.phone("first"), world.phone("second")
    world.pair()
    for phone in (first, second):
        world.log_in(phone)
    assert first.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    add_note(first, "first")
    added = add_note(second, "second")
    world.upload(second)
    assert first.sync() is Outcome.NO_CHANGES
    assert has(first, added)
    assert second.sync() is Outcome.NO_CHANGES
    assert first.sync() is Outcome.NO_CHANGES
    mine, theirs = snapshot(first), snapshot(second)
    mine.pop("col"), theirs.pop("col")
    assert not differences(mine, theirs)
    assert_same(first, world.newcomer())


def test_a_download_withdraws_the_choice_to_upload(world: World) -> None:
    phone = world.phone()
    world.pair()
    world.log_in(phone)
    world.upload(phone)
    settled(world, phone)
    phone.download()
    assert phone.sync() is Outcome.NO_CHANGES
    assert_same(phone, world.newcomer())


def test_desktop_and_its_server_get_what_came_without_a_question(world: World) -> None:
    phone = world.phone()
    other = world.phone("other")
    world.pair()
    mine = add_note(phone, "from the phone", to="Phone deck")
    deleted = some_note(world.desktop)
    world.desktop.col.remove_notes([deleted])
    world.bridge()
    world.log_in(phone)
    world.upload(phone)
    store = settled(world, phone)
    world.bridge()
    assert world.desktop.sync() is Outcome.NO_CHANGES
    assert other.sync() is Outcome.NO_CHANGES
    for client in (store, world.desktop, other):
        assert has(client, mine)
        assert not has(client, deleted)
    assert_same(world.desktop, other)


def test_the_phone_is_asked_when_it_returns_to_its_former_server(world: World) -> None:
    phone = world.phone()
    world.pair()
    world.log_in(phone)
    world.upload(phone)
    settled(world, phone)
    world.go_back(phone)
    with pytest.raises(UnexpectedOneWay):
        phone.sync()


def test_without_a_desktop_an_upload_replaces(world: World) -> None:
    phone = world.phone()
    world.pair()
    world.folder.bridge.unlink()
    there = add_note(world.desktop, "desktop")
    deleted = some_note(phone)
    phone.col.remove_notes([deleted])
    world.log_in(phone)
    assert world.upload(phone) is Placed.REPLACED
    store = world.newcomer()
    assert_same(store, phone)
    assert not has(store, deleted)
    assert not has(store, there)


def test_a_collection_that_cannot_be_united_changes_nothing(world: World) -> None:
    phone = world.phone()
    world.pair()
    before = world.folder.collection.read_bytes()
    broken = add_note(phone, "new")
    run(phone, "update notes set mid = 12345 where id = ?", broken)
    world.log_in(phone)
    with pytest.raises(Exception, match="its note type 12345 is unknown"):
        phone.upload()
    assert world.folder.collection.read_bytes() == before
    assert not list(world.folder.root.glob(".lan-sync-tmp-*"))
