"""`applyChanges`: note types, decks, presets, tags and configuration, both ways at once."""

from __future__ import annotations

import contextlib

from ...protocol.faults import TooLarge
from ...protocol.messages import Changes
from ...store.collection.merge_objects import exchange, with_names_freed
from ...store.validate.travel import OBJECTS, CannotTravel, StepLimits, require_objects_travel
from ..call import Call, Json, Reply
from ..session import Session


def changes(call: Call) -> Reply:
    theirs = Changes.parse(call.body.json())
    with call.session() as session:
        ours = exchange(
            session.collection,
            theirs,
            session.span,
            with_config=not session.client_is_newer,
            now=int(call.now()),
        )
        _require_travel(session, call.limits.step)
        session.received += len(theirs)
        session.sent += len(ours)
    return Json(with_names_freed(ours, call.header.version).to_json())


def _require_travel(session: Session, step: StepLimits) -> None:
    """Many small syncs must not add up to what no sync can carry."""
    collection = session.collection
    try:
        require_objects_travel(map(collection.text, OBJECTS), step)
    except CannotTravel as error:
        with contextlib.suppress(CannotTravel):
            require_objects_travel(map(collection.former_text, OBJECTS), step)
            raise TooLarge(f"with this the collection could not be synced: {error}") from error
