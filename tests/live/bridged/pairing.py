"""A store made from a desktop's open collection, as the bridge makes it."""

from __future__ import annotations

import secrets
import time
from contextlib import closing

from addon.store.collection.collection import connect
from addon.store.convert.convert import to_schema11
from addon.store.paths import UserFolder
from addon.store.unite.sides import OWN_USNS

from ..clients import Client
from ..content import run

_TABLES = ("notes", "cards", "revlog", "graves", "decks", "notetypes", "deck_config", "tags")


def make_store(desktop: Client, folder: UserFolder) -> None:
    """Copy the collection. Rows keep the numbers of the desktop's server, what waits for it gets
    the first of the store's own; schema stamp and time are the store's own, too."""
    folder.create()
    folder.collection.unlink(missing_ok=True)
    run(desktop, "vacuum into ?", str(folder.collection))
    first = OWN_USNS + secrets.randbelow(2**28)
    with closing(connect(folder.collection)) as db:
        for table in _TABLES:
            db.execute(f"update {table} set usn = ? where usn = -1", (first,))
        to_schema11(db)
        own = int(time.time() * 1000)
        db.execute(
            "update col set usn = ?, scm = max(scm + 1, ?), mod = max(mod + 1, ?), ls = 0",
            (first + 1, own, own),
        )
    folder.bridge.touch()
