"""What the tests of the converter share."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase

from addon.store.convert.convert import to_schema11
from addon.store.schema11.settle import settle

from ..messages import Deck
from ..transfer.snapshots import Snapshot, downgrade_by_anki, opened, snapshot, synced

# A file is opened twice for each example; finding the smallest one would take minutes.
SETTINGS: dict[str, Any] = {
    "deadline": None,
    "derandomize": True,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": [HealthCheck.function_scoped_fixture],
}


def convert(path: Path) -> tuple[str, ...]:
    with opened(path) as db:
        found = to_schema11(db)
        settle(db, keep_graves=True)
        return found


def both(path: Path) -> tuple[Snapshot, Snapshot]:
    """Convert copies of one file by Anki and by us; what our findings are does not matter here."""
    theirs, ours = path.with_suffix(".theirs"), path.with_suffix(".ours")
    shutil.copy(path, theirs)
    shutil.copy(path, ours)
    downgrade_by_anki(theirs)
    convert(ours)
    return synced(snapshot(theirs)), snapshot(ours)


def put(db: sqlite3.Connection, table: str, blob: bytes) -> None:
    """Write an object 9 whose message in ``table`` (of a deck: which one) is ``blob``."""
    bare_deck = Deck.KindContainer(normal=Deck.Normal()).SerializeToString()
    deck = {"common": b"", "kind": bare_deck, table: blob}
    if table in ("common", "kind"):
        db.execute("insert into decks values (9, 'd', 0, 0, ?, ?)", (deck["common"], deck["kind"]))
    elif table == "deck_config":
        db.execute("insert into deck_config values (9, 'p', 0, 0, ?)", (blob,))
    else:
        config = blob if table == "notetypes" else b""
        db.execute("insert into notetypes values (9, 'n', 0, 0, ?)", (config,))
        if table == "fields":
            db.execute("insert into fields values (9, 0, 'f', ?)", (blob,))
        if table == "templates":
            db.execute("insert into templates values (9, 0, 't', 0, 0, ?)", (blob,))
