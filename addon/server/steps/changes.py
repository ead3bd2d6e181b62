"""`applyChanges`: exchange note types, decks, presets, tags and config."""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import replace
from typing import Any

from ...protocol import versions
from ...protocol.faults import TooLarge
from ...protocol.messages import Changes
from ...store.collection.merge_objects import Objects, exchange_objects
from ...store.validate.travel import OBJECTS, CannotTravel, StepLimits, require_objects_travel
from ..call import Call
from ..replies import Json, Reply
from ..session import Session
from .chunks import read_rows_ahead


def changes(call: Call) -> Reply:
    theirs = Objects(**vars(Changes.parse(call.body.json())))
    with call.session() as session:
        ours = exchange_objects(
            session.collection,
            theirs,
            session.span,
            with_config=not session.client_is_newer,
            now=int(call.now()),
        )
        if session.collection.has_changes:
            _require_travel(session, call.limits.step)
        session.received += len(theirs)
        session.sent += len(ours)
    answer = _with_names_freed(Changes(**vars(ours)), call.header.version)
    return Json(answer.to_json(), lambda: call.work_ahead(read_rows_ahead))


def _require_travel(session: Session, step: StepLimits) -> None:
    """Refuse changes after which no sync could carry all objects, as many small ones add up."""
    collection = session.collection
    try:
        require_objects_travel(map(collection.text, OBJECTS), step)
    except CannotTravel as error:
        with contextlib.suppress(CannotTravel):
            require_objects_travel(map(collection.former_text, OBJECTS), step)
            raise TooLarge(f"the collection could no longer be synced: {error}") from error


def _with_names_freed(ours: Changes, version: int) -> Changes:
    """Send our objects so that the client keeps every name (rule 7, better).

    A client appends `+` to an object whose name another of its own objects still has, and tells
    nobody. That other object is sent too, since names are unique here; but no order helps where two
    objects have swapped names. So all are sent twice, first under names that nothing else has.
    """
    return replace(
        ours,
        note_types=_twice(ours.note_types, version),
        decks=_twice(ours.decks, version),
    )


def _twice(objects: list[Any], version: int) -> list[Any]:
    if len(objects) < 2:
        return objects
    # Clients before protocol 11 may be written in Python (2.1.26 and earlier, AnkiDroid). Those
    # only accept what is newer, so the second one has to be.
    older = 0 if version >= versions.DIRECT_POST else 1
    unused = secrets.token_hex(8)
    unnamed = [
        {**o, "name": f"{unused} {number}", "mod": int(o["mod"]) - older}
        for number, o in enumerate(objects)
    ]
    return unnamed + objects
