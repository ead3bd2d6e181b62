"""`sanityCheck2`: both sides count before they commit."""

from __future__ import annotations

import logging

from ...protocol.messages import parse_sanity
from ...store.collection.counts import count
from ...store.validate import sanity_counts
from .. import first_contact
from ..call import Call, Json, Reply
from ..events import Failed
from .finish import finished

log = logging.getLogger(__name__)


def sanity(call: Call) -> Reply:
    """`bad` makes the client ask for a one-way sync, so it is never said for a fault of ours."""
    sent = parse_sanity(call.body.json())
    # a sentence: the client found its own collection faulty, and waits for us to disagree
    theirs = None if isinstance(sent, str) else sanity_counts(sent)
    with call.session() as session:
        ours = count(session.collection)
        # Clients before schema 18 may hold a deletion twice (rslib sanity.rs); due counts, which
        # old ones really count, are not even kept.
        same = theirs is not None and theirs._replace(graves=0) == ours._replace(graves=0)
        # quoted and cut: a sentence is somebody's text, of any length and of several lines
        reason = "" if same else f"the counts differ: {sent!r:.300} there, {list(ours)} here"
        if session.span.since > session.committed.usn:
            # Rule 16, better: no session leaves a client ahead of us. It has synced with a state
            # that this folder has lost (an older copy was put back) or with another server, and
            # its changes there would never travel, which no count tells.
            reason = f"it has synced up to {session.span.since}, we to {session.committed.usn}"
        if reason:
            log.warning("sanity check of %r: %s", call.user.name, reason)
            if session.uses_server_usns and theirs is not None:
                # The desktop may have lost graves, by a download from its server: the device then
                # keeps what others deleted. All that it sent is safe here; it will be asked, and
                # loses nothing by a download.
                session.collection.finish(int(call.now() * 1000))
                first_contact.synced(call, session)
                call.emit(finished(call, session))
            call.emit(Failed(*call.sender, "sanityCheck2", 200, reason))
            session.end()  # at once: the client may never send `abort`
    return Json({"status": "bad" if reason else "ok", "c": sent, "s": [[0, 0, 0], *ours]})
