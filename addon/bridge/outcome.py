"""The outcome of a merge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from ..store.totals import Totals
from . import items

CONFIG = "config"
DELETIONS = "deletions"
DECK_COUNTS = "deck_counts"

_NAMES: Mapping[str, str] = {
    items.CARDS: "cards",
    items.NOTES: "notes",
    items.REVIEWS: "reviews",
    items.DECKS: "decks",
    items.NOTE_TYPES: "note_types",
    items.PRESETS: "presets",
    items.TAGS: "tags",
}


class Direction(Enum):
    """Which of the two sides a merge may write."""

    BOTH = "both"
    INTO_STORE = "into store"
    INTO_COLLECTION = "into collection"


@dataclass
class Tally:
    """How much was written to one side.

    `kinds` names what changed, deletions included, so that windows refresh only these.
    """

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

    def add_counts(self, number: int) -> None:
        """Count decks of which only today's counts changed."""
        self.decks += number
        self.kinds.add(DECK_COUNTS)

    def add_deleted(self, kind: str, number: int = 1) -> None:
        if number:
            self.deletions += number
            self.kinds.add(_NAMES[kind])

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def to_json(self) -> dict[str, int]:
        """Return the numbers that are not 0."""
        numbers = {name: getattr(self, name) for name in (*_NAMES.values(), CONFIG, DELETIONS)}
        return {name: number for name, number in numbers.items() if number}


class Deferred(Enum):
    """Why `into_store` left everything to the next `merge`."""

    NOT_PAIRED = "not paired"
    NEW_DAY = "new day"  # cards must be unburied first, which writes to the collection
    COMPARE = "compare"  # a side has another schema or file
    BUSY = "busy"  # the collection kept changing


class QuestionKind(Enum):
    """What only a person can decide."""

    PAIRING = "pairing"  # never merged, and the cards differ
    BOTH_SCHEMAS = "both schemas"  # both sides changed their structure
    STORE_REPLACED = "store replaced"  # a phone's upload lacks many cards
    COLLECTION_REPLACED = "collection replaced"  # another file, and pending changes are gone

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What a person can answer; the preferred one is first."""
        return _ANSWERS[self]


class Answer(Enum):
    """The side to keep; the other is backed up first."""

    COLLECTION = "collection"
    STORE = "store"
    BOTH = "both"  # unite them: the newer version of each object; nothing is lost


_ANSWERS = {
    QuestionKind.PAIRING: (Answer.COLLECTION, Answer.STORE, Answer.BOTH),
    QuestionKind.BOTH_SCHEMAS: (Answer.COLLECTION, Answer.STORE),
    QuestionKind.STORE_REPLACED: (Answer.BOTH, Answer.STORE),
    QuestionKind.COLLECTION_REPLACED: (Answer.BOTH, Answer.COLLECTION),
}


@dataclass(frozen=True)
class Question:
    """A question for a person. Nothing was written; call again with one of `kind.answers`.

    `only_collection` and `only_store` count the cards that only one side has. `waiting` counts
    changes, from devices or this computer, that no server has yet.
    """

    kind: QuestionKind
    collection: Totals
    store: Totals
    only_collection: int
    only_store: int
    waiting: int

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "collection": self.collection._asdict(),
            "store": self.store._asdict(),
            "only_collection": self.only_collection,
            "only_store": self.only_store,
            "waiting": self.waiting,
            "answers": [answer.value for answer in self.kind.answers],
        }


@dataclass
class Outcome:
    """What was copied in each direction.

    `left` counts the changes that only a merge in the other direction can settle. `backups` are
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
    new_schema: set[str] = field(default_factory=set)
    """Which of "store" and "collection" got another structure; one-way syncs follow."""
    backups: list[Path] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return what is not empty, for one line of JSON."""
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
