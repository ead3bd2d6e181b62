"""What a bridging came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from . import items

CONFIG = "config"
DELETIONS = "deletions"

_NAMES: Mapping[str, str] = {
    items.CARDS: "cards",
    items.NOTES: "notes",
    items.REVIEWS: "reviews",
    items.DECKS: "decks",
    items.NOTE_TYPES: "note_types",
    items.PRESETS: "presets",
    items.TAGS: "tags",
}


@dataclass
class Tally:
    """What was written to one side, in numbers. `kinds` names what was touched, deletions
    included: a window shows anew what shows one of these."""

    cards: int = 0
    notes: int = 0
    reviews: int = 0
    decks: int = 0
    note_types: int = 0
    presets: int = 0
    tags: int = 0
    config: int = 0
    deletions: int = 0
    kinds: set[str] = field(default_factory=set)

    def add(self, kind: str, number: int = 1) -> None:
        """Count things of a kind of `items`, or `CONFIG`."""
        name = _NAMES.get(kind, kind)
        if number:
            setattr(self, name, getattr(self, name) + number)
            self.kinds.add(name)

    def add_deleted(self, kind: str, number: int = 1) -> None:
        if number:
            self.deletions += number
            self.kinds.add(_NAMES[kind])

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def to_json(self) -> dict[str, int]:
        """The numbers that are not 0."""
        numbers = {name: getattr(self, name) for name in (*_NAMES.values(), CONFIG, DELETIONS)}
        return {name: number for name, number in numbers.items() if number}


class Deferred(Enum):
    """Why `into_store` left everything to the next `merge`."""

    NOT_PAIRED = "not paired"
    NEW_DAY = "new day"  # buried cards come back first, which writes into the collection
    COMPARE = "compare"  # a side's schema or file is another one
    BUSY = "busy"  # the collection was written all the time


class QuestionKind(Enum):
    """What only a person can decide."""

    PAIRING = "pairing"  # both sides have cards, and nothing tells how they belong together
    BOTH_SCHEMAS = "both schemas"  # both sides changed their structure
    STORE_REPLACED = "store replaced"  # a phone's upload lacks much of what was here
    COLLECTION_REPLACED = "collection replaced"  # another file, while something waited


class Answer(Enum):
    """A side whose word counts; the other is backed up first."""

    COLLECTION = "collection"
    STORE = "store"
    BOTH = "both"  # unite them: the newer of each thing, and nothing is lost


@dataclass(frozen=True)
class Totals:
    """What a side holds, in numbers."""

    cards: int
    notes: int
    reviews: int


@dataclass(frozen=True)
class Question:
    """Nothing was written. Call again with one of `answers`.

    `only_collection` and `only_store` are the numbers of cards that just one side has, `waiting`
    that of things in the store that its devices or this computer changed and no server knows yet.
    """

    kind: QuestionKind
    collection: Totals
    store: Totals
    only_collection: int
    only_store: int
    waiting: int
    answers: tuple[Answer, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "collection": vars(self.collection),
            "store": vars(self.store),
            "only_collection": self.only_collection,
            "only_store": self.only_store,
            "waiting": self.waiting,
            "answers": [answer.value for answer in self.answers],
        }


@dataclass
class Outcome:
    """What went each way.

    `left` is the number of changes that only the other half of a bridging can settle. `backups`:
    copies of what was about to be replaced.
    """

    to_store: Tally = field(default_factory=Tally)
    to_collection: Tally = field(default_factory=Tally)
    question: Question | None = None
    deferred: Deferred | None = None
    left: int = 0
    paired: bool = False
    compared: bool = False
    ended_undo: bool = False
    new_schema: set[str] = field(default_factory=set)  # "store", "collection": one-way syncs follow
    backups: list[Path] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """For one line of JSON; only what says something."""
        every = {
            "to_store": self.to_store.to_json(),
            "to_collection": self.to_collection.to_json(),
            "question": self.question.to_json() if self.question else None,
            "deferred": self.deferred.value if self.deferred else None,
            "left": self.left,
            "paired": self.paired,
            "compared": self.compared,
            "ended_undo": self.ended_undo,
            "new_schema": sorted(self.new_schema),
            "backups": [str(path) for path in self.backups],
        }
        always = ("to_store", "to_collection")
        return {name: value for name, value in every.items() if value or name in always}
