"""Validate a whole uploaded collection, once it is in schema 11.

What Anki itself repairs when it opens a file, or tolerates, is repaired here in the same way and
marked so that all clients receive it; a file that no client could open or sync is refused.
"""

from __future__ import annotations

import re
import sqlite3
import time
import unicodedata
from collections.abc import Callable
from typing import Any

from ..faults import Invalid
from ..schema11 import strict_json
from ..schema11.graves import clear_graves_of_existing
from ..schema11.names import fold, normalize_deck_name, unique_name
from ..schema11.schema import VERSION
from ..sqlite import transaction
from .file_rows import repair_rows
from .objects import config, creation_stamp, deck, note_type, preset, tag
from .schema import check_tables
from .values import Wrong, i32, i64

_KEY = re.compile("-?(0|[1-9][0-9]*)")
_OBJECT_COLUMNS = {"models": note_type, "decks": deck, "dconf": preset}

ObjectsById = dict[str, dict[str, Any]]


def whole_collection(db: sqlite3.Connection) -> tuple[str, ...]:
    """Check an uploaded schema-11 collection, and repair what Anki would repair.

    `db` has passed `PRAGMA quick_check` and `drop_active_content`. All is done in one transaction,
    or as part of the caller's.

    Returns a line for each repair that changed data: such objects have a new `mod` and the
    collection's usn, and the collection a new `mod`, so that the client that sent the file fetches
    them in its next sync. Raises Invalid.
    """
    with transaction(db):
        check_tables(db)
        usn = _check_col(db)
        now = time.time()
        repairs = _check_objects(db, usn, int(now)) + repair_rows(db, usn, int(now))
        clear_graves_of_existing(db, map(int, _parsed(db, "decks")))
        if repairs:
            db.execute("update col set mod = max(mod + 1, ?)", (int(now * 1000),))
    return tuple(repairs)


def _check_col(db: sqlite3.Connection) -> int:
    """Check the one row of `col`, except its JSON; return its usn."""
    rows = db.execute("select ver, crt, mod, scm, ls, usn from col limit 2").fetchall()
    if len(rows) != 1:
        raise Invalid("col: must have one row")
    version, created, *stamps, usn = rows[0]
    if version != VERSION:
        raise Invalid(f"col: ver must be {VERSION}")
    creation_stamp(created)
    try:
        for stamp in stamps:
            i64(stamp)
        return int(i32(usn))
    except Wrong as wrong:
        raise Invalid(f"col: a time stamp or usn {wrong}") from None


def _check_objects(db: sqlite3.Connection, usn: int, now: int) -> list[str]:
    repairs: list[str] = []

    def changed(obj: dict[str, Any], what: str) -> None:
        obj["mod"] = max(now, obj["mod"] + 1) if type(obj.get("mod")) is int else now
        obj["usn"] = usn
        repairs.append(what)

    config(_parsed(db, "conf"))
    for name, item in _parsed(db, "tags").items():
        tag(name)
        try:
            i32(item)
        except Wrong as wrong:
            raise Invalid(f"tag {name!r:.40}: usn {wrong}") from None
    for column, check in _OBJECT_COLUMNS.items():
        raw = _parsed(db, column)
        # note types are changed in place: compare with what is in the file, not with `raw`
        before = strict_json.dump(raw)
        if column == "models":
            _repair_parts(raw, changed, now)
        objects = _checked(raw, column, check)
        if column == "models":
            _repair_names(objects, lambda name: unicodedata.normalize("NFC", name), changed)
        elif column == "decks":
            _repair_names(objects, normalize_deck_name, changed)
        after = strict_json.dump(objects)
        if after != before:
            db.execute(f"update col set {column} = ?", (after,))
    return repairs


def _parsed(db: sqlite3.Connection, column: str) -> dict[str, Any]:
    (text,) = db.execute(f"select cast({column} as blob) from col").fetchone()
    try:
        value = strict_json.parse(text.decode())
    except (AttributeError, ValueError):
        raise Invalid(f"col: {column} is not JSON") from None
    if type(value) is not dict:
        raise Invalid(f"col: {column} must be an object")
    return value


def _checked(raw: ObjectsById, column: str, check: Callable[[Any], dict[str, Any]]) -> ObjectsById:
    """Return valid objects by their own ids."""
    objects: ObjectsById = {}
    misplaced = []
    for key, item in raw.items():
        if not _KEY.fullmatch(key):
            raise Invalid(f"col: {column} has the key {key!r:.40}, which is not an id")
        # buggy clients did not write a preset's id into it; there Anki goes by the key
        own_id = {"id": int(key)} if column == "dconf" and type(item) is dict else {}
        kept = check({**item, **own_id} if own_id else item)
        if str(kept["id"]) == key:
            objects[key] = kept
        else:
            misplaced.append(kept)
    for kept in misplaced:  # here Anki goes by the id and ignores the key
        objects.setdefault(str(kept["id"]), kept)
    return objects


def _repair_parts(note_types: ObjectsById, changed: Callable[[Any, str], None], now: int) -> None:
    """Give an id to a note type without one, and unique names to its fields and templates.

    Anki does this when it opens a file. The objects are not validated yet: anything that is not a
    note type is left to the validator.
    """
    for key, item in list(note_types.items()):
        if type(item) is not dict:
            continue
        if item.get("id") == 0:
            free = max([now * 1000, *(int(k) for k in note_types if _KEY.fullmatch(k))]) + 1
            item["id"] = free
            del note_types[key]
            note_types[str(free)] = item
            changed(item, f"note type {item.get('name')!r:.40}: had no id")
        for part in ("flds", "tmpls"):
            if _make_names_unique(item.get(part)):
                changed(item, f"note type {item['id']}: two {part} with the same name")


def _make_names_unique(parts: Any) -> bool:
    if type(parts) is not list or not all(
        type(part) is dict and type(part.get("name")) is str for part in parts
    ):
        return False
    taken: set[str] = set()
    renamed = False
    for part in parts:
        name = unique_name(unicodedata.normalize("NFC", part["name"]), taken)
        taken.add(fold(name))
        renamed |= name != part["name"]
        part["name"] = name
    return renamed


def _repair_names(
    objects: ObjectsById, normalize: Callable[[str], str], changed: Callable[[Any, str], None]
) -> None:
    """Normalise names, and append `_` to the second of two, as Anki does when it opens a file.

    The older object keeps its name.
    """
    taken: set[str] = set()
    for key in sorted(objects, key=int):
        item = objects[key]
        name = unique_name(normalize(item["name"]), taken, suffix="_")
        taken.add(fold(name))
        if name != item["name"]:
            what = f"{item['name']!r:.40} (id {key}) is now {name!r:.40}"
            item["name"] = name
            changed(item, what)
