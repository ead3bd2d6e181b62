"""Merge what is in the JSON columns: note types, decks, presets, tags, config.

The rules are numbered as in docs/store.md. "Better" marks where two devices end up different with
Anki's own server, but not with ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from .. import validate
from ..faults import Invalid
from ..schema11.graves import DECK, clear_graves
from ..schema11.names import fold, normalize_deck_name, normalize_tag, unique_name
from .change_log import Kind
from .collection import CONFIG, DECKS, NOTE_TYPES, PRESETS, TAGS, Collection

_LOGGED = {NOTE_TYPES: Kind.NOTE_TYPES, DECKS: Kind.DECKS}


@dataclass(frozen=True)
class Span:
    """The USNs of a session, fixed at `start`."""

    usn: int  # stamped on everything that is received (rule 1, better)
    since: int  # anything with this USN or a later one is new to the client


@dataclass(frozen=True)
class Objects:
    """Whole objects to merge or to send, with the config if that is exchanged too."""

    note_types: list[Any]
    decks: list[Any]
    presets: list[Any]
    tags: list[Any]
    config: Any = None  # only if the sender's collection is the newer one
    created: Any = None  # `crt` in seconds, together with the config

    def __len__(self) -> int:
        return len(self.note_types) + len(self.decks) + len(self.presets) + len(self.tags)


def changed_objects(collection: Collection, span: Span, with_config: bool) -> Objects:
    """Return what the client does not have yet (rule 4)."""

    def changed(column: str) -> list[Any]:
        return [o for o in collection.column(column).values() if o["usn"] >= span.since]

    tags = [tag for tag, usn in collection.column(TAGS).items() if usn >= span.since]
    return Objects(
        note_types=changed(NOTE_TYPES),
        decks=changed(DECKS),
        presets=changed(PRESETS),
        tags=tags,
        config=dict(collection.column(CONFIG)) if with_config else None,
        created=collection.created if with_config else None,
    )


def exchange_objects(
    collection: Collection, incoming: Objects, span: Span, with_config: bool, now: int
) -> Objects:
    """Merge the client's objects and return ours as they were before.

    `now` in seconds. Raises Invalid for a malformed object, and for a note type with another number
    of fields or templates.
    """
    ours = changed_objects(collection, span, with_config)
    note_types = _merge(
        collection, NOTE_TYPES, map(validate.note_type, incoming.note_types), span, now
    )
    decks = _merge(collection, DECKS, map(_checked_deck, incoming.decks), span, now)
    _merge(collection, PRESETS, map(validate.preset, incoming.presets), span, now)
    merge_tags(collection, incoming.tags, span)
    if incoming.config is not None:
        _replace_config(collection, validate.config(incoming.config))
    if incoming.created is not None:
        collection.set_created(validate.creation_stamp(incoming.created))
    return replace(
        ours,
        note_types=_with_renamed(ours.note_types, note_types),
        decks=_with_renamed(ours.decks, decks),
    )


def _with_renamed(objects: list[Any], renamed: list[Any]) -> list[Any]:
    ids = {o["id"] for o in renamed}
    return [*(o for o in objects if o["id"] not in ids), *renamed]


def _checked_deck(value: Any) -> dict[str, Any]:
    deck = validate.deck(value)
    deck["name"] = normalize_deck_name(deck["name"])
    return deck


def _merge(
    collection: Collection,
    column: str,
    incoming: Iterable[dict[str, Any]],
    span: Span,
    now: int,
) -> list[dict[str, Any]]:
    """Merge what is new or newer into `column`; return the objects that had to be renamed."""
    objects = collection.column(column)
    taken: dict[str, dict[str, Any]] = {}
    for theirs in incoming:
        key = str(int(theirs["id"]))
        ours = taken.get(key) or objects.get(key)
        if ours is not None:
            if not _is_newer(theirs, ours, span):
                continue
            if column == NOTE_TYPES:
                _check_mergeable(theirs, ours)
        theirs["usn"] = span.usn
        taken[key] = theirs
    renamed = [] if column == PRESETS else _make_names_unique(taken, objects, now)
    if taken:
        log = collection.change_log
        if log is not None and column in _LOGGED:
            log.add_objects(_LOGGED[column], objects, taken)
        objects.update(taken)
        collection.changed(column)
    if column == DECKS:
        clear_graves(collection.db, DECK, map(int, taken))
    return renamed


def _is_newer(theirs: dict[str, Any], ours: dict[str, Any], span: Span) -> bool:
    """Return whether the client's version wins (rule 5).

    On a tie where ours is sent too, ours stays (better): on a tie the client accepts what it is
    sent, and Anki's server, which does the same, swaps the two.
    """
    ours_mod, theirs_mod = int(ours["mod"]), int(theirs["mod"])
    if ours["usn"] >= span.since:
        return ours_mod < theirs_mod
    return ours_mod <= theirs_mod


def _check_mergeable(theirs: dict[str, Any], ours: dict[str, Any]) -> None:
    if any(len(theirs[part]) != len(ours[part]) for part in ("flds", "tmpls")):
        # A client never sends this without a new schema stamp, which requires a one-way sync.
        raise Invalid(f"note type {ours['id']}: its number of fields or templates changed")


def _make_names_unique(
    taken: dict[str, dict[str, Any]], objects: dict[str, dict[str, Any]], now: int
) -> list[dict[str, Any]]:
    """Append `+` to incoming names that our objects have (rules 6, 7); return those renamed.

    Only objects that stay as they are count as ours: incoming ones may have swapped names.
    """
    names = {fold(o["name"]) for key, o in objects.items() if key not in taken}
    clashing = []
    for theirs in taken.values():
        if fold(theirs["name"]) in names:
            clashing.append(theirs)
        else:
            names.add(fold(theirs["name"]))
    for theirs in clashing:  # last, so that none takes the name that another one comes with
        theirs["name"] = unique_name(theirs["name"], names)
        # later than what the client has: one written in Python would not accept it otherwise
        theirs["mod"] = max(now, int(theirs["mod"]) + 1)
        names.add(fold(theirs["name"]))
    return clashing


def merge_tags(collection: Collection, incoming: Iterable[Any], span: Span) -> None:
    """Add new tags, spelt like their parents; one known in any spelling stays as it is (rule 8).

    Raises Invalid for what is not a tag.
    """
    tags = collection.column(TAGS)
    spelling = {fold(tag): tag for tag in tags}
    for tag in map(validate.tag, incoming):
        name = normalize_tag(tag)
        if fold(name) in spelling:
            continue
        name = _spell_like_parent(name, spelling)
        tags[name] = span.usn
        spelling[fold(name)] = name
        collection.changed(TAGS)


def _spell_like_parent(tag: str, spelling: dict[str, str]) -> str:
    parts = tag.split("::")
    for depth in range(len(parts) - 1, 0, -1):
        parent = spelling.get(fold("::".join(parts[:depth])))
        if parent is not None:
            return "::".join([parent, *parts[depth:]])
    return tag


def _replace_config(collection: Collection, config: dict[str, Any]) -> None:
    """Replace the config as a whole (rule 9)."""
    ours = collection.column(CONFIG)
    ours.clear()
    ours.update(config)
    collection.changed(CONFIG)
