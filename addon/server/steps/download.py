"""`download`: the whole collection to the client."""

from __future__ import annotations

import contextlib
import time

from ...store.transfer.outgoing import outgoing
from .. import first_contact
from ..call import Answer, Call, file_answer
from ..events import CollectionDownloaded


def download(call: Call) -> Answer:
    """Hands out a copy, or on a full disk the collection itself, which stays held meanwhile."""
    call.body.json()
    started = time.monotonic()
    with contextlib.ExitStack() as hold:
        hold.enter_context(call.user.alone(call.admit))
        first_contact.downloaded(call)
        answer = file_answer(outgoing(call.user.folder, hold))
    call.emit(CollectionDownloaded(*call.sender, answer.size, time.monotonic() - started))
    return answer
