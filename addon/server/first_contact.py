"""The first contact of a device with a store that is bridged with a desktop's collection.

Both may come from the same server, mostly AnkiWeb. The store has its own schema stamp, so the
device is asked which side to keep. An upload is united with the store. A download gives up what the
device had not sent, unless it was expected: then that is merged first (docs/store.md, "A phone's
first contact"). This module has what the protocol steps need for that.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import DataFolderUnusable
from ..protocol.faults import Unavailable
from ..store.collection.collection import Stamps
from ..store.transfer.incoming import Incoming
from ..store.unite.union import unite
from .accounts.contacts import Contact
from .events import Placed

if TYPE_CHECKING:
    from .call import Call
    from .session import Session

log = logging.getLogger(__name__)

# Shown by clients as it is: in English, as Anki's own server does.
_AHEAD = (
    "This device has synced with AnkiWeb more recently than Anki on the computer has. "
    "Please sync Anki on the computer with AnkiWeb, then sync this device again."
)


def stamps_for(call: Call, stamps: Stamps) -> tuple[Stamps, str]:
    """The stamps that the sender is to see, and a sentence if it may not go on."""
    device, expected = call.account.device, call.user.expected
    expected.shown.pop(device, None)
    if not call.user.folder.is_bridged:
        return stamps, ""
    contact = _contact(call, stamps.scm)
    if contact.file_scm is not None:
        return replace(stamps, scm=contact.file_scm), ""
    if contact.owes_download:
        # with an equal `mod` clients look no further (rslib/src/sync/collection/meta.rs)
        return replace(stamps, mod=stamps.mod + 1), ""
    desktop = expected.desktop
    if desktop is None or not desktop.prove_an_earlier_sync or contact.mark is not None:
        return stamps, ""
    if expected.ahead.get(device) == desktop:
        return stamps, _AHEAD
    expected.shown[device] = desktop
    # usn 0 makes the client's own 1 at the end: going back to its server, it misses nothing
    return replace(stamps, scm=desktop.scm, usn=0), ""


def uses_server_usns(call: Call, client_usn: int) -> bool:
    """Whether the session about to start goes by the numbers of the desktop's server.

    Raises `Unavailable` for a device that knows more of that server than the desktop does: what was
    deleted there since would come back.
    """
    desktop = call.user.expected.shown.get(call.account.device)
    if desktop is None:
        return False
    if client_usn > desktop.usn:
        call.user.expected.ahead[call.account.device] = desktop
        raise Unavailable(_AHEAD)
    return True


def synced(call: Call, session: Session) -> None:
    """Note the end of the sender's session."""
    if not call.user.folder.is_bridged:
        return
    scm = session.committed.scm
    if session.uses_server_usns:
        call.user.expected.shown.pop(call.account.device, None)
        _keep(call, Contact(scm, owes_download=True))
    else:
        _keep(call, replace(_contact(call, scm), mark=session.span.usn + 1))


def downloaded(call: Call) -> None:
    """Note that the sender gets the whole collection, which must be held."""
    if call.user.folder.is_bridged:
        stamps = call.user.committed_stamps()
        _keep(call, Contact(stamps.scm, mark=stamps.usn))


def place(call: Call, incoming: Incoming) -> Placed:
    """Put the sender's whole collection into the store, which must be held.

    It is united with what is there, but for a store without a desktop, where it replaces that, as
    the question on the device promises; so does an upload that changed the structure.
    """
    if not (call.user.folder.is_bridged and call.user.folder.has_collection):
        incoming.put_in_place()
        return Placed.REPLACED
    scm = call.user.committed_stamps().scm
    contact = _contact(call, scm)
    united = unite(incoming, contact.mark, call.now())
    if united is None:
        incoming.put_in_place()
        stamps = call.user.committed_stamps()
        _keep(call, Contact(stamps.scm, mark=stamps.usn))
        return Placed.RESTRUCTURED
    if united.must_download:
        _keep(call, Contact(scm, owes_download=True))
        return Placed.UNITED_BUT_FOR_STRUCTURE
    _keep(call, replace(contact, file_scm=united.file_scm, owes_download=False))
    return Placed.UNITED


def _contact(call: Call, scm: int) -> Contact:
    known = call.accounts.contact(call.account.device)
    return known if known.scm == scm else Contact(scm)


def _keep(call: Call, contact: Contact) -> None:
    """What was done must not fail for this: a device that is not known is asked once more."""
    with _left_unknown():
        call.accounts.keep_contact(call.account.device, contact)


@contextlib.contextmanager
def _left_unknown() -> Iterator[None]:
    try:
        yield
    except DataFolderUnusable as error:
        log.warning("how far a device is in step is not kept: %s", error)
