"""Make a user's store from the desktop's collection."""

from __future__ import annotations

import contextlib
import logging
import secrets
import sqlite3
from pathlib import Path

from ..store import atomic, patient
from ..store.collection.collection import connect
from ..store.paths import UserFolder
from ..store.transfer import backups
from ..store.transfer.incoming import make_storable
from ..store.unite.sides import OWN_USNS
from . import read_desktop
from .desktop import Desktop, Stamps
from .items import fingerprint
from .store import Store, opened_store

log = logging.getLogger(__name__)

_WITH_USN = (
    *("notes", "cards", "revlog", "graves", "decks", "notetypes", "templates", "deck_config"),
    *("tags", "config"),
)


def make_store(desktop: Desktop, folder: UserFolder, now_ms: int) -> list[Path]:
    """Replace the store with a copy of the collection; return the backup of the old store.

    The copy keeps the usns of the desktop's server and the graves, but gets its own schema stamp.
    With the desktop's stamp, a phone that comes from that server would be merged by usns that mean
    something else here. Raises Rejected for a collection that no phone could read, sqlite3.Error
    and OSError.
    """
    folder.create()
    with atomic.temporary(folder.root) as path:
        for _ in range(20):
            before = desktop.stamps()
            path.write_bytes(b"")
            desktop.copy_to(path)
            reading = read_desktop.read(desktop, {}, before.usn, {})
            if (reading.stamps.mod, reading.stamps.usn) == (before.mod, before.usn):
                break
        else:
            raise read_desktop.StillMoving
        first_usn = OWN_USNS + secrets.randbelow(2**28)
        with contextlib.closing(connect(path)) as db:
            scm = _renumber(db, reading.stamps, first_usn, now_ms)
        odd = make_storable(path, keep_graves=True)
        if odd:
            log.warning("phones do not get everything in the collection: %s", "; ".join(odd[:20]))
        before_it = set(folder.backups.glob("*.anki2"))
        patient.remove(folder.bridge, missing_ok=True)
        folder.offer_structure(None)
        backups.replace_collection(folder, path)
    with opened_store(folder) as store:
        changed = {key: value for key, value in reading.changed.items() if value is not None}
        seen = {key: fingerprint(key[0], value) for key, value in changed.items()}
        seen.update((key, b"") for key in reading.pending if key not in changed)
        store.state.save_seen({}, seen)
        store.state.save_config(reading.config)
        note_merged(store, desktop, reading.stamps)
        store.state.put("paired", True)
        assert store.stamps()[1] == scm
        store.db.execute("commit")
    return sorted(set(folder.backups.glob("*.anki2")) - before_it)


def note_merged(store: Store, desktop: Desktop, stamps: Stamps) -> None:
    """Record the state of both sides after a merge; what changes from now on is new."""
    state = store.state
    mod, scm, usn = store.stamps()
    state.put("d_stamps", list(stamps))
    state.put("d_file", desktop.identity())
    state.put("s_stamps", [mod, scm, usn])
    state.put("s_usn", usn)
    state.save_own(())
    store.note_outlines()


def _renumber(db: sqlite3.Connection, stamps: Stamps, first_usn: int, now_ms: int) -> int:
    scm = max(now_ms, stamps.scm + 1)
    db.execute("begin")
    for table in _WITH_USN:
        db.execute(f"update {table} set usn = ? where usn = -1", (first_usn,))
    # `mod` too: if it is equal, clients stop looking
    mod = max(scm, stamps.mod + 1)
    db.execute("update col set usn = ?, scm = ?, mod = ?, ls = ?", (first_usn + 1, scm, mod, mod))
    db.execute("commit")
    return scm
