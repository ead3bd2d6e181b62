"""`upload`: a whole collection from the client replaces ours, or is united with it."""

from __future__ import annotations

import logging
import time

from ...store.transfer.incoming import Rejected, receive
from .. import first_contact
from ..call import Call, Reply, Text
from ..events import CollectionUploaded, Failed

log = logging.getLogger(__name__)


def upload(call: Call) -> Reply:
    """Receives and checks beside the stored file; only putting it in place takes the lock."""
    started = time.monotonic()
    folder = call.user.folder
    folder.create()
    try:
        blocks = call.body.blocks(call.limits.collection)
        received = receive(folder, blocks, call.limits.step)
        with received as incoming, call.user.without_session(call.admit):
            placed = first_contact.place(call, incoming)
    except Rejected as error:
        log.warning("upload of %r refused: %s", call.user.name, error)
        call.emit(Failed(*call.sender, "upload", 200, str(error)))
        # 200 with a text: what old clients expect, and new ones show it as it is
        return Text(error.message)
    call.emit(CollectionUploaded(*call.sender, incoming.size, time.monotonic() - started, placed))
    return Text("OK")
