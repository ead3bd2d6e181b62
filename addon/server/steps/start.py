"""`start`: begin a session, and tell the client what was deleted here."""

from __future__ import annotations

from ...protocol.faults import BadRequest
from ...protocol.messages import StartRequest
from ...store.collection.merge_rows import apply_graves, graves_since
from ...store.collection.timing import unbury_if_new_day
from ...store.validate import graves_at_start
from .. import first_contact
from ..call import Call
from ..large_deletions import back_up_before
from ..replies import Json, Reply


def start(call: Call) -> Reply:
    request = StartRequest.parse(call.body.json())
    theirs = graves_at_start(request.graves)
    if not call.header.session_key:
        raise BadRequest("start without a session key")
    uses_server_usns = first_contact.uses_server_usns(call, request.client_usn)
    with call.user.new_session(
        call.header.session_key,
        call.account.device,
        call.header.client,
        request.client_usn,
        request.client_is_newer,
        call.admit,
    ) as session:
        session.uses_server_usns = uses_server_usns
        unbury_if_new_day(session.collection, int(call.now()))
        ours = graves_since(session.collection.db, request.client_usn)
        # Anki 2.0 and AnkiDroid up to 2.16 send theirs here instead of in applyGraves
        back_up_before(call, session, theirs)
        session.received += apply_graves(session.collection, theirs, session.span)
        session.sent += sum(map(len, ours))
    return Json(ours._asdict())
