"""`finish` and `abort`: the end of a session, for good or for nothing."""

from __future__ import annotations

import time

from ..call import Answer, Call, Json
from ..events import SyncFinished


def finish(call: Call) -> Answer:
    call.body.json()
    with call.session() as session:
        mod = session.collection.finish(int(call.now() * 1000))
        call.user.end_session()
    call.emit(
        SyncFinished(
            *call.sender,
            received=session.received,
            sent=session.sent,
            seconds=time.monotonic() - session.started,
            reviews=session.reviews,
        )
    )
    return Json(mod)


def abort(call: Call) -> Answer:
    """Ends the sender's session. On Anki's server this ends another device's session too (better):
    clients send `abort` after any failure, also after being told that another one is active."""
    call.body.json()
    with call.user.locked():
        call.user.abort(call.header.session_key)
    return Json(None)
