"""`applyChanges`: note types, decks, presets, tags and configuration, both ways at once."""

from __future__ import annotations

from ...protocol.messages import Changes
from ...store.collection.merge_objects import exchange, with_names_freed
from ..call import Call, Json, Reply


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
        session.received += len(theirs)
        session.sent += len(ours)
    return Json(with_names_freed(ours, call.header.version).to_json())
