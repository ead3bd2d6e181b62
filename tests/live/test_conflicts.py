"""Two devices change the same thing: the newer change wins, and both end up equal."""

from __future__ import annotations

import pytest
from anki.cards import CardId
from anki.notes import NoteId

from .clients import Client, Outcome
from .conftest import Converge, Pair
from .content import deck, edit, flag, front, note_type, run, scalar, some_card, some_note
from .snapshot import differences, snapshot

LATER = 10  # s


def card_flag(client: Client, id: CardId) -> int:
    return int(scalar(client, "select flags from cards where id = ?", id))


def shared_moment(client: Client) -> int:
    """Return a second in the near future of all that the collection holds, in s since 1970."""
    return int(scalar(client, "select max(mod) + 60 from notes"))


@pytest.mark.parametrize("first_is_newer", [True, False], ids=["first newer", "second newer"])
def test_the_newer_of_two_edits_of_a_note_wins(
    pair: Pair, converge: Converge, first_is_newer: bool
) -> None:
    one, other = pair
    id, moment = some_note(one), shared_moment(one)
    edit(one, id, "of one", at=moment + LATER * first_is_newer)
    edit(other, id, "of the other", at=moment + LATER * (not first_is_newer))
    converge(one, other)
    assert front(one, id) == ("of one" if first_is_newer else "of the other")


@pytest.mark.parametrize("first_is_newer", [True, False], ids=["first newer", "second newer"])
def test_the_newer_of_two_changes_of_a_card_wins(
    pair: Pair, converge: Converge, first_is_newer: bool
) -> None:
    one, other = pair
    id, moment = some_card(one), shared_moment(one)
    flag(one, id, 1, at=moment + LATER * first_is_newer)
    flag(other, id, 2, at=moment + LATER * (not first_is_newer))
    converge(one, other)
    assert card_flag(one, id) == (1 if first_is_newer else 2)


@pytest.mark.better("rule 10: on changes of the same second both sides take the later syncer's")
def test_edits_of_one_note_in_the_same_second_converge(
    pair: Pair, converge: Converge, ours: bool
) -> None:
    one, other = pair
    id, moment = some_note(one), shared_moment(one)
    edit(one, id, "of one", at=moment)
    edit(other, id, "of the other", at=moment)
    if ours:
        converge(one, other)
        assert front(one, id) == "of the other"
    else:
        stay_apart(one, other)
        assert (front(one, id), front(other, id)) == ("of one", "of the other")


@pytest.mark.better("rule 10: on changes of the same second both sides take the later syncer's")
def test_changes_of_one_card_in_the_same_second_converge(
    pair: Pair, converge: Converge, ours: bool
) -> None:
    one, other = pair
    id, moment = some_card(one), shared_moment(one)
    flag(one, id, 1, at=moment)
    flag(other, id, 2, at=moment)
    if ours:
        converge(one, other)
        assert card_flag(one, id) == 2
    else:
        stay_apart(one, other)
        assert (card_flag(one, id), card_flag(other, id)) == (1, 2)


@pytest.mark.parametrize("first_is_newer", [True, False], ids=["first newer", "second newer"])
@pytest.mark.parametrize("what", ["deck", "preset", "note type"])
def test_the_newer_of_two_changes_of_a_deck_preset_or_note_type_wins(
    pair: Pair, converge: Converge, what: str, first_is_newer: bool
) -> None:
    one, other = pair
    moment = shared_moment(one)
    change_object(one, what, "of one", moment + LATER * first_is_newer)
    change_object(other, what, "of the other", moment + LATER * (not first_is_newer))
    converge(one, other)
    expected = "of one" if first_is_newer else "of the other"
    assert [text_of_object(client, what) for client in pair] == [expected] * 2


@pytest.mark.better("rule 5: on changes of the same second both sides keep the first syncer's")
@pytest.mark.parametrize("what", ["deck", "preset", "note type"])
def test_changes_of_a_deck_preset_or_note_type_in_the_same_second_converge(
    pair: Pair, converge: Converge, what: str, ours: bool
) -> None:
    one, other = pair
    moment = shared_moment(one)
    change_object(one, what, "of one", moment)
    change_object(other, what, "of the other", moment)
    if ours:
        converge(one, other)
        assert text_of_object(one, what) == "of one"
    else:
        # The second device and the server swap their versions; the first is never told.
        one.sync()
        other.sync()
        assert text_of_object(other, what) == "of one"
        assert text_of_object(one, what) == "of one"
        one.sync()
        assert text_of_object(one, what) == "of the other"
        assert differences(snapshot(one), snapshot(other))


def stay_apart(one: Client, other: Client) -> None:
    for client in (one, other, one, other):
        assert client.sync() is Outcome.NO_CHANGES
    assert differences(snapshot(one), snapshot(other))


def change_object(client: Client, what: str, text: str, at: int) -> None:
    if what == "note type":
        changed = note_type(client, "Basic")
        changed["css"] = text
        client.col.models.update_dict(changed)
        stamp(client, "notetypes", changed["id"], at)
    elif what == "preset":
        preset = client.col.decks.get_config(1)  # type: ignore[arg-type]
        assert preset is not None
        preset["name"] = text
        client.col.decks.update_config(preset)
        stamp(client, "deck_config", 1, at)
    else:
        id = deck(client, "Other")
        found = client.col.decks.get(id)
        assert found is not None
        found["desc"] = text
        client.col.decks.update(found, preserve_usn=False)
        stamp(client, "decks", id, at)


def stamp(client: Client, table: str, id: int, at: int) -> None:
    run(client, f"update {table} set mtime_secs = ? where id = ?", at, id)
    # The back end remembers note types and decks; a restart of the app makes it look again.
    client.reopen()


def text_of_object(client: Client, what: str) -> str:
    if what == "note type":
        return str(note_type(client, "Basic")["css"])
    if what == "preset":
        preset = client.col.decks.get_config(1)  # type: ignore[arg-type]
        assert preset is not None
        return str(preset["name"])
    found = client.col.decks.get(deck(client, "Other"))
    assert found is not None
    return str(found["desc"])


def test_a_note_deleted_on_one_and_edited_later_on_the_other_is_gone_from_both(
    pair: Pair, converge: Converge
) -> None:
    one, other = pair
    id = NoteId(some_note(one))
    one.col.remove_notes([id])
    edit(other, id, "edited later", at=shared_moment(other))
    converge(one, other)
    assert not scalar(other, "select count() from notes where id = ?", id)


def test_the_configuration_of_the_first_device_to_sync_wins_entirely(
    pair: Pair, converge: Converge
) -> None:
    one, other = pair
    one.col.set_config("of one", 1)
    other.col.set_config("of the other", 1)
    converge(one, other)
    assert other.col.get_config("of one") == 1
    assert other.col.get_config("of the other") is None
