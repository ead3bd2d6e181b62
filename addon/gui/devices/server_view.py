"""The server's state as rows and sentences for the windows.

Functions that use the server's files are for a thread, because another program may lock them.
"""

from __future__ import annotations

import contextlib
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Mapping, Optional, Sequence

from aqt.utils import openFolder

from ...errors import Problem
from ...i18n import format_bytes, tr
from ...logfile import LOG_NAME
from ...protocol.client_name import parse_client_name
from ..bridge.merger import Merger
from ..bridge.words import describe_wait
from ..parts import storage_words
from ..parts.when import ago, clock, duration
from . import running_words
from .activity_list import ActivityLine
from .activity_words import describe_entry, describe_sync, went_well
from .table import DeviceRow, RefusedSignIns
from .technical_log import technical_log

if TYPE_CHECKING:
    from ...hosting import LanServer
    from ...server.accounts.device import Device
    from ...server.activity import Entry, Refusals
    from ...server.progress import Running

logger = logging.getLogger(__name__)

_ENTRIES = 300  # nobody scrolls further
_REFUSALS_SHOWN = 7 * 86400  # seconds


@dataclass(frozen=True)
class Content:
    """What the window shows of the server's files."""

    devices: Sequence[DeviceRow] = ()
    activity: Sequence[ActivityLine] = ()


class ServerView:
    """The running server, even if it is restarted while a window is open."""

    def __init__(
        self, server: Callable[[], Optional[LanServer]], data: Path, merger: Merger
    ) -> None:
        """`server` returns the running one, if any; `data` is the folder of its data."""
        self._server = server
        self._data = data
        self._merger = merger

    def name_of(self, number: Optional[int], client: str) -> str:
        """Look up a device's name; `client` is how its Anki names itself. For a thread."""
        server = self._server()
        device = None
        if number is not None and server is not None:
            try:
                device = server.accounts.devices.find(number)
            except Problem as problem:  # only a name to show
                logger.warning("a device is shown without its name: %s", problem)
        return parse_client_name(client).device if device is None else device.shown_name

    def read(self) -> Content:
        """Read the devices, last seen first, and what happened, newest first. For a thread."""
        server = self._server()
        if server is None:
            return Content()
        devices = server.accounts.devices.all()
        names = {number: each.shown_name for each in devices for number in (each.id, *each.former)}
        activity = [_line(entry, names) for entry in server.activity.entries(_ENTRIES)]
        refusals = server.activity.refusals(time.time() - _REFUSALS_SHOWN)
        rows = []
        for device in devices:
            own = [each for each in refusals if _is_from(each, device)]
            refusals = [each for each in refusals if each not in own]
            rows.append(self._row(device, own))
        strangers = [_stranger(-number, each) for number, each in enumerate(refusals, 1)]
        return Content([*rows, *strangers], activity)

    def running(self) -> Sequence[str]:
        """Return a sentence for each sync that is running."""
        return [running_words.describe_progress(each) for each in self._running()]

    def phones_syncing(self) -> Sequence[str]:
        """Return the names of the phones that are syncing; media and cards count as one."""
        return list(dict.fromkeys(each.name for each in self._running()))

    def storage(self) -> str:
        """Say how much disk space the data uses. For a thread."""
        return storage_words.describe_usage(self._data)

    def rename(self, device: int, name: str) -> None:
        """Rename a device, unless it was removed meanwhile. For a thread."""
        from ...server.accounts.devices import NoSuchDevice

        server = self._server()
        with contextlib.suppress(NoSuchDevice):
            if server is not None:
                server.accounts.devices.rename(device, name)

    def revoke(self, device: int) -> None:
        """Refuse a device's key from now on. For a thread."""
        from ...server.accounts.devices import NoSuchDevice

        server = self._server()
        with contextlib.suppress(NoSuchDevice):
            if server is not None:
                server.revoke(device)

    def is_anybody_slowed(self) -> bool:
        """Return whether somebody has to wait after each further wrong password."""
        server = self._server()
        return server is not None and any(each.must_wait for each in server.slowed())

    def forgive(self) -> None:
        """Forget all wrong passwords, so that nobody has to wait."""
        server = self._server()
        if server is not None:
            server.forgive()

    def open_folder(self) -> None:
        """Show the folder with the server's data in the file manager."""
        openFolder(str(self._data))

    def technical_log(self) -> str:
        """Return the end of the log, for a bug report."""
        return technical_log(self._data / LOG_NAME)

    def _running(self) -> Sequence[Running]:
        server = self._server()
        return () if server is None else server.syncs()

    def _row(self, device: Device, refusals: Sequence[Refusals]) -> DeviceRow:
        last = device.last_sync
        return DeviceRow(
            id=device.id,
            name=device.shown_name,
            app=device.app.program,
            user=device.user,
            address=device.address,
            first_seen=device.first_seen,
            last_seen=device.last_seen,
            last_sync=self._last_sync(device),
            problem=device.problem,
            refused=_refused(refusals, 0 if last is None else last.when),
        )

    def _last_sync(self, device: Device) -> str:
        """Return words such as "3 minutes ago: 42 reviews, in Anki since 10:32"."""
        last = device.last_sync
        if last is None:
            return tr.devices_asked() if device.has_asked else tr.devices_never_synced()
        synced = _synced(device)
        if self._merger.is_waiting(device.id):
            return tr.devices_not_in_anki(sync=synced, what=describe_wait(self._merger.waiting))
        if device.in_anki >= last.when:
            return tr.devices_in_anki(sync=synced, time=clock(device.in_anki))
        return synced


def _synced(device: Device) -> str:
    last = device.last_sync
    assert last is not None
    when, took = ago(last.when), duration(last.seconds)
    if last.kind == "upload":
        return tr.devices_uploaded(ago=when, size=format_bytes(last.size), duration=took)
    if last.kind == "download":
        return tr.devices_downloaded(ago=when, size=format_bytes(last.size), duration=took)
    what = describe_sync(last.received, last.reviews, last.sent)
    return tr.devices_synced(ago=when, what=what)


def _line(entry: Entry, names: Mapping[int, str]) -> ActivityLine:
    device = names.get(entry.device or 0) or parse_client_name(entry.client).device
    return ActivityLine(
        when=entry.time,
        device=device,
        what=describe_entry(entry, device),
        well=went_well(entry),
        user=entry.user,
        backup=entry.backup,
    )


def _is_from(refusals: Refusals, device: Device) -> bool:
    """Return whether it was probably this device that tried wrong passwords."""
    same_place = refusals.address == device.address
    same_app = parse_client_name(refusals.client).app == device.app.app
    return same_place and same_app and refusals.user in ("", device.user)


def _refused(refusals: Sequence[Refusals], since: float = 0) -> Optional[RefusedSignIns]:
    if not refusals:
        return None
    times = sum(each.times for each in refusals)
    slowed = any(each.slowed for each in refusals)
    last = refusals[0].last
    return RefusedSignIns(times, refusals[0].address, last, slowed, is_news=last > since)


def _stranger(number: int, refusals: Refusals) -> DeviceRow:
    app = parse_client_name(refusals.client)
    return DeviceRow(
        id=number,
        name=app.device or refusals.address,
        app=app.program,
        user=refusals.user,
        address=refusals.address,
        first_seen=None,
        last_seen=refusals.last,
        last_sync=tr.devices_never_synced(),
        problem="",
        refused=_refused([refusals]),
    )
