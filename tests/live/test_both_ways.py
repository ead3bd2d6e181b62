"""Each kind of change travels from either device to the other in normal syncs."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from anki.config import Config
from anki.consts import QUEUE_TYPE_SUSPENDED
from anki.decks import DeckId, FilteredDeckConfig
from anki.notes import NoteId

from .clients import Client, Outcome
from .conftest import Converge, Pair
from .content import (
    add_note,
    add_note_type,
    add_preset,
    deck,
    edit,
    flag,
    front,
    next_second,
    note_type,
    review,
    run,
    scalar,
    some_card,
    some_note,
)
from .snapshot import differences, snapshot

Change = Callable[[Client], None]


def edit_a_note(client: Client) -> None:
    edit(client, some_note(client), "edited: ü 日本 <i>x</i>")


def add_notes(client: Client) -> None:
    add_note(client, "new", 'with <img src="ü.png"> &amp; {{c1::x}}', tags=["a::b", "new"])
    add_note(client, "", "an empty first field")
    add_note(client, "12", "a number for a sort field")
    add_note(client, "cloze {{c1::one}} {{c2::two}}", type="Cloze", to="Cloze deck")


def change_a_notes_type(client: Client) -> None:
    basic, reversed_ = note_type(client, "Basic"), note_type(client, "Basic (and reversed card)")
    ids = [scalar(client, "select id from notes where mid = ? limit 1", basic["id"])]
    request = client.col.models.change_notetype_info(
        old_notetype_id=basic["id"], new_notetype_id=reversed_["id"]
    ).input
    request.note_ids.extend(ids)
    client.col.models.change_notetype_of_notes(request)


def review_cards(client: Client) -> None:
    review(client, 2, ease=1)
    review(client, 1, ease=4)


def delete_a_note(client: Client) -> None:
    client.col.remove_notes([some_note(client)])


def delete_a_deck(client: Client) -> None:
    client.col.decks.remove([deck(client, "Other")])


def tag_and_untag(client: Client) -> None:
    ids = [NoteId(row) for row in client.col.find_notes("")]
    client.col.tags.bulk_add(ids, "Everywhere nested::täg")
    client.col.tags.bulk_remove(ids, "start")
    client.col.tags.clear_unused_tags()


def rename_a_tag(client: Client) -> None:
    client.col.tags.rename("n", "renamed")


def add_and_rename_decks(client: Client) -> None:
    deck(client, "A::B::C")
    client.col.decks.rename(deck(client, "Sprache"), "Langue")


def reparent_a_deck(client: Client) -> None:
    client.col.decks.reparent([deck(client, "Other")], deck(client, "Sprache"))


def describe_a_deck(client: Client) -> None:
    changed = client.col.decks.get(deck(client, "Other"))
    assert changed is not None
    changed["desc"] = "line one\nüber"
    changed["collapsed"] = True
    changed["newLimit"] = 7
    changed["reviewLimitToday"] = {"limit": 3, "today": 5}
    client.col.decks.update(changed, preserve_usn=False)


def change_deck_options(client: Client) -> None:
    decks = client.col.decks
    preset = decks.config_dict_for_deck_id(deck(client, "Default"))
    preset["new"]["perDay"] = 33
    preset["new"]["delays"] = [1.0, 10.0, 60.0]
    preset["lapse"]["leechFails"] = 5
    decks.update_config(preset)
    added = add_preset(client, "Own preset")
    added["fsrsParams6"] = [0.1 * number for number in range(21)]
    decks.update_config(added)
    decks.set_config_id_for_deck_dict(
        decks.get(deck(client, "Other")) or {},
        added["id"],
    )


def make_a_filtered_deck(client: Client) -> None:
    request = client.col.sched.get_or_create_filtered_deck(DeckId(0))
    request.name = "Filtered"
    request.config.search_terms[0].CopyFrom(
        FilteredDeckConfig.SearchTerm(
            search="deck:Default",
            limit=3,
            order=FilteredDeckConfig.SearchTerm.RANDOM,
        )
    )
    client.col.sched.add_or_update_filtered_deck(request)


def add_a_note_type(client: Client) -> None:
    add_note_type(client, "Own type")
    add_note(client, "of the own type", "x", type="Own type")


def restyle_a_note_type(client: Client) -> None:
    changed = note_type(client, "Basic")
    changed["css"] = ".card { color: #123456; } /* ü */"
    changed["tmpls"][0]["qfmt"] += "<hr>"
    changed["flds"][0]["name"] = "Vorderseite"
    changed["flds"][1]["description"] = "a hint"
    client.col.models.update_dict(changed)


def change_the_configuration(client: Client) -> None:
    col = client.col
    col.set_config("own key", {"list": [1, 2.5, None, "ü"], "nested": {"yes": True}})
    col.set_config("text", "ü")
    col.set_config_bool(Config.Bool.BROWSER_TABLE_SHOW_NOTES_MODE, True)


def remove_a_configuration_key(client: Client) -> None:
    client.col.set_config("text", "to be removed")
    client.col.remove_config("text")


def suspend_bury_flag_and_move(client: Client) -> None:
    ids = list(client.col.find_cards(""))
    client.col.sched.suspend_cards(ids[:1])
    client.col.sched.bury_cards(ids[1:2])
    flag(client, ids[2], 4)
    client.col.set_deck(ids[3:], deck(client, "Moved to"))
    assert scalar(client, "select queue from cards where id = ?", ids[0]) == QUEUE_TYPE_SUSPENDED


def set_due_dates_and_forget(client: Client) -> None:
    ids = client.col.find_cards("")
    client.col.sched.set_due_date(ids[:2], "3-5!")
    client.col.sched.schedule_cards_as_new(ids[2:3])
    client.col.sched.reposition_new_cards(
        ids[3:], starting_from=100, step_size=2, randomize=False, shift_existing=False
    )


def write_custom_data(client: Client) -> None:
    card = client.col.get_card(some_card(client))
    card.custom_data = '{"k":1}'
    client.col.update_card(card)


CHANGES: list[Change] = [
    add_notes,
    edit_a_note,
    review_cards,
    delete_a_note,
    delete_a_deck,
    tag_and_untag,
    rename_a_tag,
    add_and_rename_decks,
    reparent_a_deck,
    describe_a_deck,
    change_deck_options,
    make_a_filtered_deck,
    add_a_note_type,
    restyle_a_note_type,
    change_the_configuration,
    remove_a_configuration_key,
    suspend_bury_flag_and_move,
    set_due_dates_and_forget,
    write_custom_data,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_reaches_the_other_device(change: Change, pair: Pair, converge: Converge) -> None:
    one, other = pair
    changed_at = scalar(one, "select mod from col")
    change(one)
    assert scalar(one, "select mod from col") > changed_at
    changed = snapshot(one)
    assert one.sync() is Outcome.NO_CHANGES
    assert other.sync() is Outcome.NO_CHANGES
    converge(one, other, rounds=1)
    # not undone on the device that made it, either
    assert not differences(changed, snapshot(one))


def test_every_change_at_once_reaches_the_other_device(pair: Pair, converge: Converge) -> None:
    one, other = pair
    for change in CHANGES:
        if change is not delete_a_deck:
            change(one)
    changed = snapshot(one)
    converge(one, other)
    assert not differences(changed, snapshot(one))


def test_the_creation_day_reaches_the_other_device(pair: Pair, converge: Converge) -> None:
    """`crt` travels together with the configuration, from the newer side."""
    one, other = pair
    moved = scalar(one, "select crt - 86400 from col")
    run(one, "update col set crt = ?, mod = ?", moved, int(time.time() * 1000))
    converge(one, other)
    assert scalar(one, "select crt from col") == moved


def test_both_devices_change_different_things_and_get_both(pair: Pair, converge: Converge) -> None:
    one, other = pair
    new = add_note(one, "of one", to="Deck of one", tags=["one"])
    edit_a_note(one)
    describe_a_deck(one)
    # The configuration travels whole, from the device that syncs first.
    change_the_configuration(one)
    review(other, 2)
    newer = add_note(other, "of the other", to="Deck of the other", tags=["other"])
    restyle_a_note_type(other)
    converge(one, other)
    assert front(other, new) == "of one"
    assert front(one, newer) == "of the other"
    assert {"one", "other"} <= set(one.col.tags.all())
    assert other.col.get_config("text") == "ü"


def test_reviews_of_one_card_on_both_devices_are_all_kept(pair: Pair, converge: Converge) -> None:
    one, other = pair
    reviews = scalar(one, "select count() from revlog")
    reviewed = review(one, 1)
    next_second()  # else Anki's own server keeps both versions of the deck, with its study times
    assert review(other, 1) == reviewed
    converge(one, other)
    assert scalar(one, "select count() from revlog") == reviews + 2


def test_a_deletion_wins_over_an_edit_that_came_before(pair: Pair, converge: Converge) -> None:
    one, other = pair
    id = some_note(one)
    edit(one, id, "edited")
    other.col.remove_notes([id])
    converge(one, other)
    assert not scalar(one, "select count() from notes where id = ?", id)
