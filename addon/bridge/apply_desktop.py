"""Write the store's changes into the desktop's collection.

All in one transaction, with usn -1, so that its own server gets them at the next sync.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..store.schema11.names import fold
from . import configuration, desktop_rows, items
from .desktop import Desktop, in_slices
from .items import Content, Key, fingerprint
from .outcome import CONFIG, Tally

_COUNTS = frozenset(("newToday", "revToday", "lrnToday", "timeToday", "mod", "usn"))


@dataclass
class Written:
    """What the collection holds now.

    `known`: fingerprints of what is the same in the store; None for what was deleted. `news`: what
    the store has yet to get.
    """

    known: dict[Key, bytes | None] = field(default_factory=dict)
    news: dict[Key, Content | None] = field(default_factory=dict)


def write(
    desktop: Desktop,
    to_collection: Mapping[Key, Content | None],
    to_both: Mapping[Key, Content | None],
    config: Mapping[str, Any],
    tally: Tally,
    now_ms: int,
    here: Mapping[Key, Content],
    prints: Mapping[Key, bytes | None],
    *,
    new_schema: bool = False,
) -> Written:
    """Write into the collection, inside a transaction.

    `to_collection` is what the store has, `to_both` what neither side has in this form. `here` is
    what the collection holds, and `prints` are fingerprints of what the store has, both as far as
    they are known.
    """
    written = Written()
    every = {**to_collection, **to_both}
    _delete(desktop, [key for key, content in every.items() if content is None], tally)
    kept = {key: content for key, content in every.items() if content is not None}
    _clear_graves(desktop, kept)
    renamed = _put_objects(desktop, kept, tally)
    _put_rows(desktop, kept, here, tally)
    _put_tags(desktop, [tag for key, tag in kept.items() if key[0] == items.TAGS], tally)
    for name, value in config.items():
        _set_config(desktop, name, value)
    tally.add(CONFIG, len(config))
    desktop.touch(now_ms, new_schema=new_schema)
    for key, content in to_collection.items():
        if key in renamed and renamed[key]["name"] != kept[key]["name"]:
            written.news[key] = renamed[key]  # Anki found the name taken
        elif key in prints and key not in renamed:
            written.known[key] = prints[key]
        else:
            held = renamed.get(key, content)
            written.known[key] = None if held is None else fingerprint(key[0], held)
    written.news.update((key, renamed.get(key, content)) for key, content in to_both.items())
    return written


def _delete(desktop: Desktop, keys: Iterable[Key], tally: Tally) -> None:
    for kind, ids in items.ids_by_kind(keys).items():
        for some in in_slices(ids):
            desktop.db.execute(f"delete from {kind} where id in ({some})")
            if kind == items.NOTE_TYPES:
                _delete_parts(desktop, some)
        if kind in items.GRAVES:
            # Anki uses `or ignore`: its server would never get a second deletion
            desktop.db.executemany(
                "insert or replace into graves (oid, type, usn) values (?, ?, -1)",
                [[id, items.GRAVES[kind]] for id in ids],
            )
        tally.add_deleted(kind, len(ids))


def _delete_parts(desktop: Desktop, ids: str) -> None:
    for table in ("fields", "templates"):
        desktop.db.execute(f"delete from {table} where ntid in ({ids})")


def _clear_graves(desktop: Desktop, keys: Iterable[Key]) -> None:
    """Remove the graves of what exists.

    A device that missed both the deletion and the restoration would apply the grave first.
    """
    ids = items.ids_by_kind(keys)
    for kind, number in items.GRAVES.items():
        for some in in_slices(ids.get(kind, ())):
            desktop.db.execute(f"delete from graves where type = {number} and oid in ({some})")


def _put_objects(desktop: Desktop, kept: Mapping[Key, Content], tally: Tally) -> dict[Key, Content]:
    """Store presets, note types and decks; return what Anki made of each."""
    stored: dict[Key, Content] = {}
    for kind in items.OBJECTS:
        keys = [key for key in kept if key[0] == kind]
        counts_only = kind == items.DECKS and _differ_in_counts(desktop, kept, keys)
        if kind != items.PRESETS:  # delete all first, so that names can be swapped
            for some in in_slices(id for _kind, id in keys):
                desktop.db.execute(f"delete from {kind} where id in ({some})")
                if kind == items.NOTE_TYPES:
                    _delete_parts(desktop, some)
        for key in keys:
            desktop.put_object(kind, kept[key])
        for key in keys:
            content = desktop.object(kind, key[1])
            assert content is not None, key
            stored[key] = content
        if counts_only:
            tally.add_counts(len(keys))
        else:
            tally.add(kind, len(keys))
    return stored


def _differ_in_counts(desktop: Desktop, kept: Mapping[Key, Content], decks: Iterable[Key]) -> bool:
    """Return whether only today's counts change in these decks, as after reviews."""
    now = [(desktop.object(items.DECKS, key[1]), kept[key]) for key in decks]
    return bool(now) and all(
        old is not None and _without_counts(old) == _without_counts(new) for old, new in now
    )


def _without_counts(deck: Content) -> dict[str, Any]:
    return {name: value for name, value in deck.items() if name not in _COUNTS}


def _put_rows(
    desktop: Desktop, kept: Mapping[Key, Content], here: Mapping[Key, Content], tally: Tally
) -> None:
    rows = {kind: [row for key, row in kept.items() if key[0] == kind] for kind in items.ROWS}
    desktop_rows.put_notes(desktop, rows[items.NOTES])
    _register_tags(desktop, rows[items.NOTES])
    desktop_rows.put_cards(desktop, rows[items.CARDS], here)
    desktop_rows.put_reviews(desktop, rows[items.REVIEWS])
    for kind in items.ROWS:
        tally.add(kind, len(rows[kind]))


def _register_tags(desktop: Desktop, notes: Iterable[Content]) -> None:
    _insert_tags(desktop, {tag for note in notes for tag in note[4].split()})


def _put_tags(desktop: Desktop, tags: Iterable[str], tally: Tally) -> None:
    tally.add(items.TAGS, _insert_tags(desktop, set(tags)))


def _insert_tags(desktop: Desktop, tags: set[str]) -> int:
    if not tags:
        return 0
    known = {fold(tag) for tag, _usn in desktop.tags()}
    new = sorted({fold(tag): tag for tag in sorted(tags) if fold(tag) not in known}.values())
    if new:
        desktop.db.executemany(
            "insert or ignore into tags (tag, usn, collapsed) values (?, -1, 0)",
            [[tag] for tag in new],
        )
    return len(new)


def _set_config(desktop: Desktop, name: str, value: Any) -> None:
    if name == configuration.CREATED:
        if value is not configuration.ABSENT:
            desktop.db.execute("update col set crt = ?", value)
    elif value is configuration.ABSENT:
        desktop.db.execute("delete from config where key = ?", name)
    else:
        desktop.set_config(name, value)
