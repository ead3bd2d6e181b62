"""Decide what to do with each difference after a full comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..store.schema11.names import fold
from . import items, structure
from .compare import Differences, explain_differences
from .items import Content, Key, same_content
from .lineage import Lineage
from .outcome import Answer
from .read_desktop import Reading
from .rules import Changed, Decisions, decide
from .structure import COLLECTION, STORE


@dataclass
class Weighed:
    """The decisions.

    `new_schema` names the sides whose structure changes, `losers` those that lose something, which
    are backed up first.
    """

    decisions: Decisions
    ours: dict[Key, Content | None]
    new_schema: set[str] = field(default_factory=set)
    losers: set[str] = field(default_factory=set)


def weigh(
    found: Differences,
    reading: Reading,
    news: Changed,
    there: Mapping[Key, Content],
    past: Lineage,
    answer: Answer | None,
) -> Weighed:
    """Decide about everything that differs or changed. `there` is the store's version of it."""
    explained = explain_differences(found, reading, news, past, answer)
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
        explained.ours, explained.theirs, here, there, structure=frozenset(explained.deleted)
    )
    _into_new_structure(decisions, moved - dropped, winner, here, there)
    for key in dropped:  # cards of deleted templates
        decisions.agreed.discard(key)
        (decisions.to_store if winner == COLLECTION else decisions.to_collection)[key] = None
    if winner == STORE:
        _drop_emptied_copies(found, decisions)
    result = Weighed(decisions, explained.ours)
    if found.restructured:
        result.new_schema.add(STORE if winner == COLLECTION else COLLECTION)
    if any(decisions.to_store.get(key, 0) is None for key in explained.deleted):
        result.new_schema.add(STORE)
    result.losers = result.new_schema | _losers(decisions, past, answer)
    return result


def _losers(decisions: Decisions, past: Lineage, answer: Answer | None) -> set[str]:
    """Return the sides of which something is deleted, or overwritten by a side that was kept."""
    found = set()
    if (
        answer is Answer.COLLECTION
        or None in decisions.to_store.values()
        or (past.collection_replaced and decisions.to_store)
    ):
        found.add(STORE)
    if answer is Answer.STORE or None in decisions.to_collection.values() or past.takes_store:
        found.add(COLLECTION)
    return found


def renew_deleted_decks(decisions: Decisions, found: Differences, now: int) -> None:
    """Give a newer time, `now` in seconds, to decks that return after their deletion in the store.

    A device that has not heard of the deletion may hold a newer version than the one that returns,
    and would keep it.
    """
    for key in found.graves_there.keys() & decisions.to_store.keys():
        deck = decisions.to_store[key]
        if key[0] == items.DECKS and deck is not None:
            del decisions.to_store[key]
            mod = max(now, items.mod_of(key[0], deck) + 1)
            decisions.to_both[key] = items.with_mod(key[0], deck, mod)


def _winner(past: Lineage, answer: Answer | None) -> str:
    """Return the side whose note types are kept."""
    if answer in (Answer.COLLECTION, Answer.STORE):
        return STORE if answer is Answer.STORE else COLLECTION
    if past.restructured_by is not None:
        return past.restructured_by
    older = past.collection_older or past.maybe_older
    if past.takes_store or older or (past.store_marked and not past.store_older):
        return STORE if not past.collection_marked else COLLECTION
    return COLLECTION


def _drop_emptied_copies(found: Differences, decisions: Decisions) -> None:
    """Delete what a union made for notes of an upload, now that these get their note type back.

    The union had put them into a copy of the upload's note type (`store/unite/objects.py`).
    """
    coming = {**decisions.to_collection, **decisions.to_both}
    notes = {
        key: coming.get(key) or row for key, row in found.here.items() if key[0] == items.NOTES
    }
    used = {row[2] for row in notes.values()}
    for key in found.only_here(items.NOTE_TYPES):
        uploaded = (theirs for _ours, theirs in found.restructured.values())
        if key[1] not in used and any(_is_copy(found.here[key], each) for each in uploaded):
            decisions.to_store.pop(key, None)
            decisions.to_collection[key] = None


def _is_copy(note_type: Content, of: Content) -> bool:
    return fold(note_type["name"].rstrip("+")) == fold(of["name"].rstrip("+")) and same_content(
        items.NOTE_TYPES,
        note_type,
        {**of, **{name: note_type[name] for name in ("id", "name", "mod")}},
    )


def _move(
    found: Differences, here: dict[Key, Content], there: dict[Key, Content], winner: str
) -> tuple[set[Key], set[Key]]:
    """Fit the losing side's notes and cards into the winning side's note types.

    Return the keys of everything that belongs to these, and those of cards without a template.
    """
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
    """Write notes and cards in the winner's structure to the sides that lack it.

    What the losing side contributes exists in this form on neither side, so both are written. What
    differs only in structure goes to the losing side.
    """
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
