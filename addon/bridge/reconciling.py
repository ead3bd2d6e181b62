"""What becomes of each difference after everything was compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from . import items, structure
from .compare import Differences, explain
from .items import Content, Key
from .lineage import Lineage
from .outcome import Answer
from .read_desktop import Reading
from .rules import Changes, Decisions, decide

STORE, COLLECTION = "store", "collection"


@dataclass
class Weighed:
    """`new_schema` names the sides whose structure becomes another, `losers` those of which
    something is deleted or restructured: they are backed up first."""

    decisions: Decisions
    ours: dict[Key, Content | None]
    new_schema: set[str] = field(default_factory=set)

    @property
    def losers(self) -> set[str]:
        found = set(self.new_schema)
        if any(content is None for content in self.decisions.to_store.values()):
            found.add(STORE)
        if any(content is None for content in self.decisions.to_collection.values()):
            found.add(COLLECTION)
        return found


def weigh(
    found: Differences,
    reading: Reading,
    news: Changes,
    there: Mapping[Key, Content],
    past: Lineage,
    answer: Answer | None,
) -> Weighed:
    """Decide for every thing that differs or changed. `there` is what the store has of those that
    changed."""
    explained = explain(found, reading, news, past, answer)
    here = {**reading.here, **found.here}
    there = {**there, **found.there}
    winner = _winner(past, answer)
    for mid in found.restructured:
        key: Key = (items.NOTE_TYPES, mid)
        for side, changes, content in (
            (COLLECTION, explained.ours, here[key]),
            (STORE, explained.theirs, there[key]),
        ):
            changes.pop(key, None)
            if side == winner:
                changes[key] = content
    moved, dropped = _move(found, here, there, winner)
    for changes, contents in ((explained.ours, here), (explained.theirs, there)):
        for key in moved & changes.keys():
            if changes[key] is not None:
                changes[key] = contents.get(key)
    decisions = decide(
        explained.ours, explained.theirs, here, there, structure=frozenset(explained.gone)
    )
    _into_new_structure(decisions, moved - dropped, winner, here, there)
    for key in dropped:  # cards of templates that are gone
        decisions.agreed.discard(key)
        (decisions.to_store if winner == COLLECTION else decisions.to_collection)[key] = None
    result = Weighed(decisions, explained.ours)
    if found.restructured:
        result.new_schema.add(STORE if winner == COLLECTION else COLLECTION)
    if any(decisions.to_store.get(key, 0) is None for key in explained.gone):
        result.new_schema.add(STORE)
    return result


def _winner(past: Lineage, answer: Answer | None) -> str:
    """The side whose structure counts where they differ."""
    if answer in (Answer.COLLECTION, Answer.STORE):
        return STORE if answer is Answer.STORE else COLLECTION
    if past.takes_store or past.collection_older or (past.store_marked and not past.store_older):
        return STORE if not past.collection_marked else COLLECTION
    return COLLECTION


def _move(
    found: Differences, here: dict[Key, Content], there: dict[Key, Content], winner: str
) -> tuple[set[Key], set[Key]]:
    """Fit the loser's notes and cards into the winner's note types; gives the keys of all that
    belong to these, and those of cards without a place."""
    moved: set[Key] = set()
    loser, other = (there, here) if winner == COLLECTION else (here, there)
    types: dict[int, int] = {}  # of notes
    for kind in (items.NOTES, items.CARDS):
        for key in [key for key in found.keys if key[0] == kind]:
            row = here.get(key) or there[key]
            mid = row[2] if kind == items.NOTES else types.get(row[1], 0)
            if mid not in found.restructured:
                continue
            if kind == items.NOTES:
                types[int(key[1])] = mid
            moved.add(key)
            if key in loser:
                pair = found.restructured[mid]
                old, new = (pair[1], pair[0]) if winner == COLLECTION else pair
                _fit(kind, key, loser, other, old, new)
    return moved, {key for key in moved if key not in loser and key not in other}


def _fit(
    kind: str,
    key: Key,
    loser: dict[Key, Content],
    winner: Mapping[Key, Content],
    old: structure.NoteType,
    new: structure.NoteType,
) -> None:
    row = loser[key]
    if kind == items.NOTES:
        loser[key] = structure.moved_note(row, old, new)
    elif key in winner:
        loser[key] = (*row[:3], winner[key][3], *row[4:])
    else:
        card = structure.moved_card(row, old, new)
        if card is None:
            del loser[key]
        else:
            loser[key] = card


def _into_new_structure(
    decisions: Decisions,
    moved: set[Key],
    winner: str,
    here: Mapping[Key, Content],
    there: Mapping[Key, Content],
) -> None:
    """What goes against the stream is in neither side's form: both are written. What is alike but
    for the form goes with the stream."""
    if winner == COLLECTION:
        against, along, contents = decisions.to_collection, decisions.to_store, here
    else:
        against, along, contents = decisions.to_store, decisions.to_collection, there
    for key in moved:
        if against.get(key) is not None:
            decisions.to_both[key] = against.pop(key)
        elif key in decisions.agreed and key in contents:
            decisions.agreed.discard(key)
            along[key] = contents[key]
