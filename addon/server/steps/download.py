"""`download`: the whole collection to the client."""

from __future__ import annotations

import time

from ...store.transfer.outgoing import snapshot
from ..call import Answer, Call, file_answer
from ..events import CollectionDownloaded


def download(call: Call) -> Answer:
    """Hands out a copy, so that a slow phone does not keep others from syncing."""
    call.body.json()
    started = time.monotonic()
    with call.user.locked():
        call.user.end_session()
        answer = file_answer(snapshot(call.user.folder))
    call.emit(CollectionDownloaded(*call.sender, answer.size, time.monotonic() - started))
    return answer
