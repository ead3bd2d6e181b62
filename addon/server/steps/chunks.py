"""`chunk` and `applyChunk`: review log, cards and notes, first ours, then the client's."""

from __future__ import annotations

from ...protocol.faults import TooLarge
from ...protocol.messages import Chunk
from ...store.collection.merge_rows import apply_chunk
from ...store.validate.travel import CannotTravel, StepLimits, require_rows_travel
from ..call import Call, Json, Reply
from ..session import Session


def chunk(call: Call) -> Reply:
    call.body.json()
    with call.session() as session:
        ours = session.outgoing_rows().next_chunk()
        session.sent += len(ours)
    return Json(ours.to_json())


def receive_chunk(call: Call) -> Reply:
    theirs = Chunk.parse(call.body.json())
    with call.session() as session:
        # A client that skips `chunk` must not get its own rows back later in this session.
        session.outgoing_rows()
        apply_chunk(session.collection, theirs, session.span)
        _require_travel(session, theirs, call.limits.step)
        session.received += len(theirs)
        session.reviews += len(theirs.revlog)
    return Json(None)


def _require_travel(session: Session, chunk: Chunk, step: StepLimits) -> None:
    rows = (*chunk.notes, *chunk.cards)
    sizes = (sum(len(value) for value in row if isinstance(value, str)) for row in rows)
    try:
        require_rows_travel(session.collection.db, sizes, step)
    except CannotTravel as error:
        raise TooLarge(f"with this the collection could not be synced: {error}") from error
