"""What a step is given, and the forms an answer can take."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Union, cast

from ..protocol.header import SyncHeader
from ..store.media.store import MediaStore
from .accounts.accounts import Account, Accounts
from .events import Listener
from .limits import Limits
from .request_buffers import JsonReader
from .session import Session
from .users import Admit, User

# A whole answer up to this size stays in memory; a larger one goes through a temporary file.
_SPOOL = 4 * 1024 * 1024


@dataclass(frozen=True)
class Body:
    """A request's decoded body, read once: `blocks(limit)` yields bytes or raises a `Fault`."""

    blocks: Callable[[int], Iterator[bytes]]
    reader: JsonReader

    def json(self) -> Any:
        """The JSON value; `BadRequest`, `TooLarge`, `Unavailable`."""
        return self.reader.read(self.blocks(self.reader.bound.size))

    def spooled(self, limit: int) -> BinaryIO:
        """The bytes as a file at its start, in memory only while small; the caller closes it."""
        file = tempfile.SpooledTemporaryFile(_SPOOL)  # noqa: SIM115 (handed to the caller)
        try:
            for block in self.blocks(limit):
                file.write(block)
            file.seek(0)
        except BaseException:
            file.close()
            raise
        return cast(BinaryIO, file)


@dataclass(frozen=True)
class Call:
    """A request whose sender is known."""

    header: SyncHeader
    account: Account
    accounts: Accounts
    user: User
    body: Body
    limits: Limits
    now: Callable[[], float]  # seconds since 1970
    emit: Listener
    describe: Callable[[str], None]  # takes what the device tells of itself
    count: Callable[[int, int], None]  # takes a session's totals, received and sent
    catch_up: Callable[[], None]  # see events.CatchUp
    admit: Admit  # looks at the sender's key again

    @property
    def sender(self) -> tuple[str, str, int]:
        """With what an `Event` about this device begins."""
        return self.account.user, self.account.client, self.account.device

    @contextlib.contextmanager
    def session(self) -> Iterator[Session]:
        """The sender's running session, held for this request."""
        with self.user.session(self.header.session_key, self.admit) as session:
            yield session
            self.count(session.received, session.sent)

    @contextlib.contextmanager
    def media(self) -> Iterator[MediaStore]:
        """The sender's media, held for this request."""
        with self.user.media(self.admit) as media:
            yield media


@dataclass(frozen=True)
class LoginCall:
    """A request whose sender is still to be known."""

    header: SyncHeader
    body: Body
    accounts: Accounts
    emit: Listener


@dataclass(frozen=True)
class Json:
    """An answer as JSON."""

    value: Any


@dataclass(frozen=True)
class Text:
    """An answer as plain text."""

    text: str


@dataclass(frozen=True)
class File:
    """An answer streamed from a file, which is closed afterwards. `size` in bytes."""

    file: BinaryIO
    size: int


Reply = Union[Json, Text, File]


def file_reply(file: BinaryIO) -> File:
    """A file's whole content as an answer."""
    size = file.seek(0, 2)
    file.seek(0)
    return File(file, size)
