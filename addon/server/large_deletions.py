"""A backup before a sync deletes much."""

from __future__ import annotations

import sqlite3

from ..store.collection.change_log import Action, Kind, existing
from ..store.transfer.backup_files import DELETIONS
from ..store.transfer.copies import back_up
from ..store.validate import Graves
from .call import Call
from .events import BackupFailed
from .session import Session

MANY = 50  # notes
SHARE = 0.05  # of all notes
FEW = 5  # notes: of a small collection, one is soon a large share


def back_up_before(call: Call, session: Session, graves: Graves) -> None:
    """Back up the collection as it was before the session, if that deletes many notes.

    Once for each session. If there is no room for it, the sync continues anyway: a person is
    warned, and the device has what it wants to delete in a backup of its own.
    """
    if session.backup or not graves.notes:
        return
    db = session.collection.db
    deleted = session.change_log.number(Kind.NOTES, Action.DELETED)
    deleted += len(existing(db, "notes", graves.notes))
    (left,) = db.execute("select count() from notes").fetchone()
    before = left + session.change_log.number(Kind.NOTES, Action.DELETED)
    if deleted <= FEW or (deleted <= MANY and deleted <= before * SHARE):
        return
    try:
        # on a connection of its own, which sees what is committed
        made = back_up(call.user.folder, DELETIONS)
    except (OSError, sqlite3.Error) as error:
        call.emit(BackupFailed(*call.sender, str(error)))
    else:
        session.backup = "" if made is None else made.stem
