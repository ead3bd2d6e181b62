"""Check that a collection fits into the steps of a normal sync, in both directions.

A client sends its changes in chunks of 250 rows, however large these are, and all its note types,
decks, presets, tags and config at once. So the 250 largest rows may arrive together some day: when
something is replaced in all notes. We ourselves send less at a time (merge_rows.py).
"""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...protocol.json_cost import JsonCost

CHUNK_ROWS = 250  # of a client's chunk
# Bytes of a row besides its text: up to 18 numbers and the separators.
_AROUND = 400
# A UTF-8 character takes up to six times its bytes in JSON: clients written in Python escape
# everything that is not ASCII, and every client escapes control characters. An emoji becomes two
# escapes.
_MOST_ESCAPED = 6
_MOST_PER_CHARACTER = 12
_TEXTS = {"notes": ("guid", "tags", "flds", "data"), "cards": ("data",)}
OBJECTS = ("models", "decks", "dconf", "tags", "conf")
"""The columns of `col` whose contents travel at once."""
_MIB = 1024 * 1024


@dataclass(frozen=True)
class StepLimits:
    """How much one step of a normal sync may hold: bytes of JSON, and values in it."""

    size: int
    values: int


class CannotTravel(ValueError):
    """What is stored, or would be, could never be synced; the message tells the user why."""


class _Row(NamedTuple):
    size: int  # bytes in JSON
    table: str
    id: int


def require_travel(db: sqlite3.Connection, step: StepLimits) -> None:
    """Raise CannotTravel unless any changes to `db` would fit into a step. `db` is in schema 11."""
    _require_rows(db, step)
    query = ", ".join(f"cast({column} as text)" for column in OBJECTS)
    require_objects_travel(db.execute(f"select {query} from col").fetchone(), step)


def require_rows_travel(db: sqlite3.Connection, sizes: Iterator[int], step: StepLimits) -> None:
    """Check the rows alone, after rows with texts of these `sizes` (characters) were added.

    Many small syncs must not add up to what no sync can carry. Raises CannotTravel.
    """
    # any number of these fits, so there is no need to look at all that is stored
    ordinary = (step.size // CHUNK_ROWS - _AROUND) // _MOST_PER_CHARACTER
    if any(size > ordinary for size in sizes):
        _require_rows(db, step)


def _require_rows(db: sqlite3.Connection, step: StepLimits) -> None:
    # an upper limit of their size costs next to nothing, and is enough for nearly every collection
    largest = heapq.nlargest(CHUNK_ROWS, (size for table in _TEXTS for size in _raw(db, table)))
    if sum(largest) * _MOST_ESCAPED + CHUNK_ROWS * _AROUND <= step.size:
        return
    rows = heapq.nlargest(CHUNK_ROWS, (row for table in _TEXTS for row in _escaped(db, table)))
    size = sum(row.size for row in rows)
    if size > step.size:
        raise CannotTravel(
            f"its {len(rows)} largest notes take {_mib(size)} MiB when they change together, and a "
            f"sync carries {_mib(step.size)} MiB at once. Please take pictures and sounds out of "
            f"the text of the largest, for instance nid:{rows[0].id} ({_mib(rows[0].size)} MiB), "
            "and add them as files"
        )


def _raw(db: sqlite3.Connection, table: str) -> Iterator[int]:
    length = " + ".join(f"length(cast({column} as blob))" for column in _TEXTS[table])
    query = f"select {length} from {table} order by 1 desc limit {CHUNK_ROWS}"
    return (size or 0 for (size,) in db.execute(query))


def _escaped(db: sqlite3.Connection, table: str) -> Iterator[_Row]:
    for id_, *texts in db.execute(f"select id, {', '.join(_TEXTS[table])} from {table}"):
        yield _Row(len(json.dumps(texts)) + _AROUND, table, id_)


def require_objects_travel(texts: Iterable[str], step: StepLimits) -> None:
    """Check what is in the `OBJECTS`, given as JSON texts. Raises CannotTravel."""
    texts = list(texts)
    length = sum(map(len, texts))
    if length * _MOST_PER_CHARACTER <= step.size and length <= step.values:
        return  # as nearly always
    size, cost = 0, JsonCost()
    for text in texts:
        cost.add(text.encode("utf-8", "surrogatepass"))
        # as a string inside JSON, without the escapes of quotes and backslashes
        size += len(json.dumps(text)) - text.count('"') - text.count("\\")
    if size > step.size:
        raise CannotTravel(
            f"its note types, decks, options and tags take {_mib(size)} MiB together, and a sync "
            f"carries {_mib(step.size)} MiB at once. Please take pictures and fonts out of the "
            "templates and add them as files"
        )
    if cost.values > step.values:
        raise CannotTravel(
            "it has more note types, decks, options and tags than a sync carries at once. Please "
            "delete those you do not use"
        )


def _mib(size: int) -> str:
    return f"{size / _MIB:.1f}"
