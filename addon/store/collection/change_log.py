"""What a sync changed in a collection: numbers, and the first few names."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from ..schema11.graves import slices

MOST_NAMES = 5
LONGEST_NAME = 60  # characters


class Kind(Enum):
    """What was changed."""

    NOTES = "notes"
    CARDS = "cards"
    REVIEWS = "reviews"
    DECKS = "decks"
    NOTE_TYPES = "note types"


class Action(Enum):
    """What was done."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass
class Group:
    """How many things of a kind were treated alike; `names` has the first few."""

    number: int = 0
    names: list[str] = field(default_factory=list)


class ChangeLog:
    """Counts what is added, changed and deleted. A note's name is its sort field."""

    def __init__(self) -> None:
        self._groups: dict[tuple[Kind, Action], Group] = {}

    def __iter__(self) -> Iterator[tuple[Kind, Action, Group]]:
        """Yield what happened, in the order of the two enumerations."""
        for kind in Kind:
            for action in Action:
                group = self._groups.get((kind, action))
                if group is not None:
                    yield kind, action, group

    def __bool__(self) -> bool:
        return bool(self._groups)

    def add(self, kind: Kind, action: Action, number: int, names: Iterable[object] = ()) -> None:
        """Count things. Names after the first few are not kept, nor is the end of a long one."""
        if number <= 0:
            return
        group = self._groups.setdefault((kind, action), Group())
        group.number += number
        for name in names:
            if len(group.names) >= MOST_NAMES:
                break
            text = " ".join(str(name).split())
            if len(text) > LONGEST_NAME:
                text = f"{text[: LONGEST_NAME - 1]}…"
            if text:
                group.names.append(text)

    def number(self, kind: Kind, action: Action) -> int:
        """Return how many things of a kind were treated so."""
        group = self._groups.get((kind, action))
        return 0 if group is None else group.number

    def to_text(self) -> str:
        """Return it as JSON: at most a few kilobytes, "" if nothing was changed."""
        groups = [
            [kind.value, action.value, group.number, group.names] for kind, action, group in self
        ]
        return json.dumps(groups, ensure_ascii=False) if groups else ""

    @classmethod
    def from_text(cls, text: str) -> ChangeLog:
        """Parse what `to_text` returned; ignore kinds that only another version knows."""
        log = cls()
        known: dict[str, Enum] = {each.value: each for each in (*Kind, *Action)}
        for kind, action, number, names in json.loads(text) if text else ():
            if kind in known and action in known:
                log.add(Kind(kind), Action(action), number, names)
        return log

    def add_objects(
        self, kind: Kind, before: Mapping[str, Any], accepted: Mapping[str, Mapping[str, Any]]
    ) -> None:
        """Count decks or note types; both are by id, and `before` has all that were there."""
        for action, objects in (
            (Action.ADDED, [o for key, o in accepted.items() if key not in before]),
            (Action.CHANGED, [o for key, o in accepted.items() if key in before]),
        ):
            self.add(kind, action, len(objects), (each["name"] for each in objects))


def existing(
    db: sqlite3.Connection, table: str, ids: Iterable[int], condition: str = "true"
) -> set[int]:
    """Return which of these rows exist and meet a condition in SQL."""
    found: set[int] = set()
    for some in slices(list(ids)):
        marks = ",".join("?" * len(some))
        query = f"select id from {table} where id in ({marks}) and {condition}"
        found.update(id for (id,) in db.execute(query, some))
    return found
