"""Everything a collection holds, in a form that two devices can be compared by.

What is left out, and why:

* `usn` columns: where in the server's count a device last saw a row. It may differ between
  devices that took part in different syncs; that nothing is left unsent (-1) is checked instead.
* `col.mod`, `col.ls`, `col.usn` and `col.ver`: bookkeeping of each device's own last sync.
* `graves`: a device records only its own deletions; those that arrive are carried out.
* `config.mtime_secs`: the configuration travels whole, without times.
* `templates.mtime_secs`: not part of what travels.
* tags that no note carries: a tag's removal from the list does not travel (tags have no graves).
* `tags.collapsed`: whether the tag tree is folded does not travel in a normal sync.
* order of keys in `other` (JSON that this version of Anki does not know): a map has no order.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from anki import deck_config_pb2, decks_pb2, notetypes_pb2
from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message

from .clients import Client

Snapshot = dict[str, dict[object, object]]


def snapshot(client: Client) -> Snapshot:
    """Table name -> key -> row, without what may differ (see the top of this file)."""
    return {
        **_plain_tables(client),
        **_note_type_tables(client),
        "decks": {
            id: (name, mtime, _decoded(decks_pb2.Deck.Common, common), _kind(kind))
            for id, name, mtime, common, kind in _rows(
                client, "select id, name, mtime_secs, common, kind from decks"
            )
        },
        "deck_config": {
            id: (name, mtime, _decoded(deck_config_pb2.DeckConfig.Config, config))
            for id, name, mtime, config in _rows(
                client, "select id, name, mtime_secs, config from deck_config"
            )
        },
        "media": media(client.media),
    }


def _plain_tables(client: Client) -> Snapshot:
    return {
        "notes": _by_first(
            client,
            "select id, guid, mid, mod, tags, flds, sfld, csum, flags, data from notes",
        ),
        "cards": _by_first(
            client,
            "select id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left,"
            " odue, odid, flags, data from cards",
        ),
        "revlog": _by_first(
            client,
            "select id, cid, ease, ivl, lastIvl, factor, time, type from revlog",
        ),
        "tags": dict.fromkeys(_tags_in_use(client), ()),
        "config": {key: json.loads(value) for key, value in _rows(client, _CONFIG)},
        "col": _by_first(client, "select id, crt, scm from col"),
    }


_CONFIG = "select key, val from config"


def _note_type_tables(client: Client) -> Snapshot:
    return {
        "notetypes": {
            id: (name, mtime, _decoded(notetypes_pb2.Notetype.Config, config))
            for id, name, mtime, config in _rows(
                client, "select id, name, mtime_secs, config from notetypes"
            )
        },
        "fields": {
            (ntid, ord): (name, _decoded(notetypes_pb2.Notetype.Field.Config, config))
            for ntid, ord, name, config in _rows(
                client, "select ntid, ord, name, config from fields"
            )
        },
        "templates": {
            (ntid, ord): (name, _decoded(notetypes_pb2.Notetype.Template.Config, config))
            for ntid, ord, name, config in _rows(
                client, "select ntid, ord, name, config from templates"
            )
        },
    }


def media(folder: Path) -> dict[object, object]:
    """File name -> SHA-1 of a media folder."""
    return {
        file.name: hashlib.sha1(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file()
    }


def pending(client: Client) -> dict[str, int]:
    """Table -> number of rows still to be sent (usn -1); empty after a normal sync."""
    tables = ("notes", "cards", "revlog", "graves", "notetypes", "decks", "deck_config", "tags")
    counts = {
        table: _rows(client, f"select count() from {table} where usn = -1")[0][0]
        for table in tables
    }
    return {table: count for table, count in counts.items() if count}


def differences(one: Snapshot, other: Snapshot) -> list[str]:
    """Return one line per row that is not the same on both sides."""
    found = []
    for table in sorted(one.keys() | other.keys()):
        left, right = one.get(table, {}), other.get(table, {})
        for key in sorted(left.keys() | right.keys(), key=str):
            ours, theirs = left.get(key, "(absent)"), right.get(key, "(absent)")
            if ours != theirs:
                found.append(f"{table} {key!r}:\n    {ours!r}\n    {theirs!r}")
    return found


def assert_same(one: Client, other: Client) -> None:
    """Both devices hold the same, media included, and have nothing left to send."""
    assert not pending(one), (one.name, pending(one))
    assert not pending(other), (other.name, pending(other))
    found = differences(snapshot(one), snapshot(other))
    assert not found, f"{one.name} and {other.name} differ:\n" + "\n".join(found[:20])


def _rows(client: Client, sql: str) -> list[Any]:
    database = client.col.db
    assert database is not None
    # Anki's database layer hands blobs out as lists of numbers.
    return [[bytes(v) if isinstance(v, list) else v for v in row] for row in database.all(sql)]


def _tags_in_use(client: Client) -> list[str]:
    carried = {
        tag.casefold() for row in _rows(client, "select tags from notes") for tag in row[0].split()
    }
    listed = [row[0] for row in _rows(client, "select tag from tags")]
    return [tag for tag in listed if tag.casefold() in carried]


def _by_first(client: Client, sql: str) -> dict[object, object]:
    return {row[0]: tuple(row[1:]) for row in _rows(client, sql)}


@functools.cache  # tests compare again and again what has not changed
def _decoded(kind: type[Message], blob: bytes) -> object:
    return _with_readable_other(MessageToDict(kind.FromString(blob)))


def _kind(blob: bytes) -> object:
    return _decoded(decks_pb2.Deck.KindContainer, blob)


def _with_readable_other(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: json.loads(base64.b64decode(item) or b"{}")
            if key == "other" and isinstance(item, str)
            else _with_readable_other(item)
            for key, item in value.items()
        }
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_with_readable_other(item) for item in value]
    return value
