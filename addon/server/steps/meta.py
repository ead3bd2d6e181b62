"""`meta`: tell the client what it needs to choose the kind of sync."""

from __future__ import annotations

import logging

from ...protocol import versions
from ...protocol.faults import Unsupported
from ...protocol.messages import Meta, MetaRequest
from ...store.collection.collection import CollectionStamps
from ...store.faults import NotNow
from ...store.media.store import MAX_SCAN_S
from .. import first_contact
from ..call import Call
from ..events import MediaUnavailable
from ..replies import Json, Reply

log = logging.getLogger(__name__)

_TOO_NEW = (
    "This collection uses {what}, which your version of Anki does not support. "
    "Please sync with Anki {since} or later on this device."
)


def meta(call: Call) -> Reply:
    """Report the committed state, and leave another device's session alone.

    Rule 18, better: on Anki's own server, any device that merely asks ends another one's sync.
    """
    request = MetaRequest.parse(call.body.json())
    if not versions.is_supported(request.version):
        raise Unsupported(f"protocol version {request.version}")
    call.services.describe(call.account, request.client)
    call.user.end_stale_session(call.account.device)
    call.services.catch_up(call.user.name)
    with call.user.locked(call.admit):
        stamps, stop = first_contact.stamps_for(call, call.user.committed_stamps())
    with call.user.media() as media:  # admitted a moment ago
        try:
            media.refresh(MAX_SCAN_S)
        except NotNow as error:  # the collection can still sync
            log.warning("media of %r: %s", call.user.name, error)
            call.emit(MediaUnavailable(*call.sender))
        media_usn = media.last_usn()
        call.user.media_usns.asked(call.account.device, media_usn)
    answer = Meta(
        mod=stamps.mod,
        scm=stamps.scm,
        usn=stamps.usn,
        ts=int(call.now()),
        empty=stamps.empty,
        media_usn=media_usn,
        message=(refusal := _refusal(request.version, stamps) or stop),
        may_continue=not refusal,
    )
    return Json(answer.to_json())


def _refusal(version: int, stamps: CollectionStamps) -> str:
    """Return why a client of this version cannot handle the collection; "" if it can.

    Clients show it unchanged: in English, like the messages of Anki's own server.
    """
    if stamps.v2_scheduler and version < versions.V2_SCHEDULER:
        return _TOO_NEW.format(what="the v2 scheduler", since="2.1")
    if stamps.v2_timezone and version < versions.V2_TIMEZONE:
        return _TOO_NEW.format(what="the new timezone handling", since="2.1.22")
    return ""
