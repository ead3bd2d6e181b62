"""`chunk` and `applyChunk`: review log, cards and notes, first ours, then the client's."""

from __future__ import annotations

from ...protocol.messages import Chunk
from ...store.collection.merge_rows import apply_chunk
from ..call import Answer, Call, Json


def chunk(call: Call) -> Answer:
    call.body.json()
    with call.session() as session:
        ours = session.outgoing_rows().next_chunk()
        session.sent += len(ours)
    return Json(ours.to_json())


def receive_chunk(call: Call) -> Answer:
    theirs = Chunk.parse(call.body.json())
    with call.session() as session:
        # A client that skips `chunk` must not get its own rows back later in this session.
        session.outgoing_rows()
        apply_chunk(session.collection, theirs, session.span)
        session.received += len(theirs)
        session.reviews += len(theirs.revlog)
    return Json(None)
