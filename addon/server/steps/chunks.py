"""`chunk` and `applyChunk`: send and receive review log entries, cards and notes."""

from __future__ import annotations

from itertools import chain

from ...protocol.faults import TooLarge
from ...protocol.messages import Chunk
from ...store.collection.merge_rows import Rows, apply_rows, card_size, note_size
from ...store.validate.travel import CannotTravel, StepLimits, require_rows_travel
from ..call import Call
from ..replies import Json, Reply
from ..session import Session


def chunk(call: Call) -> Reply:
    call.body.json()
    with call.session() as session:
        outgoing = session.outgoing_rows()
        rows = outgoing.next_rows()
        session.sent += len(rows)
    return Json(
        Chunk(outgoing.done, **vars(rows)).to_json(),
        None if outgoing.done else lambda: call.work_ahead(read_rows_ahead),
    )


def read_rows_ahead(session: Session) -> None:
    """Read the rows of the next `chunk`."""
    session.outgoing_rows().read_ahead()


def receive_chunk(call: Call) -> Reply:
    chunk = Chunk.parse(call.body.json())
    rows = Rows(chunk.revlog, chunk.cards, chunk.notes)
    with call.session() as session:
        # A client that skips `chunk` must not get its own rows back later in this session.
        session.outgoing_rows()
        apply_rows(session.collection, rows, session.span)
        _require_travel(session, rows, call.limits.step)
        session.received += len(rows)
        session.reviews += len(rows.revlog)
    # A client counts what it has before the next step, and that takes long for many reviews.
    return Json(None, (lambda: call.work_ahead(Session.row_counts)) if chunk.done else None)


def _require_travel(session: Session, rows: Rows, step: StepLimits) -> None:
    sizes = chain(map(note_size, rows.notes), map(card_size, rows.cards))
    try:
        require_rows_travel(session.collection.db, sizes, step)
    except CannotTravel as error:
        raise TooLarge(f"the collection could no longer be synced: {error}") from error
