"""One user's state while the server runs: folder, locks, and the sync session under way."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from ..protocol.faults import Conflict, Unavailable
from ..store import atomic
from ..store.collection.collection import Stamps
from ..store.collection.merge_objects import Span
from ..store.media.store import MediaStore
from ..store.paths import UserFolder
from ..store.transfer.backups import discard_links_to_the_collection
from ..store.transfer.stored import open_stored
from .first_contact import Expected
from .media_told import Told
from .session import Session

# Seconds without a request after which a session's phone has vanished: clients give up a request
# after 60, and begin anew.
_VANISHED = 90.0
# The same for one whose device asks for `meta`.
_BESIDE = 2.0


class User:
    """A user's folder with what guards it.

    `collection_lock` and `media_lock` are held for one request each, never for a session: a phone
    may vanish in the middle of one. Collection and media have separate locks because clients sync
    media in the background while the next collection sync may already run.
    """

    def __init__(self, name: str, folder: UserFolder, patience: float) -> None:
        self.name = name
        self.folder = folder
        self.expected = Expected()
        self._patience = patience
        self._collection_lock = threading.Lock()
        self._media_lock = threading.Lock()
        self._session: Session | None = None
        self._media: MediaStore | None = None
        self.told = Told()
        """Of which media each device knows; to be used with the media store held."""

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the collection; `Unavailable` when others keep it too long."""
        with self._hold(self._collection_lock, self._patience):
            yield

    @contextlib.contextmanager
    def at_rest(self, patience: float) -> Iterator[bool]:
        """Hold the collection for work of our own; yields whether it is held.

        It is not where a request keeps it longer than `patience` (s), or a session is under way.
        """
        if not self._collection_lock.acquire(timeout=patience):
            yield False
            return
        try:
            if not self.used_since(time.monotonic() - _VANISHED):
                self.end_session()
            yield self._session is None
        finally:
            self._collection_lock.release()

    @contextlib.contextmanager
    def media(self) -> Iterator[MediaStore]:
        """Hold the media store; `Unavailable` when others keep it too long."""
        with self._hold(self._media_lock, self._patience):
            if self._media is None:
                self.folder.create()
                self._media = MediaStore(self.folder.media, self.folder.media_db)
                self._media.sweep()
            yield self._media

    @contextlib.contextmanager
    def _hold(self, lock: threading.Lock, patience: float) -> Iterator[None]:
        if not lock.acquire(timeout=patience):
            raise Unavailable(f"user {self.name!r} is busy")
        try:
            yield
        finally:
            lock.release()

    @contextlib.contextmanager
    def new_session(
        self, key: str, device: int, client: str, client_usn: int, client_is_newer: bool
    ) -> Iterator[Session]:
        """Hold the collection with a new session, in place of the one that may be running: a phone
        that vanished comes back with another session key. An error ends the session."""
        with self.locked():
            self.end_session()
            collection = open_stored(self.folder)
            committed = collection.stamps()
            span = Span(committed.usn, client_usn)
            self._session = Session(
                key, device, client, collection, committed, span, client_is_newer
            )
            with self._ended_by_error():
                collection.begin()
                yield self._session

    @contextlib.contextmanager
    def session(self, key: str) -> Iterator[Session]:
        """Hold the collection with the running session; `Conflict` if it is another one or none.
        An error ends the session."""
        with self.locked():
            if self._session is None:
                raise Conflict("no sync session is active")
            if self._session.key != key:
                raise Conflict("another sync session is active")
            self._session.last_request = time.monotonic()
            with self._ended_by_error():
                yield self._session

    @contextlib.contextmanager
    def _ended_by_error(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.end_session()
            raise

    def committed_stamps(self) -> Stamps:
        """What is visible to everyone, whatever a running session has done so far.

        To be called with the collection held, as the two below.
        """
        if self._session is not None:
            return self._session.committed
        if not self.folder.has_collection:
            return Stamps()
        with contextlib.closing(open_stored(self.folder)) as collection:
            return collection.stamps()

    def end_session(self) -> None:
        """Roll back the running session, if there is one."""
        session, self._session = self._session, None
        if session is not None:
            session.collection.close()

    def has_session(self, key: str) -> bool:
        """Whether this session is running; may be asked without holding the collection."""
        session = self._session
        return session is not None and session.key == key

    def used_since(self, moment: float) -> bool:
        """Whether a session is running that got a request after `moment` (monotonic s)."""
        session = self._session
        return session is not None and session.last_request > moment

    def device_begins(self, device: int) -> None:
        """A device begins a sync: roll back a session that it has left unfinished."""
        with self.locked():
            session = self._session
            # an app that looks for news beside its own sync must not end that
            idle = session is not None and session.last_request < time.monotonic() - _BESIDE
            if session is not None and session.device == device and idle:
                self.end_session()

    def abort(self, key: str) -> None:
        """Roll back the running session if it is this one."""
        if self._session is not None and self._session.key == key:
            self.end_session()

    def shut_out(self, device: int) -> None:
        """Roll back the running session if it is this device's. May wait for its request."""
        with contextlib.suppress(Unavailable), self.locked():
            if self._session is not None and self._session.device == device:
                self.end_session()

    def close(self, timeout: float) -> None:
        """Give up everything open, waiting `timeout` seconds for requests under way. What they
        still hold then is left to them; their process ends, and SQLite rolls back."""
        with contextlib.suppress(Unavailable), self._hold(self._collection_lock, timeout):
            self.end_session()
        with contextlib.suppress(Unavailable), self._hold(self._media_lock, timeout):
            media, self._media = self._media, None
            if media is not None:
                media.close()


class Users:
    """The users seen so far, each made once."""

    def __init__(self, root: Path, patience: float) -> None:
        self._root = root
        self._patience = patience
        self._lock = threading.Lock()
        self._users: dict[str, User] = {}

    def get(self, name: str) -> User:
        with self._lock:
            if name not in self._users:
                folder = UserFolder(self._root / name)
                if folder.root.exists():
                    # what a crash may have left
                    for place in (folder.root, folder.backups):
                        if place.is_dir():
                            atomic.sweep(place)
                    discard_links_to_the_collection(folder)
                self._users[name] = User(name, folder, self._patience)
            return self._users[name]

    def session_was_used_since(self, moment: float) -> bool:
        """Whether any session under way got a request after `moment` (monotonic s)."""
        with self._lock:
            users = list(self._users.values())
        return any(user.used_since(moment) for user in users)

    def close(self, timeout: float = 1.0) -> None:
        """Close every user, each within `timeout` seconds."""
        with self._lock:
            users = list(self._users.values())
        for user in users:
            user.close(timeout)
