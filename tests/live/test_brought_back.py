"""What was deleted and is there again has no grave (rule 3): no device deletes it once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from anki.cards import CardId
from anki.decks import DeckId
from anki.errors import SyncError
from anki.notes import NoteId

from .clients import Client, Outcome
from .conftest import Converge, Device, Pair
from .content import add_note, deck, edit, front, run, scalar

LOST = "a phone that missed both meets the grave that Anki's server kept, and loses its change"


def rows(client: Client, table: str, ids: list[int]) -> Sequence[Sequence[Any]]:
    database = client.col.db
    assert database is not None
    return database.all(f"select * from {table} where id in ({','.join(map(str, ids))})")


def deletion_undone(client: Client, table: str, ids: list[int]) -> Callable[[], None]:
    """Return what undoing a deletion does (or a backup that is put back): the rows as they were, to
    be sent. To be called before the deletion; the result does it, whatever has synced meanwhile."""
    kept = rows(client, table, ids)

    def put_back() -> None:
        for row in kept:
            run(client, f"insert into {table} values ({','.join('?' * len(row))})", *row)
        run(client, f"update {table} set usn = -1 where id in ({','.join(map(str, ids))})")
        run(client, f"delete from graves where oid in ({','.join(map(str, ids))})")
        run(client, "update col set mod = mod + 1")

    return put_back


def sync(*clients: Client) -> None:
    for client in clients:
        assert client.sync() is Outcome.NO_CHANGES


@pytest.mark.better(LOST)
def test_a_note_and_its_card_can_be_brought_back(
    pair: Pair, device: Device, converge: Converge, ours: bool
) -> None:
    one, other = pair
    third = device("third")
    id = add_note(one, "to be deleted")
    cards = [int(card) for card in one.col.card_ids_of_note(id)]
    sync(one, other)
    assert third.sync() is Outcome.FULL_DOWNLOAD
    back = [deletion_undone(one, "notes", [id]), deletion_undone(one, "cards", cards)]
    one.col.remove_notes([id])
    sync(one)
    for put_back in back:
        put_back()
    sync(one)
    edit(other, id, "changed meanwhile", at=scalar(other, "select max(mod) + 9 from notes"))
    converge(other, one, third)
    kept = "changed meanwhile" if ours else "to be deleted"
    assert {front(client, id) for client in (one, other, third)} == {kept}
    assert len(one.col.card_ids_of_note(NoteId(id))) == 1


@pytest.mark.better(LOST)
def test_a_deck_can_be_brought_back(pair: Pair, converge: Converge, ours: bool) -> None:
    one, other = pair
    id = deck(one, "Empty")
    sync(one, other)
    put_back = deletion_undone(one, "decks", [id])
    one.col.decks.remove([id])
    sync(one)
    put_back()
    sync(one)
    changed = other.col.decks.get(DeckId(id))
    assert changed is not None
    changed["desc"] = "changed meanwhile"
    changed["mod"] += 100
    other.col.decks.update(changed, preserve_usn=False)
    run(other, "update decks set mtime_secs = mtime_secs + 100 where id = ?", id)
    converge(other, one)
    kept = one.col.decks.get(DeckId(id))
    assert kept is not None
    assert kept["desc"] == ("changed meanwhile" if ours else "")


@pytest.mark.better("the grave that Anki's server kept hides the second one: the counts differ")
def test_what_is_deleted_again_is_gone_everywhere(
    pair: Pair, converge: Converge, ours: bool
) -> None:
    one, other = pair
    id = add_note(one, "to be deleted")
    cards = [CardId(card) for card in one.col.card_ids_of_note(id)]
    sync(one, other)
    back = [deletion_undone(one, "notes", [id]), deletion_undone(one, "cards", list(cards))]
    one.col.remove_notes([id])
    sync(one)
    for put_back in back:
        put_back()
    sync(one, other)
    one.col.remove_notes([id])
    if not ours:
        sync(one)
        with pytest.raises(SyncError):
            other.sync()
        return
    sync(one, other)
    assert not rows(other, "notes", [id])
    assert not rows(other, "cards", list(map(int, cards)))
    converge(one, other)
