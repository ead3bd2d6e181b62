"""The first contact of a device with a store that is bridged with a desktop's collection.

Both may come from the same server, mostly AnkiWeb. The store has its own schema stamp, so the
device is asked which side to keep. An upload is united with the store. A download gives up what the
device had not sent, unless it was expected: then that is merged first (docs/store.md, "A phone's
first contact"). This module has what the protocol steps need for that.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import DataFolderUnusable
from ..protocol.faults import Unavailable
from ..store.collection.collection import CollectionStamps
from ..store.transfer.incoming import Incoming
from ..store.transfer.put_back import Replaced, replaced
from ..store.unite.sides import UnionResult
from ..store.unite.union import unite
from .accounts.contacts import Contact
from .events import Placed

if TYPE_CHECKING:
    from .call import Call
    from .session import Session

_CLOCKS_APART = 300  # s, between a device's clock and ours

log = logging.getLogger(__name__)

# Clients show it unchanged: in English, like the messages of Anki's own server.
_AHEAD = (
    "This device has synced with AnkiWeb more recently than Anki on the computer has. "
    "Please sync Anki on the computer with AnkiWeb, then sync this device again."
)


def stamps_for(call: Call, stamps: CollectionStamps) -> tuple[CollectionStamps, str]:
    """Return the stamps to show the sender, and a message if it must not go on."""
    device, expected = call.account.device, call.user.expected
    expected.shown.pop(device, None)
    if not call.user.folder.is_bridged:
        return stamps, ""
    contact = _contact(call, stamps.scm)
    if contact.file_scm is not None:
        return replace(stamps, scm=contact.file_scm), ""
    if contact.owes_download:
        # if `mod` is equal, clients look no further (rslib/src/sync/collection/meta.rs)
        return replace(stamps, mod=stamps.mod + 1), ""
    desktop = expected.desktop
    if desktop is None or not desktop.prove_an_earlier_sync or contact.mark is not None:
        return stamps, ""
    if expected.ahead.get(device) == desktop:
        return stamps, _AHEAD
    expected.shown[device] = desktop
    # with usn 0 the client ends at 1: if it goes back to its server, it misses nothing
    return replace(stamps, scm=desktop.scm, usn=0), ""


def uses_server_usns(call: Call, client_usn: int) -> bool:
    """Return whether the session about to start uses the USNs of the desktop's server.

    Raises Unavailable for a device that has synced with that server later than the desktop: what
    was deleted there since then would come back.
    """
    desktop = call.user.expected.shown.get(call.account.device)
    if desktop is None:
        return False
    # Some servers raise a usn without any news: a desktop that has synced meanwhile knows enough.
    before = call.user.expected.ahead.get(call.account.device, desktop)
    if client_usn > desktop.usn and before.syncs == desktop.syncs:
        call.user.expected.ahead[call.account.device] = desktop
        raise Unavailable(_AHEAD)
    return True


def synced(call: Call, session: Session) -> None:
    """Record that the sender's session was committed."""
    if not call.user.folder.is_bridged:
        return
    scm = session.committed.scm
    if session.uses_server_usns:
        call.user.expected.shown.pop(call.account.device, None)
        _keep(call, Contact(scm, owes_download=True))
    else:
        _keep(call, replace(_contact(call, scm), mark=session.span.usn + 1))


def downloaded(call: Call) -> None:
    """Record that the sender gets the whole collection, which the caller holds."""
    if call.user.folder.is_bridged:
        stamps = call.user.committed_stamps()
        _keep(call, Contact(stamps.scm, mark=stamps.usn))


@dataclass(frozen=True)
class Placement:
    """How an upload was put into the store; `former` is the backup of what was there before."""

    how: Placed
    former: Path | None
    replaced: Replaced | None = None
    """What was lost, where no desktop asks about it."""


def place(call: Call, incoming: Incoming) -> Placement:
    """Put the sender's whole collection into the store, which the caller holds.

    It is united with the stored one. It replaces that in a store without a desktop, as the question
    on the device promises. If the device has changed the structure of its collection, it replaces
    what the device can have known.
    """
    if not (call.user.folder.is_bridged and call.user.folder.has_collection):
        former = incoming.put_in_place()
        return Placement(Placed.REPLACED, former, replaced(call.user.folder, former))
    scm = call.user.committed_stamps().scm
    contact = _contact(call, scm)
    united = unite(incoming, contact.mark, call.now())
    if united.restructured:
        _keep(call, Contact(united.file_scm, mark=united.file_usn))
        return Placement(Placed.RESTRUCTURED, united.former)
    if united.must_download:
        if _restructured_since_its_last_sync(call, united):
            # the desktop's change is in the store already; a person may prefer the phone's
            call.user.folder.offer_structure(united.kept)
        _keep(call, Contact(scm, owes_download=True))
        return Placement(Placed.UNITED_BUT_FOR_STRUCTURE, united.former)
    _keep(call, replace(contact, file_scm=united.file_scm, owes_download=False))
    return Placement(Placed.UNITED, united.former)


def _restructured_since_its_last_sync(call: Call, united: UnionResult) -> bool:
    device = call.services.accounts.devices.find(call.account.device)
    if device is None or device.last_sync is None:
        return False
    was_in_step = call.services.accounts.contacts.of(device.id).mark is not None
    # the usn of what never was pending may be 0 as well
    return was_in_step and united.reshaped_at > device.last_sync.when - _CLOCKS_APART


def _contact(call: Call, scm: int) -> Contact:
    known = call.services.accounts.contacts.of(call.account.device)
    return known if known.scm == scm else Contact(scm)


def _keep(call: Call, contact: Contact) -> None:
    # If this fails, what was done must not: an unknown device is only asked once more.
    try:
        call.services.accounts.contacts.keep(call.account.device, contact)
    except DataFolderUnusable as error:
        log.warning("how far a device is in step was not recorded: %s", error)
