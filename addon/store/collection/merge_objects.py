"""Merging what lives in the JSON columns: note types, decks, presets, tags, configuration.

The rules are numbered as in docs/store.md. "Better" marks where Anki's own server leaves two
devices different and ours does not.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from typing import Any

from ...protocol.faults import BadRequest
from ...protocol.messages import Changes
from .. import validate
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

    `now` in seconds. `Invalid` for a malformed object, `BadRequest` for a note type whose fields
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
    # Objects renamed on the way in stand first (rule 7, better): the client then frees the name
    # before it meets our own object of that name, and all devices end with the same names.
    return replace(
        answer,
        note_types=note_types + answer.note_types,
        decks=decks + answer.decks,
    )


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
    # presets may share a name
    names = {} if column == PRESETS else {fold(o["name"]): key for key, o in objects.items()}
    renamed = []
    for theirs in incoming:
        key = str(int(theirs["id"]))
        ours = objects.get(key)
        if ours is not None:
            if not _is_newer(theirs, ours, span):
                continue
            if column == NOTE_TYPES:
                _check_mergeable(theirs, ours)
            names.pop(fold(ours["name"]), None)
        theirs["usn"] = span.usn
        if column != PRESETS:
            if _make_name_unique(theirs, names, now):
                renamed.append(theirs)
            names[fold(theirs["name"])] = key
        objects[key] = theirs
        collection.changed(column)
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
        raise BadRequest(f"note type {ours['id']}: its fields or templates changed in number")


def _make_name_unique(theirs: dict[str, Any], names: Container[str], now: int) -> bool:
    """Append `+` while another object has the name (rules 6 and 7); whether that was needed."""
    name = unique_name(theirs["name"], names)
    if name == theirs["name"]:
        return False
    theirs["name"] = name
    theirs["mod"] = max(now, int(theirs["mod"]))
    return True


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
