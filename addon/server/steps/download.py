"""`download`: the whole collection to the client."""

from __future__ import annotations

import contextlib
import time

from ...store.transfer.outgoing import outgoing
from .. import first_contact
from ..call import Call, Reply, file_reply
from ..events import CollectionDownloaded


def download(call: Call) -> Reply:
    """Hands out a copy, or on a full disk the collection itself, which stays held meanwhile."""
    call.body.json()
    started = time.monotonic()
    with contextlib.ExitStack() as hold:
        hold.enter_context(call.user.without_session(call.admit))
        first_contact.downloaded(call)
        answer = file_reply(outgoing(call.user.folder, hold))
    call.emit(CollectionDownloaded(*call.sender, answer.size, time.monotonic() - started))
    return answer
