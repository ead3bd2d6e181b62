"""What a step is given: a request whose sender is known."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..protocol.faults import Conflict, Unavailable
from ..protocol.header import SyncHeader
from ..store.media.store import MediaStore
from .accounts.accounts import Account
from .decoded_body import DecodedBody
from .events import Event
from .limits import Limits
from .progress import Tracker
from .services import Services
from .session import Session
from .users import User


@dataclass(frozen=True)
class Call:
    """A request and its sender."""

    header: SyncHeader
    account: Account
    user: User
    body: DecodedBody
    tracker: Tracker
    services: Services

    @property
    def sender(self) -> tuple[str, str, int]:
        """The first fields of an `Event` about this device."""
        return self.account.user, self.account.client, self.account.device

    @property
    def limits(self) -> Limits:
        return self.services.limits

    def now(self) -> float:
        """Return the time in seconds since 1970."""
        return self.services.now()

    def emit(self, event: Event) -> None:
        """Record an event and pass it to the listener."""
        self.services.emit(event)

    def admit(self) -> None:
        """Refuse the request if its device was removed, or the server stopped, in the meantime."""
        self.services.admit(self.header.host_key)

    @contextlib.contextmanager
    def session(self) -> Iterator[Session]:
        """Hold the sender's running session."""
        with self.user.session(self.header.session_key, self.admit) as session:
            yield session
            self.tracker.set_totals(session.received, session.sent)

    def work_ahead(self, work: Callable[[Session], object]) -> None:
        """Read what the client will ask for while it works on the last answer.

        What fails here will fail again when the client asks, and is reported then. So nothing is
        raised: what follows the sending of an answer must happen.
        """
        with (
            contextlib.suppress(Conflict, Unavailable),  # the session is over, or others wait
            self.user.session(self.header.session_key) as session,
            contextlib.suppress(Exception),
        ):
            work(session)

    @contextlib.contextmanager
    def media(self) -> Iterator[MediaStore]:
        """Hold the sender's media."""
        with self.user.media(self.admit) as media:
            yield media
