"""What all operations need: a device, random numbers, and what there is to choose from."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any, Callable

from anki.errors import DBError

from .device import Device

# Few, so that two devices often choose the same.
NAMES = ("Amber", "Birch", "Cedar", "Straße", "日本語")
FEWEST_NOTES = 6


class NothingToDo(Exception):
    """The collection lacks what an operation needs."""


@dataclass
class Doing:
    """A device, and the choices of an operation on it."""

    device: Device
    dice: random.Random
    mark: str
    """A text that no other operation writes."""
    next_moment: Callable[[], None]
    """Let a few milliseconds pass: Anki makes ids of the time."""
    own_names: bool = False
    """Choose names that no other device chooses."""

    @property
    def col(self) -> Any:
        return self.device.col

    def name(self) -> str:
        chosen = self.dice.choice(NAMES)
        return f"{chosen} of {self.device.name}" if self.own_names else chosen

    def one(self, sql: str, *values: Any) -> Any:
        """Return an id that the query finds; raises NothingToDo if there is none."""
        return self.some(sql, *values, most=1)[0]

    def some(self, sql: str, *values: Any, most: int = 3) -> list[Any]:
        """Return one to `most` ids that the query finds; raises NothingToDo if there are none."""
        found = sorted(id for (id,) in self.device.rows(sql, *values))
        if not found:
            raise NothingToDo
        return self.dice.sample(found, self.dice.randint(1, min(most, len(found))))

    def notes(self, most: int = 3) -> list[Any]:
        return self.some("select id from notes", most=most)

    def cards(self, where: str = "1", most: int = 3) -> list[Any]:
        return self.some(f"select id from cards where {where}", most=most)

    def deck(self, *, filtered: bool = False, default: bool = True) -> Any:
        """Return a deck's JSON."""
        decks = [
            deck
            for deck in self.col.decks.all()
            if bool(deck["dyn"]) is filtered and (default or deck["id"] != 1)
        ]
        if not decks:
            raise NothingToDo
        return self.dice.choice(sorted(decks, key=lambda deck: int(deck["id"])))

    def may_remove_notes(self, count: int) -> None:
        """Raise NothingToDo if too few would be left: an empty collection syncs one-way."""
        if self.device.number("select count(distinct nid) from cards") - count < FEWEST_NOTES:
            raise NothingToDo


def is_due_to_orphans(error: Exception, device: Device) -> bool:
    """Return whether Anki refused because of a card whose deck is gone, or a deck without a parent.

    Two devices can cause that together, with any server; Anki then refuses much until Check
    Database. If a deck takes the missing parent's name, it is a database error: the deck's children
    take names below that, and Anki does not check whether those are free.
    """
    names = {name for (name,) in device.rows("select name from decks")}
    above = {name.rpartition("\x1f")[0] for name in names} - {""}
    orphans = not above <= names
    if isinstance(error, DBError):
        return orphans and "UNIQUE constraint failed: decks.name" in str(error)
    homeless = "select count() from cards where did not in (select id from decks)"
    return orphans or bool(device.number(homeless))


Operation = Callable[[Doing], None]
