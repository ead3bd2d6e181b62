"""What people do in Anki, one function each, through Anki's own API."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Union

from anki.cards import CardId
from anki.decks import DeckId
from anki.models import NotetypeDict
from anki.notes import Note, NoteId

from .clients import Client

SqlValue = Union[str, int, float, None]

_latest = 0
_one_at_a_time = threading.RLock()


@contextmanager
def own_moment() -> Iterator[None]:
    """Wait for a millisecond in which nobody else has made an id.

    Anki makes ids of the clock (ms). People on two devices never hit the same one; tests do.
    """
    global _latest  # noqa: PLW0603 - the clock is shared by all devices of a test run
    with _one_at_a_time:
        while int(time.time() * 1000) <= _latest:
            time.sleep(0.0005)
        yield
        _latest = int(time.time() * 1000)


def deck(client: Client, name: str) -> DeckId:
    """Return the deck of that name, made if need be."""
    with own_moment():
        id = client.col.decks.id(name)
    assert id is not None
    return id


def note_type(client: Client, name: str) -> NotetypeDict:
    found = client.col.models.by_name(name)
    assert found is not None, f"{client.name} has no note type {name}"
    return found


def add_note(
    client: Client,
    front: str,
    back: str = "",
    *,
    to: str = "Default",
    tags: Sequence[str] = (),
    type: str = "Basic",
) -> NoteId:
    note = client.col.new_note(note_type(client, type))
    note.fields[0] = front
    note.fields[1] = back
    note.tags = list(tags)
    into = deck(client, to)
    with own_moment():
        client.col.add_note(note, into)
    return note.id


def fill(client: Client) -> None:
    """Six notes in three decks, of two note types, two of them reviewed."""
    for number in range(4):
        add_note(client, f"front {number}", f"back {number}", tags=["start", f"n::{number}"])
    add_note(client, "Grüße, 日本語 <b>bold</b>", '<img src="a.png">', to="Sprache::Ä")
    add_note(client, "both ways", "zurück", to="Other", type="Basic (and reversed card)")
    review(client, 2)


def next_second() -> None:
    """Wait until changes get another time than those so far; Anki stamps them in seconds."""
    now = int(time.time())
    while int(time.time()) == now:
        time.sleep(0.01)


def review(client: Client, count: int, deck_name: str = "Default", ease: int = 3) -> list[CardId]:
    """Answer `count` cards of a deck; returns them."""
    col = client.col
    col.decks.select(deck(client, deck_name))
    answered = []
    for _ in range(count):
        card = col.sched.getCard()
        assert card is not None, f"nothing left to review in {deck_name}"
        card.start_timer()
        with own_moment():
            col.sched.answerCard(card, ease)  # type: ignore[arg-type]
        answered.append(card.id)
    return answered


def add_note_type(client: Client, name: str, css: str = "") -> None:
    """A copy of Basic under another name."""
    models = client.col.models
    copy = models.copy(note_type(client, "Basic"), add=False)
    copy["name"] = name
    copy["css"] = css
    with own_moment():
        models.add_dict(copy)


def add_preset(client: Client, name: str) -> dict[str, Any]:
    with own_moment():
        return client.col.decks.add_config(name)


def edit(client: Client, id: NoteId, front: str, at: int | None = None) -> None:
    """Change a note's first field; `at`: seconds since 1970 to stamp the change with."""
    note = client.col.get_note(id)
    note.fields[0] = front
    client.col.update_note(note)
    if at is not None:
        run(client, "update notes set mod = ? where id = ?", at, id)


def flag(client: Client, id: CardId, number: int, at: int | None = None) -> None:
    """Set a card's flag; `at`: seconds since 1970 to stamp the change with."""
    client.col.set_user_flag_for_cards(number, [id])
    if at is not None:
        run(client, "update cards set mod = ? where id = ?", at, id)


def front(client: Client, id: NoteId) -> str:
    return str(Note(client.col, id=id).fields[0])


def run(client: Client, sql: str, *values: SqlValue) -> None:
    database = client.col.db
    assert database is not None
    database.execute(sql, *values)


def scalar(client: Client, sql: str, *values: SqlValue) -> Any:
    database = client.col.db
    assert database is not None
    return database.scalar(sql, *values)


def some_note(client: Client) -> NoteId:
    return NoteId(scalar(client, "select min(id) from notes"))


def some_card(client: Client) -> CardId:
    return CardId(scalar(client, "select min(id) from cards"))


def put_in_place(draft: Path, path: Path) -> None:
    """Move a file into a media folder, in a later millisecond than the folder's last change.

    Anki notes the folder's time when it deletes files, and looks for others once it has changed.
    """
    folder = path.parent
    before = folder.stat().st_mtime_ns // 1_000_000
    draft.replace(path)
    while folder.stat().st_mtime_ns // 1_000_000 <= before:
        time.sleep(0.001)
        os.utime(folder)
