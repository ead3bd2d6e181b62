"""`applyGraves`: apply what was deleted on the client."""

from __future__ import annotations

from ...protocol.messages import parse_graves_chunk
from ...store import validate
from ...store.collection.merge_rows import apply_graves
from ..call import Call
from ..large_deletions import back_up_before
from ..replies import Json, Reply


def graves(call: Call) -> Reply:
    theirs = validate.graves(parse_graves_chunk(call.body.json()))
    with call.session() as session:
        back_up_before(call, session, theirs)
        session.received += apply_graves(session.collection, theirs, session.span)
    return Json(None)
