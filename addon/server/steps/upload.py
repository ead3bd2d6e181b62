"""`upload`: replace the stored collection with the client's, or unite the two."""

from __future__ import annotations

import logging
import time

from ...store.transfer.difference import changes_between
from ...store.transfer.incoming import Rejected, receive
from .. import first_contact
from ..call import Call
from ..disk_reserve import NoRoom
from ..events import CollectionUploaded, RequestFailed
from ..replies import Reply, Text

log = logging.getLogger(__name__)


def upload(call: Call) -> Reply:
    """Receive and check the file beside the stored one; hold that only to put it in place."""
    started = time.monotonic()
    folder = call.user.folder
    folder.create()
    try:
        blocks = call.services.disk.guard(call.body.blocks(call.limits.collection))
        received = receive(folder, blocks, call.limits.step)
        with received as incoming, call.user.without_session(call.admit):
            placement = first_contact.place(call, incoming)
            changes = changes_between(placement.former, folder.collection)
    except Rejected as error:
        log.warning("upload of %r refused: %s", call.user.name, error)
        call.emit(RequestFailed(*call.sender, "upload", 200, str(error)))
        # 200 with a text: old clients expect that, and new ones show it unchanged
        return Text(error.message)
    except NoRoom as error:
        log.warning("upload of %r refused: %s", call.user.name, error)
        call.emit(RequestFailed(*call.sender, "upload", 200, str(error)))
        return Text(error.sentence)
    took = time.monotonic() - started
    call.emit(
        CollectionUploaded(
            *call.sender,
            size=incoming.size,
            seconds=took,
            placed=placement.how,
            replaced=placement.replaced,
            changes=changes.to_text(),
            backup="" if placement.former is None else placement.former.stem,
        )
    )
    return Text("OK")
