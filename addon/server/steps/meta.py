"""`meta`: what the client compares with its own collection to know what kind of sync is due."""

from __future__ import annotations

from ...protocol import versions
from ...protocol.faults import Unsupported
from ...protocol.messages import Meta, MetaRequest
from ..call import Answer, Call, Json


def meta(call: Call) -> Answer:
    """Tells of the committed state and leaves a running session alone (rule 18, better: on Anki's
    server any device that merely asks ends another one's sync)."""
    request = MetaRequest.parse(call.body.json())
    if not versions.is_supported(request.version):
        raise Unsupported(f"protocol version {request.version}")
    with call.user.locked():
        stamps = call.user.committed_stamps()
    with call.user.media() as media:
        media_usn = media.last_usn()
    answer = Meta(
        mod=stamps.mod,
        scm=stamps.scm,
        usn=stamps.usn,
        ts=int(call.now()),
        empty=stamps.empty,
        media_usn=media_usn,
    )
    return Json(answer.to_json())
