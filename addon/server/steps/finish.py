"""`finish` and `abort`: commit a session, or roll it back."""

from __future__ import annotations

import time

from .. import first_contact
from ..call import Call
from ..events import SyncFinished
from ..replies import Json, Reply
from ..session import Session


def finish(call: Call) -> Reply:
    call.body.json()
    with call.session() as session:
        mod = call.user.commit(session, int(call.now() * 1000))
        first_contact.synced(call, session)
    call.emit(finished(call, session))
    return Json(mod)


def finished(call: Call, session: Session) -> SyncFinished:
    """Return the event for a committed session."""
    return SyncFinished(
        *call.sender,
        received=session.received,
        sent=session.sent,
        seconds=time.monotonic() - session.started,
        reviews=session.reviews,
        changes=session.change_log.to_text(),
        backup=session.backup,
    )


def abort(call: Call) -> Reply:
    """Roll back the sender's session, and no other (better).

    Clients send `abort` after any failure, even on hearing that another session is active, and
    Anki's own server then ends that one.
    """
    call.body.json()
    call.user.abort(call.header.session_key)
    return Json(None)
