"""Bridges that are broken on purpose, to prove that a trial notices."""

from __future__ import annotations

import sqlite3
from typing import Any

from .household import BridgeDriver


class Forgets(BridgeDriver):
    """Copies nothing from the store to the collection after the first merge."""

    _first = True

    def run(self, which: str, answer: Any = None) -> Any:
        if which != "into_store" and not self._first:
            which = "into_store"
        self._first = False
        return super().run(which, answer)


class Overwrites(BridgeDriver):
    """Changes a card on the desktop that nobody has touched."""

    def run(self, which: str, answer: Any = None) -> Any:
        outcome = super().run(which, answer)
        self._household.desktop.col.db.execute(
            "update cards set mod = mod + 1, usn = -1, ivl = 77"
            " where id = (select min(id) from cards) and ivl != 77"
        )
        return outcome


class Loses(BridgeDriver):
    """Drops the newest review from the store."""

    def run(self, which: str, answer: Any = None) -> Any:
        outcome = super().run(which, answer)
        db = sqlite3.connect(self._household.store_folder.collection)
        with db:
            db.execute("delete from revlog where id = (select max(id) from revlog)")
        db.close()
        return outcome


SABOTAGE = {"forgets": Forgets, "overwrites": Overwrites, "loses": Loses}
