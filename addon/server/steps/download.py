"""`download`: the whole collection to the client."""

from __future__ import annotations

from ...store.outgoing import snapshot
from ..call import Answer, Call, file_answer
from ..events import CollectionDownloaded


def download(call: Call) -> Answer:
    """Hands out a copy, so that a slow phone does not keep others from syncing."""
    call.body.json()
    with call.user.locked():
        call.user.end_session()
        answer = file_answer(snapshot(call.user.folder))
    call.emit(CollectionDownloaded(call.user.name, call.header.client, answer.size))
    return answer
