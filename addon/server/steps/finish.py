"""`finish` and `abort`: the end of a session, for good or for nothing."""

from __future__ import annotations

import time

from .. import first_contact
from ..call import Call, Json, Reply
from ..events import SyncFinished
from ..session import Session


def finish(call: Call) -> Reply:
    call.body.json()
    with call.session() as session:
        mod = session.collection.finish(int(call.now() * 1000))
        session.end()
        first_contact.synced(call, session)
    call.emit(finished(call, session))
    return Json(mod)


def finished(call: Call, session: Session) -> SyncFinished:
    """The event that a session was committed."""
    return SyncFinished(
        *call.sender,
        received=session.received,
        sent=session.sent,
        seconds=time.monotonic() - session.started,
        reviews=session.reviews,
    )


def abort(call: Call) -> Reply:
    """Ends the sender's session. On Anki's server this ends another device's session too (better):
    clients send `abort` after any failure, also after being told that another one is active."""
    call.body.json()
    call.user.abort(call.header.session_key)
    return Json(None)
