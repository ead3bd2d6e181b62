"""`sanityCheck2`: compare both sides' counts before the client finishes."""

from __future__ import annotations

import logging

from ...protocol.messages import parse_sanity
from ...store.collection.collection import DECKS, NOTE_TYPES, PRESETS
from ...store.validate import SanityCounts, sanity_counts
from .. import first_contact
from ..call import Call
from ..events import RequestFailed
from ..replies import Json, Reply
from ..session import Session
from .finish import finished

log = logging.getLogger(__name__)


def sanity(call: Call) -> Reply:
    """Compare the counts. `bad` makes the client ask for a one-way sync: not for our own faults."""
    sent = parse_sanity(call.body.json())
    # a sentence: the client found a fault in its own collection, and waits for us to disagree
    theirs = None if isinstance(sent, str) else sanity_counts(sent)
    with call.session() as session:
        ours = _count(session)
        # Clients before schema 18 may have a grave twice (rslib sanity.rs). Due counts, which old
        # ones really send, are not compared either.
        same = theirs is not None and theirs._replace(graves=0) == ours._replace(graves=0)
        # quoted and truncated: a client's sentence may be long and have several lines
        reason = "" if same else f"the counts differ: {sent!r:.300} there, {list(ours)} here"
        if session.span.since > session.committed.usn:
            # Rule 16, better: no session leaves a client ahead of us. It has synced with a state
            # that this folder has lost (an older copy was restored) or with another server. Its
            # changes there would never be sent, and counts do not show that.
            reason = f"it has synced up to {session.span.since}, we to {session.committed.usn}"
        if reason:
            log.warning("sanity check of %r: %s", call.user.name, reason)
            if session.uses_server_usns and theirs is not None:
                # The desktop may have lost graves in a download from its server, so the device
                # still has what others deleted. All that it sent is safe here: when it asks which
                # side to keep, a download loses nothing.
                call.user.commit(session, int(call.now() * 1000))
                first_contact.synced(call, session)
                call.emit(finished(call, session))
            call.emit(RequestFailed(*call.sender, "sanityCheck2", 200, reason))
            session.end()  # at once: the client may never send `abort`
    return Json({"status": "bad" if reason else "ok", "c": sent, "s": [[0, 0, 0], *ours]})


def _count(session: Session) -> SanityCounts:
    """Count what is stored, this session's changes included (rslib/src/storage/sync_check.rs)."""
    objects = (len(session.collection.column(name)) for name in (NOTE_TYPES, DECKS, PRESETS))
    return SanityCounts(*session.row_counts(), *objects)
