"""Merging what lives in the JSON columns: note types, decks, presets, tags, configuration.

The rules are numbered as in docs/store.md. "Better" marks where Anki's own server leaves two
devices different and ours does not.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ...protocol import versions
from ...protocol.messages import Changes
from .. import validate
from ..faults import Invalid
from ..schema11.graves import DECK, clear_graves
from ..schema11.names import fold, normalize_deck_name, normalize_tag, unique_name
from .collection import CONFIG, DECKS, NOTE_TYPES, PRESETS, TAGS, Collection


@dataclass(frozen=True)
class Span:
    """The USNs of a session, fixed at `start`."""

    usn: int  # stamped on everything that comes in (rule 1, better)
    since: int  # what has this USN or a later one is new to the client


def changed_objects(collection: Collection, span: Span, with_config: bool) -> Changes:
    """What the client does not have yet (rule 4)."""

    def changed(column: str) -> list[Any]:
        return [o for o in collection.column(column).values() if o["usn"] >= span.since]

    tags = [tag for tag, usn in collection.column(TAGS).items() if usn >= span.since]
    return Changes(
        note_types=changed(NOTE_TYPES),
        decks=changed(DECKS),
        presets=changed(PRESETS),
        tags=tags,
        config=dict(collection.column(CONFIG)) if with_config else None,
        created=collection.created if with_config else None,
    )


def exchange(
    collection: Collection, incoming: Changes, span: Span, with_config: bool, now: int
) -> Changes:
    """Merge the client's objects and give ours as they were before.

    `now` in seconds. `Invalid` for a malformed object, `Invalid` for a note type whose fields
    or templates changed in number.
    """
    answer = changed_objects(collection, span, with_config)
    note_types = _merge(
        collection, NOTE_TYPES, map(validate.note_type, incoming.note_types), span, now
    )
    decks = _merge(collection, DECKS, map(_checked_deck, incoming.decks), span, now)
    _merge(collection, PRESETS, map(validate.preset, incoming.presets), span, now)
    _merge_tags(collection, map(validate.tag, incoming.tags), span)
    if incoming.config is not None:
        _replace_config(collection, validate.config(incoming.config))
    if incoming.created is not None:
        collection.set_created(validate.creation_stamp(incoming.created))
    return replace(
        answer,
        note_types=_with_renamed(answer.note_types, note_types),
        decks=_with_renamed(answer.decks, decks),
    )


def _with_renamed(objects: list[Any], renamed: list[Any]) -> list[Any]:
    ids = {o["id"] for o in renamed}
    return [*(o for o in objects if o["id"] not in ids), *renamed]


def freeing_names(answer: Changes, version: int) -> Changes:
    """The answer in the form in which a client takes every name as it stands (rule 7, better).

    A client appends `+` to an object whose name another one of its own still has, and tells nobody.
    That other one goes out as well, for names are unique here; but no order helps where two objects
    have changed names. So all go out twice, first under names that nobody has.
    """
    return replace(
        answer,
        note_types=_twice(answer.note_types, version),
        decks=_twice(answer.decks, version),
    )


def _twice(objects: list[Any], version: int) -> list[Any]:
    if len(objects) < 2:
        return objects
    # Clients before protocol 11 may be written in Python (2.1.26 and earlier, AnkiDroid), which
    # take only what is newer, so that the second one has to be.
    older = 0 if version >= versions.DIRECT_POST else 1
    nobodys = secrets.token_hex(8)
    unnamed = [
        {**o, "name": f"{nobodys} {number}", "mod": int(o["mod"]) - older}
        for number, o in enumerate(objects)
    ]
    return unnamed + objects


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
    """Take what is new or newer into `column`; gives the objects that had to be renamed."""
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
        objects.update(taken)
        collection.changed(column)
    if column == DECKS:
        clear_graves(collection.db, DECK, map(int, taken))
    return renamed


def _is_newer(theirs: dict[str, Any], ours: dict[str, Any], span: Span) -> bool:
    """Rule 5. On a tie where ours goes out too, ours stays (better): the client takes what it is
    sent on a tie, and Anki's server, which does the same, swaps the two contents."""
    ours_mod, theirs_mod = int(ours["mod"]), int(theirs["mod"])
    if ours["usn"] >= span.since:
        return ours_mod < theirs_mod
    return ours_mod <= theirs_mod


def _check_mergeable(theirs: dict[str, Any], ours: dict[str, Any]) -> None:
    if any(len(theirs[part]) != len(ours[part]) for part in ("flds", "tmpls")):
        # A client never sends this without a new schema stamp, which asks for a one-way sync.
        raise Invalid(f"note type {ours['id']}: its fields or templates changed in number")


def _make_names_unique(
    taken: dict[str, dict[str, Any]], objects: dict[str, dict[str, Any]], now: int
) -> list[dict[str, Any]]:
    """Append `+` to incoming names that objects of ours have (rules 6 and 7); gives those renamed.

    Only what stays as it is counts as ours: objects may come in with each other's names.
    """
    names = {fold(o["name"]) for key, o in objects.items() if key not in taken}
    clashing = []
    for theirs in taken.values():
        if fold(theirs["name"]) in names:
            clashing.append(theirs)
        else:
            names.add(fold(theirs["name"]))
    for theirs in clashing:  # last, so that no name is taken from one that came in with it
        theirs["name"] = unique_name(theirs["name"], names)
        theirs["mod"] = max(now, int(theirs["mod"]))
        names.add(fold(theirs["name"]))
    return clashing


def _merge_tags(collection: Collection, incoming: Iterable[str], span: Span) -> None:
    """Rule 8: a tag known in any spelling stays as it is; a new one borrows its parent's."""
    tags = collection.column(TAGS)
    spelling = {fold(tag): tag for tag in tags}
    for tag in incoming:
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
    """Rule 9: the configuration travels whole."""
    ours = collection.column(CONFIG)
    ours.clear()
    ours.update(config)
    collection.changed(CONFIG)
