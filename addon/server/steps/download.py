"""`download`: send the whole collection to the client."""

from __future__ import annotations

import contextlib
import time

from ...store.transfer.outgoing import outgoing
from .. import first_contact
from ..call import Call
from ..events import CollectionDownloaded
from ..replies import Reply, file_reply


def download(call: Call) -> Reply:
    """Send a copy, or on a full disk the collection itself, which is held until it is sent."""
    call.body.json()
    started = time.monotonic()
    with contextlib.ExitStack() as hold:
        hold.enter_context(call.user.without_session(call.admit))
        first_contact.downloaded(call)
        reply = file_reply(outgoing(call.user.folder, hold))
    call.emit(CollectionDownloaded(*call.sender, reply.size, time.monotonic() - started))
    return reply
