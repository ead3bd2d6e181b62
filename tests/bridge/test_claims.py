"""What goes which way, one claim at a time."""

from __future__ import annotations

import time
from contextlib import closing

from addon.bridge import Deferred
from addon.store.collection.collection import CONFIG, Collection
from tests.live import content
from tests.live.clients import Client
from tests.live.content import add_note, edit, flag, front, run, scalar, some_card, some_note

from .world import World


def undo(client: Client) -> None:
    client.col.undo()


def remove(client: Client, note: int) -> None:
    client.col.remove_notes([note])  # type: ignore[list-item]


def has_note(client: Client, note: int) -> bool:
    return bool(scalar(client, "select count() from notes where id = ?", note))


def at(seconds: int) -> int:
    return int(time.time()) + seconds


def test_a_phone_gets_what_the_desktop_has(fresh: World) -> None:
    fresh.pair()
    fresh.assert_same()


def test_everything_goes_both_ways(world: World) -> None:
    for client, name in ((world.desktop, "desk"), (world.phone, "phone")):
        add_note(client, f"of {name}", to=f"{name}::deck", tags=[name])
        content.review(client, 2)
        content.add_note_type(client, f"{name} type")
        content.add_preset(client, f"{name} preset")
        client.col.set_config(f"{name} key", {"a": [1, 2.5]})
        edit(client, some_note(client), f"edited on {name}", at=at({"desk": -5, "phone": -3}[name]))
    world.phone.sync()
    outcome = world.merge()
    assert outcome.to_collection.notes == 2
    assert outcome.to_collection.kinds >= {"cards", "reviews", "decks", "note_types", "presets"}
    assert outcome.to_store.notes == 1
    world.converge()
    assert front(world.desktop, some_note(world.desktop)) == "edited on phone"


def test_without_changes_nothing_is_written(world: World) -> None:
    mod = scalar(world.desktop, "select mod from col")
    assert not world.merge().to_store
    assert scalar(world.desktop, "select mod from col") == mod


def test_into_store_only_reads_the_collection(world: World) -> None:
    edit(world.desktop, some_note(world.desktop), "from the desktop")
    add_note(world.phone, "from the phone")
    world.phone.sync()
    before = scalar(world.desktop, "select mod from col")
    undoable = world.desktop.col.undo_status().undo
    outcome = world.into_store()
    assert outcome.to_store.notes == 1
    assert not outcome.to_collection
    assert world.desktop.col.undo_status().undo == undoable
    assert scalar(world.desktop, "select mod from col") == before
    world.phone.sync()
    assert front(world.phone, some_note(world.phone)) == "from the desktop"
    world.converge()


def test_into_collection_leaves_the_store_alone(world: World) -> None:
    edit(world.desktop, some_note(world.desktop), "from the desktop")
    note = add_note(world.phone, "from the phone")
    world.phone.sync()
    outcome = world.bridge.into_collection(world.desktop.col)
    assert outcome.to_collection.notes == 1
    assert not outcome.to_store
    assert outcome.left == 1
    assert has_note(world.desktop, note)
    world.converge()
    assert front(world.phone, some_note(world.phone)) == "from the desktop"


def test_an_undone_edit_is_undone_on_the_phone(world: World) -> None:
    note = some_note(world.desktop)
    was = front(world.desktop, note)
    edit(world.desktop, note, "changed")
    world.sync_all()
    assert front(world.phone, note) == "changed"
    flag(world.desktop, some_card(world.desktop), 1)  # or Anki would undo both edits as one
    edit(world.desktop, note, "changed again")
    world.into_store()
    undo(world.desktop)
    world.sync_all()
    assert front(world.phone, note) == "changed"
    assert was != "changed"
    world.converge()


def test_an_undone_edit_of_a_pending_note_is_noticed(world: World) -> None:
    note = some_note(world.desktop)
    was = front(world.desktop, note)
    edit(world.desktop, note, "changed")
    world.into_store()
    world.phone.sync()
    undo(world.desktop)
    world.sync_all()
    assert front(world.phone, note) == was
    world.converge()


def test_an_undone_note_leaves_the_phone_and_a_redone_one_returns(world: World) -> None:
    note = add_note(world.desktop, "soon gone")
    world.into_store()
    world.phone.sync()
    assert has_note(world.phone, note)
    undo(world.desktop)
    world.merge()  # no phone is told yet: redo stays possible
    world.desktop.col.redo()
    world.merge()
    world.phone.sync()
    assert has_note(world.phone, note)
    undo_note = world.desktop.col.undo_status().undo
    assert undo_note
    undo(world.desktop)
    world.into_store()
    world.phone.sync()
    assert not has_note(world.phone, note)
    world.converge()


def test_what_into_collection_leaves_reaches_the_store_at_once(world: World) -> None:
    note = add_note(world.desktop, "soon gone")
    world.into_store()
    undo(world.desktop)
    world.bridge.into_collection(world.desktop.col)
    world.into_store()
    world.phone.sync()
    assert not has_note(world.phone, note)
    world.converge()


def test_an_undone_deletion_brings_the_note_back(world: World) -> None:
    note = some_note(world.desktop)
    remove(world.desktop, note)
    world.merge()
    undo(world.desktop)
    world.merge()
    world.phone.sync()
    assert has_note(world.phone, note)
    remove(world.phone, note)
    world.phone.sync()
    world.converge()
    assert not has_note(world.desktop, note)


def test_a_deletion_sent_to_a_phone_can_no_longer_be_undone(world: World) -> None:
    remove(world.desktop, some_note(world.desktop))
    outcome = world.into_store()
    assert outcome.ended_undo
    assert not world.desktop.col.undo_status().undo
    world.converge()


def test_a_deletion_merged_earlier_ends_undo_when_a_phone_connects(world: World) -> None:
    remove(world.desktop, some_note(world.desktop))
    assert not world.merge().ended_undo
    assert world.desktop.col.undo_status().undo
    assert world.into_store().ended_undo
    assert not world.into_store().ended_undo


def test_an_undone_review_comes_back_to_the_desktop(world: World) -> None:
    content.review(world.desktop, 1)
    reviews = scalar(world.desktop, "select count() from revlog")
    world.into_store()
    undo(world.desktop)
    assert world.into_store().left  # the review, and today's counts of its deck
    assert scalar(world.desktop, "select count() from revlog") == reviews - 1
    world.converge()
    assert scalar(world.desktop, "select count() from revlog") == reviews


def test_a_flag_with_the_same_mod_is_a_change(world: World) -> None:
    card = some_card(world.desktop)
    stamp = at(-100)
    flag(world.desktop, card, 1, at=stamp)
    world.sync_all()
    flag(world.desktop, card, 2, at=stamp)
    world.sync_all()
    assert scalar(world.phone, "select flags from cards where id = ?", card) == 2
    flag(world.phone, card, 3, at=stamp)
    world.phone.sync()
    world.merge()
    assert scalar(world.desktop, "select flags from cards where id = ?", card) == 3
    world.converge()


def test_a_phone_with_a_slow_clock_beats_rows_that_are_merely_pending(world: World) -> None:
    note = some_note(world.desktop)
    edit(world.desktop, note, "first, of the desktop", at=at(60))
    world.sync_all()
    edit(world.phone, note, "later, of the phone", at=at(-60))
    world.phone.sync()
    world.converge()
    assert front(world.desktop, note) == "later, of the phone"


def test_a_deck_from_a_slow_clock_reaches_all(world: World) -> None:
    deck = content.deck(world.desktop, "Other")
    world.desktop.col.decks.rename(deck, "Renamed")
    run(world.desktop, "update decks set mtime_secs = ? where id = ?", at(300), deck)
    world.sync_all()
    world.phone.col.decks.rename(deck, "Once more")
    run(world.phone, "update decks set mtime_secs = ? where id = ?", at(301), deck)
    world.phone.sync()
    world.merge()
    world.desktop.col.decks.rename(deck, "The last word")  # a mod far below the store's
    world.converge()
    assert world.phone.col.decks.name(deck) == "The last word"


def test_a_restored_note_survives_a_pending_grave(world: World) -> None:
    note = some_note(world.desktop)
    rows = {
        table: world.phone.col.db.all(f"select * from {table} where {column} = ?", note)  # type: ignore[union-attr]
        for table, column in (("notes", "id"), ("cards", "nid"))
    }
    remove(world.desktop, note)
    world.sync_all()
    assert not has_note(world.phone, note)
    for table, usn in (("notes", 4), ("cards", 5)):  # as importing a package does
        for row in rows[table]:
            marks = ",".join("?" * len(row))
            values = [*row[:usn], -1, *row[usn + 1 :]]
            run(world.phone, f"insert into {table} values ({marks})", *values)
    run(world.phone, "update col set mod = mod + 1")
    world.phone.sync()
    world.converge()
    assert has_note(world.desktop, note)


def test_newer_wins_and_on_a_tie_the_store_does(world: World) -> None:
    note = some_note(world.desktop)
    second = at(-50)
    for client, words in ((world.desktop, "desktop"), (world.phone, "phone")):
        edit(client, note, words, at=second)
    world.phone.sync()
    world.merge()
    assert front(world.desktop, note) == "phone"
    assert scalar(world.desktop, "select mod from notes where id = ?", note) == second + 1
    world.converge()
    edit(world.phone, note, "older", at=at(-20))
    edit(world.desktop, note, "newer", at=at(-10))
    world.phone.sync()
    world.converge()
    assert front(world.phone, note) == "newer"


def test_a_deletion_beats_an_edit_on_either_side(world: World) -> None:
    first, second = world.desktop.col.find_notes("front")[:2]
    remove(world.desktop, first)
    edit(world.phone, first, "edited in vain")
    remove(world.phone, second)
    edit(world.desktop, second, "edited in vain")
    world.phone.sync()
    world.converge()
    for client in (world.desktop, world.phone):
        assert not has_note(client, first)
        assert not has_note(client, second)


def test_a_pending_row_deleted_stays_deleted_after_a_restart(world: World) -> None:
    note = add_note(world.desktop, "of the desktop")
    world.merge()
    remove(world.desktop, note)
    world.desktop.reopen()
    world.merge()
    assert not has_note(world.desktop, note)
    world.converge()
    assert not has_note(world.phone, note)


def test_two_decks_with_the_same_name_are_both_kept(world: World) -> None:
    add_note(world.desktop, "one", to="Same")
    add_note(world.phone, "other", to="Same")
    world.phone.sync()
    world.into_store()
    world.converge()
    names = [deck.name for deck in world.desktop.col.decks.all_names_and_ids()]
    assert {"Same", "Same+"} <= set(names)


def test_two_note_types_with_the_same_name_are_both_kept(world: World) -> None:
    for client in (world.desktop, world.phone):
        content.add_note_type(client, "Same")
        add_note(client, f"with Same of {client.name}", type="Same")
    world.phone.sync()
    world.into_store()
    world.converge()
    assert {"Same", "Same+"} <= {t.name for t in world.phone.col.models.all_names_and_ids()}


def test_decks_that_swapped_names_on_the_phone_swap_on_the_desktop(world: World) -> None:
    one, other = (content.deck(world.desktop, name) for name in ("One", "Two"))
    world.sync_all()
    for deck, name in ((one, "between"), (other, "One"), (one, "Two")):
        world.phone.col.decks.rename(deck, name)
        world.phone.sync()  # each step of its own: a phone's sync alone would rename one
    world.merge()
    assert [world.desktop.col.decks.name(deck) for deck in (one, other)] == ["Two", "One"]
    world.converge()


def test_the_configuration_is_merged_key_by_key(world: World) -> None:
    desktop, phone = world.desktop.col, world.phone.col
    desktop.set_config("of desktop", 1)
    phone.set_config("of phone", 2)
    phone.set_config("nextPos", 500)
    desktop.set_config("nextPos", 400)
    world.phone.sync()
    world.sync_all()
    for col in (desktop, phone):
        assert (col.get_config("of desktop"), col.get_config("of phone")) == (1, 2)
        assert col.get_config("nextPos") == 500
    desktop.remove_config("of phone")
    world.converge()
    assert phone.get_config("of phone") is None


def test_tags_merge_in_any_case(world: World) -> None:
    add_note(world.desktop, "d", tags=["Verb", "only::here"])
    add_note(world.phone, "p", tags=["verb", "only::there"])
    world.phone.sync()
    world.sync_all()
    tags = {tag.casefold() for tag in world.desktop.col.tags.all()}
    assert {"verb", "only::here", "only::there"} <= tags


def test_buried_cards_come_back_on_both_sides_on_a_new_day(fresh: World) -> None:
    world = fresh
    run(world.desktop, "update col set crt = crt - 864000")  # ten days ago
    world.desktop.reopen()
    world.desktop.col.sched.deck_due_tree()
    world.pair()
    card = some_card(world.desktop)
    world.desktop.col.sched.bury_cards([card])
    world.sync_all()
    assert scalar(world.phone, "select queue from cards where id = ?", card) < 0
    yesterday = world.desktop.col.get_config("lastUnburied") - 1
    for client in (world.desktop, world.phone):
        client.col.set_config("lastUnburied", yesterday)
    with closing(Collection(world.folder.collection)) as store:
        store.begin()
        store.column(CONFIG)["lastUnburied"] = yesterday
        store.changed(CONFIG)
        store.finish(0)
    edit(world.desktop, some_note(world.desktop), "on the new day")
    assert world.into_store().deferred is Deferred.NEW_DAY
    assert world.bridge.prepare(world.desktop.col) is None
    world.converge()
    assert scalar(world.desktop, "select queue from cards where id = ?", card) >= 0
    assert scalar(world.phone, "select queue from cards where id = ?", card) >= 0


def test_a_filtered_deck_and_its_cards_travel(world: World) -> None:
    deck = world.desktop.col.decks.new_filtered("Cram")
    world.desktop.col.sched.rebuild_filtered_deck(deck)
    world.converge()
    assert scalar(world.phone, "select count() from cards where did = ?", deck)
    world.phone.col.sched.empty_filtered_deck(deck)
    world.phone.sync()
    world.converge()
    assert not scalar(world.desktop, "select count() from cards where did = ?", deck)
