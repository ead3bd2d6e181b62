"""What a side holds, and what of two sides must be in their union."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..clients import Client

Row = tuple[Any, ...]
Rows = dict[int, Row]

# id, usn, mod, and what a person would miss
_NOTES = "select id, usn, mod, guid, tags, flds from notes"
_CARDS = "select id, usn, mod, nid, type, queue, reps, flags from cards"
_REVIEWS = "select id, usn, 0, cid, ease from revlog"
_GRAVES = "select type, oid, usn from graves"


@dataclass(frozen=True)
class Holding:
    notes: Rows
    cards: Rows
    reviews: Rows
    objects: dict[str, set[int]]
    graves: dict[tuple[int, int], int]

    @property
    def pending_graves(self) -> set[tuple[int, int]]:
        return {key for key, usn in self.graves.items() if usn == -1}


def of_client(client: Client) -> Holding:
    database = client.col.db
    assert database is not None
    tables = {"decks": "decks", "models": "notetypes", "dconf": "deck_config"}
    objects = {
        name: set(database.list(f"select id from {table}")) for name, table in tables.items()
    }
    return _holding(database.all, objects)


def of_store(path: Path) -> Holding:
    with closing(sqlite3.connect(path)) as database:
        objects = {
            name: {int(id) for id in json.loads(text)}
            for name in ("decks", "models", "dconf")
            for (text,) in database.execute(f"select {name} from col")
        }
        return _holding(lambda sql: database.execute(sql).fetchall(), objects)


def _holding(query: Callable[[str], list[Any]], objects: dict[str, set[int]]) -> Holding:
    notes, cards, reviews = (
        {row[0]: tuple(row[1:]) for row in query(sql)} for sql in (_NOTES, _CARDS, _REVIEWS)
    )
    graves = {(type, oid): usn for type, oid, usn in query(_GRAVES)}
    return Holding(notes, cards, reviews, objects, graves)


@dataclass(frozen=True)
class Rule:
    """What a union must keep of both sides.

    `ours_is_older` and `theirs_is_older`: only the other side can have changed this row; `deleted`:
    it must be gone, by kind of grave.
    """

    ours_is_older: Callable[[Row], bool]
    theirs_is_older: Callable[[Row], bool]
    deleted: Callable[[int, int], bool]


def check(ours: Holding, theirs: Holding, after: Holding, rule: Rule) -> list[str]:
    """Return one line for each thing that was lost, or came back, against the rule."""
    found: list[str] = []
    for kind, name in ((1, "notes"), (0, "cards")):
        mine: Rows = getattr(ours, name)
        other: Rows = getattr(theirs, name)
        now: Rows = getattr(after, name)
        for id in mine.keys() | other.keys():
            row = mine.get(id) or other[id]
            needless = kind == 0 and row[2] not in after.notes  # its note is checked on its own
            if rule.deleted(kind, id):
                # cards of a note that stays may come back with it
                if id in now and not (kind == 0 and row[2] in after.notes):
                    found.append(f"{name} {id} was to be deleted")
            elif id not in now and not needless:
                found.append(f"{name} {id} is lost: {mine.get(id)} {other.get(id)}")
            elif id in now and now[id][2:] not in _wanted(mine.get(id), other.get(id), rule):
                found.append(f"{name} {id}: {mine.get(id)} {other.get(id)} became {now[id]}")
    lost = (ours.reviews.keys() | theirs.reviews.keys()) - after.reviews.keys()
    found += [f"review {id} is lost" for id in lost]
    for name in ("decks", "models", "dconf"):
        for id in (ours.objects[name] | theirs.objects[name]) - after.objects[name]:
            if not (name == "decks" and rule.deleted(2, id)):
                found.append(f"{name} {id} is lost")
    return found


def _wanted(ours: Row | None, theirs: Row | None, rule: Rule) -> list[Row]:
    if ours is None or theirs is None:
        return [row[2:] for row in (ours, theirs) if row is not None]
    ours_is_older, theirs_is_older = rule.ours_is_older(ours), rule.theirs_is_older(theirs)
    if ours_is_older != theirs_is_older:
        return [theirs[2:] if ours_is_older else ours[2:]]
    # neither changed: the server of the past left them apart, as it does with flags
    if ours_is_older or ours[1] == theirs[1]:
        return [ours[2:], theirs[2:]]
    return [max(ours, theirs, key=lambda row: int(row[1]))[2:]]
