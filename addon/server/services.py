"""What all requests share: accounts, users, limits, the clock, and the listener."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import DataFolderUnusable
from ..protocol.faults import Forbidden, Unavailable
from .accounts.accounts import Account, Accounts
from .accounts.guessing import Guessing
from .disk_reserve import DiskReserve
from .events import CatchUp, Event, Listener, SyncAsked
from .limits import Limits
from .page.passes import Passes
from .progress import Progress
from .request_gate import RequestGate
from .users import Users

log = logging.getLogger(__name__)

UNKNOWN_KEY = "unknown host key"
_MAX_CLIENT = 256  # characters, as in the header


class Services:
    """The parts of the server that steps use. Any thread may call."""

    def __init__(
        self,
        accounts: Accounts,
        users_folder: Path,
        limits: Limits,
        now: Callable[[], float],
        listener: Listener,
        catch_up: CatchUp,
    ) -> None:
        """`now` returns seconds since 1970."""
        self.accounts = accounts
        self.limits = limits
        self.now = now
        self.catch_up = catch_up
        self.disk = DiskReserve(users_folder, limits.reserve)
        self.users = Users(users_folder, limits)
        self.progress = Progress()
        self.gate = RequestGate()
        self.passes = Passes()
        self.guessing = Guessing(free=limits.wrong_passwords)
        self._listener = listener

    def emit(self, event: Event) -> None:
        """Record an event for its device, then pass it to the listener."""
        self.progress.record(event)
        self.passes.record(event)
        with _display_only():
            self.accounts.devices.record(event)
        self._listener(event)

    def admit(self, host_key: str) -> None:
        """Refuse a request whose device was removed, or whose server stopped, since it began."""
        if self.gate.is_shut:
            raise Unavailable("the server has stopped")
        if self.accounts.by_key(host_key) is None:
            raise Forbidden(UNKNOWN_KEY)

    def describe(self, account: Account, client: str) -> None:
        """Keep what a device says about itself in `meta`, and announce that it asked to sync."""
        client = client[:_MAX_CLIENT] or account.client
        if client != account.client:
            with _display_only():
                self.accounts.devices.describe(account.device, client)
        self.emit(SyncAsked(account.user, client, account.device))


@contextlib.contextmanager
def _display_only() -> Iterator[None]:
    """Log a failed note about a device: it is only displayed, so the sync must not fail."""
    try:
        yield
    except DataFolderUnusable as error:
        log.warning("a note about a device could not be stored: %s", error)
