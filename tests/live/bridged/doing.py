"""What people do on a device, chosen at random."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from anki.decks import DeckId

from ..clients import Client
from ..content import add_note, add_note_type, add_preset, deck, flag, own_moment, run, scalar

DECKS = ("Default", "A", "A::x", "B", "b::y", "Same")
NAMES = ("Same", "Other type", "Ünlike")


class Hand:
    """One device, and somebody who uses it now and then."""

    def __init__(self, client: Client, dice: random.Random) -> None:
        self.client = client
        self._dice = dice
        self._done = 0

    def do(self, count: int) -> None:
        for _ in range(count):
            self._done += 1
            self._dice.choice(_OPERATIONS)(self)

    @property
    def text(self) -> str:
        return f"{self.client.name} {self._done}"

    def pick(self, table: str) -> int | None:
        database = self.client.col.db
        assert database is not None
        ids = database.list(f"select id from {table} order by id")
        return int(self._dice.choice(ids)) if ids else None

    def stamp(self, table: str, id: int) -> None:
        """Clocks differ: a change may have a time that is a few seconds off."""
        if self._dice.random() < 0.4:
            at = int(time.time()) + self._dice.randint(-5, 5)
            run(self.client, f"update {table} set mod = ? where id = ? and usn = -1", at, id)

    def add(self) -> None:
        kinds = [n.name for n in self.client.col.models.all_names_and_ids()]
        kind = self._dice.choice([n for n in kinds if n.startswith(("Basic", *NAMES))])
        tags = self._dice.sample(["leaf", "leaf::oak", "x::y"], 1)
        add_note(self.client, self.text, to=self._dice.choice(DECKS), tags=tags, type=kind)

    def edit(self) -> None:
        id = self.pick("notes")
        if id is None:
            return
        note = self.client.col.get_note(id)  # type: ignore[arg-type]
        note.fields[self._dice.randrange(2)] = self.text
        self.client.col.update_note(note)
        self.stamp("notes", id)

    def delete(self) -> None:
        id = self.pick("notes")
        if id is not None and int(scalar(self.client, "select count() from notes")) > 3:
            self.client.col.remove_notes([id])  # type: ignore[list-item]

    def delete_deck(self) -> None:
        name = self._dice.choice(DECKS[1:])
        found = self.client.col.decks.by_name(name)
        if found is not None and self._dice.random() < 0.4:
            self.client.col.decks.remove([DeckId(found["id"])])

    def rename_deck(self) -> None:
        found = self.client.col.decks.by_name(self._dice.choice(DECKS[1:]))
        if found is not None:
            self.client.col.decks.rename(DeckId(found["id"]), self._dice.choice(DECKS[1:]))

    def answer(self) -> None:
        self.client.col.decks.select(deck(self.client, self._dice.choice(DECKS)))
        card = self.client.col.sched.getCard()
        if card is not None:
            card.start_timer()
            with own_moment():
                self.client.col.sched.answerCard(card, self._dice.choice((1, 2, 3, 4)))
            self.stamp("cards", card.id)

    def flag(self) -> None:
        id = self.pick("cards")
        if id is not None:
            flag(self.client, id, self._dice.randint(1, 4))  # type: ignore[arg-type]

    def suspend(self) -> None:
        id = self.pick("cards")
        if id is not None:
            self.client.col.sched.suspend_cards([id])  # type: ignore[list-item]
            self.stamp("cards", id)

    def move(self) -> None:
        id = self.pick("cards")
        if id is not None:
            self.client.col.set_deck([id], deck(self.client, self._dice.choice(DECKS)))  # type: ignore[list-item]

    def new_type(self) -> None:
        name = self._dice.choice(NAMES)
        if self.client.col.models.by_name(name) is None:
            add_note_type(self.client, name, css=self.text)

    def style(self) -> None:
        kind = self._dice.choice(self.client.col.models.all())
        kind["css"] = self.text
        self.client.col.models.update_dict(kind)

    def preset(self) -> None:
        add_preset(self.client, self.text)

    def configure(self) -> None:
        self.client.col.set_config(self._dice.choice(("one", "two")), self.text)


_OPERATIONS: tuple[Callable[[Hand], None], ...] = (
    *(Hand.add, Hand.add, Hand.edit, Hand.edit, Hand.edit, Hand.delete, Hand.answer, Hand.answer),
    *(Hand.flag, Hand.suspend, Hand.move, Hand.delete_deck, Hand.rename_deck, Hand.new_type),
    *(Hand.style, Hand.preset, Hand.configure),
)
