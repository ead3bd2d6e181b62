"""Write the desktop's changes into the store, like a session.

Everything gets the store's usn, so that phones receive it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..store import validate
from ..store.collection import collection as stored
from ..store.collection.merge_objects import Span, merge_tags
from ..store.collection.merge_rows import Rows, apply_graves, apply_rows
from ..store.collection.note_text import FIELD_SEPARATOR
from ..store.schema11.graves import DECK, clear_graves
from ..store.schema11.names import fold
from . import configuration, items
from .items import Content, Key
from .outcome import CONFIG, Tally
from .store import COLUMN_OF, Store

_ALL = 2**31  # above every usn, so that all changes are accepted
_CHECKS = {
    items.DECKS: validate.deck,
    items.NOTE_TYPES: validate.note_type,
    items.PRESETS: validate.preset,
}


def write(
    store: Store,
    changes: Mapping[Key, Content | None],
    config: Mapping[str, Any],
    tally: Tally,
) -> set[Key]:
    """Write within the running transaction; return the keys of what must wait.

    An object must wait if another one in the store has its name, because only Anki can rename it;
    the other direction of the merge copies that other one to the collection. Raises Invalid for
    what no client may send, such as a note that does not fit its note type.
    """
    span = Span(usn=store.usn, since=_ALL)
    _delete(store, [key for key, content in changes.items() if content is None], span, tally)
    kept = {key: content for key, content in changes.items() if content is not None}
    waiting: set[Key] = set()
    for kind in items.OBJECTS:
        waiting |= _put_objects(store, kind, kept, span, tally)
    orphans = _orphans(store, kept, waiting)
    waiting |= orphans
    kept = {key: content for key, content in kept.items() if key not in orphans}
    _put_rows(store, kept, span, tally)
    tags = [tag for key, tag in kept.items() if key[0] == items.TAGS]
    merge_tags(store.collection, [*tags, *_tags_of(kept)], span)
    tally.add(items.TAGS, len(tags))
    _set_config(store, config)
    tally.add(CONFIG, len(config))
    return waiting


def _delete(store: Store, keys: Iterable[Key], span: Span, tally: Tally) -> None:
    ids: dict[str, list[int]] = {kind: [] for kind in (*items.GRAVES, *items.OBJECTS)}
    for kind, id in keys:
        if (kind, id) != (items.DECKS, 1):
            ids[kind].append(int(id))
    graves = validate.Graves(ids[items.CARDS], ids[items.NOTES], ids[items.DECKS])
    apply_graves(store.collection, graves, span)
    for kind in (items.NOTE_TYPES, items.PRESETS):
        for id in ids[kind]:
            store.objects(kind).pop(str(id), None)
            store.collection.changed(COLUMN_OF[kind])
    for kind, deleted in ids.items():
        tally.add_deleted(kind, len(deleted))


def _put_objects(
    store: Store, kind: str, kept: Mapping[Key, Content], span: Span, tally: Tally
) -> set[Key]:
    new = {
        key: _CHECKS[kind]({**content, "usn": span.usn})
        for key, content in kept.items()
        if key[0] == kind
    }
    objects = store.objects(kind)
    waiting: set[Key] = set()
    while kind != items.PRESETS:  # presets may share a name
        coming = {key: object for key, object in new.items() if key not in waiting}
        taken = {
            fold(object["name"]) for id, object in objects.items() if (kind, int(id)) not in coming
        }
        clashing = {key for key, object in coming.items() if fold(object["name"]) in taken}
        if not clashing:
            break
        waiting |= clashing
    for key, object in new.items():
        if key not in waiting:
            objects[str(key[1])] = object
            store.collection.changed(COLUMN_OF[kind])
    if kind == items.DECKS:
        clear_graves(store.db, DECK, (int(id) for kind, id in new if (kind, id) not in waiting))
    tally.add(kind, len(new) - len(waiting))
    return waiting


def _orphans(store: Store, kept: Mapping[Key, Content], waiting: set[Key]) -> set[Key]:
    """Return notes that fit no note type in the store, their cards, and cards of waiting decks."""
    note_types = store.objects(items.NOTE_TYPES)
    decks = store.objects(items.DECKS)
    notes = {
        key
        for key, note in kept.items()
        if key[0] == items.NOTES
        and len((note_types.get(str(note[2])) or {"flds": ()})["flds"])
        != note[5].count(FIELD_SEPARATOR) + 1
    }
    cards = {
        key
        for key, card in kept.items()
        if key[0] == items.CARDS
        and (
            (items.NOTES, card[1]) in notes
            or ((items.DECKS, card[2]) in waiting and str(card[2]) not in decks)
        )
    }
    return notes | cards


def _put_rows(store: Store, kept: Mapping[Key, Content], span: Span, tally: Tally) -> None:
    rows = {kind: [row for key, row in kept.items() if key[0] == kind] for kind in items.ROWS}
    merged = Rows(
        revlog=[[*row[:2], 0, *row[2:]] for row in rows[items.REVIEWS]],
        cards=[[*row[:5], 0, *row[5:]] for row in rows[items.CARDS]],
        notes=[[*row[:4], 0, *row[4:], "", "", 0, ""] for row in rows[items.NOTES]],
    )
    apply_rows(store.collection, merged, span)
    for kind in items.ROWS:
        tally.add(kind, len(rows[kind]))


def _tags_of(kept: Mapping[Key, Content]) -> list[str]:
    return [
        tag
        for key, note in kept.items()
        if key[0] == items.NOTES
        for tag in note[4].split(" ")
        if tag
    ]


def _set_config(store: Store, config: Mapping[str, Any]) -> None:
    target = store.collection.column(stored.CONFIG)
    for name, value in config.items():
        if name == configuration.CREATED:
            if value is not configuration.ABSENT:
                store.collection.set_created(value)
        elif value is configuration.ABSENT:
            target.pop(name, None)
        else:
            target[name] = value
    if config:
        store.collection.changed(stored.CONFIG)
