"""A user's state while the server runs: the folder, its locks, and the running sync session."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .. import threads
from ..protocol.faults import Conflict, Unavailable
from ..store import atomic
from ..store.collection.collection import CollectionStamps
from ..store.collection.merge_objects import Span
from ..store.faults import NotNow
from ..store.media.store import MediaStore
from ..store.paths import UserFolder
from ..store.transfer.backups import discard_links_to_the_collection
from ..store.transfer.stored import StoredStamps, open_stored
from .expected import Expected
from .idle_sessions import IdleSessions
from .limits import Limits
from .media_usns import MediaUsns
from .session import Session

log = logging.getLogger(__name__)

# After this many seconds without a request, a session's phone counts as gone for work of our own,
# which cannot wait as long as its user: clients give up a request after 60 and start again.
_VANISHED = 90.0
# The same for a session whose own device asks for `meta`.
_RESTARTED = 2.0
# Seconds without a request for media after which received files are flushed.
_MEDIA_IDLE = 1.0

Admit = Callable[[], None]
"""Refuses a request by raising. Called once the lock is held, so that nothing can come between.

A device may be removed, or the server stop, while a request waits or is still being received."""


def admit_anyone() -> None:
    """Refuse no request."""


class User:
    """A user's folder and what protects it.

    The collection and the media each have a lock: clients sync media in the background while the
    next collection sync may already run. A lock is held for one request, never for a session: a
    phone may vanish in the middle of one. Every method raises Unavailable if others hold the lock
    for too long.
    """

    def __init__(
        self, name: str, folder: UserFolder, limits: Limits, on_session: Callable[[], None]
    ) -> None:
        """`on_session` is called when a session has begun."""
        self.name = name
        self.folder = folder
        self._limits = limits
        self._on_session = on_session
        self._collection_lock = threading.Lock()
        self._media_lock = threading.Lock()
        self._guard = threading.Lock()
        self._session: Session | None = None
        self._stamps = StoredStamps(folder)
        self._media: MediaStore | None = None
        self._media_used = 0.0  # when a request last began or ended to use it, monotonic s
        self._is_settling = False
        self._is_closed = threading.Event()
        self.media_usns = MediaUsns()
        """What each device knows of the media. Use it only while holding the media."""
        self.expected = Expected()

    @contextlib.contextmanager
    def locked(self, admit: Admit = admit_anyone) -> Iterator[None]:
        """Hold the collection."""
        with self._hold(self._collection_lock, admit):
            yield

    @contextlib.contextmanager
    def without_session(self, admit: Admit = admit_anyone) -> Iterator[None]:
        """Hold the collection; roll back the session if one is running."""
        with self.locked(admit):
            self._end_session()
            yield

    @contextlib.contextmanager
    def hold_if_idle(self, patience: float) -> Iterator[bool]:
        """Hold the collection for work of our own; yield whether it is held.

        It is not if a request keeps it for longer than `patience` (s), or a session is running.
        """
        if not self._collection_lock.acquire(timeout=patience):
            yield False
            return
        try:
            if not self.used_since(time.monotonic() - _VANISHED):
                self._end_session()
            yield self._running() is None
        finally:
            self._collection_lock.release()

    @contextlib.contextmanager
    def new_session(
        self,
        key: str,
        device: int,
        client: str,
        client_usn: int,
        client_is_newer: bool,
        admit: Admit = admit_anyone,
    ) -> Iterator[Session]:
        """Hold the collection with a new session, in place of the running one, if any.

        A phone that vanished comes back with another session key. An error ends the session.
        """
        with self.without_session(admit):
            collection = open_stored(self.folder)
            committed = collection.stamps()
            span = Span(committed.usn, client_usn)
            session = Session(key, device, client, collection, committed, span, client_is_newer)
            collection.change_log = session.change_log
            self._session = session
            with _ended_by_error(session), self.keep_alive(key):
                collection.begin()
                self._on_session()
                yield session

    @contextlib.contextmanager
    def session(self, key: str, admit: Admit = admit_anyone) -> Iterator[Session]:
        """Hold the collection with the running session. An error ends the session.

        Raises Conflict if another session is running, or none.
        """
        with self.locked():
            session = self._running()
            if session is None:
                raise Conflict("no sync session is active")
            if session.key != key:
                raise Conflict("another sync session is active")
            with _ended_by_error(session):
                admit()
                yield session

    def commit(self, session: Session, now_ms: int) -> int:
        """Commit the session, which the caller holds, and end it; return the new `mod` in ms."""
        mod = session.collection.finish(now_ms)
        stamps = session.collection.stamps()
        session.end()
        with contextlib.suppress(OSError):  # the next `meta` reads them
            self._stamps.committed(stamps)
        return mod

    @contextlib.contextmanager
    def keep_alive(self, key: str) -> Iterator[None]:
        """Keep the session with this key from going idle while the block runs.

        For a whole request, whose body may take long. Does not hold the collection.
        """
        session = self._running()
        if session is None or session.key != key:
            yield
            return
        self._count(session, 1)
        try:
            yield
        finally:
            self._count(session, -1)

    def committed_stamps(self) -> CollectionStamps:
        """Return the stamps that everyone sees, whatever a running session has done so far.

        The caller holds the collection.
        """
        session = self._running()
        if session is not None:
            return session.committed
        if not self.folder.has_collection:
            return CollectionStamps()
        return self._stamps.read()

    def end_stale_session(self, device: int) -> None:
        """Roll back the session that a device left unfinished, now that it begins a new sync."""
        if self._running() is None:
            return
        # an app that asks for changes during its own sync must not end it
        moment = time.monotonic() - _RESTARTED
        self._end_session_if(
            lambda session: session.device == device and not session.used_since(moment)
        )

    def abort(self, key: str) -> None:
        """Roll back the running session if it has this key."""
        self._end_session_if(lambda session: session.key == key)

    def end_session_of(self, device: int) -> None:
        """Roll back the running session if it is this device's. May wait for its request."""
        self._end_session_if(lambda session: session.device == device)

    @contextlib.contextmanager
    def media(self, admit: Admit = admit_anyone) -> Iterator[MediaStore]:
        """Hold the media."""
        self._media_used = time.monotonic()  # while we wait, too, the flushing pauses for us
        with self._hold(self._media_lock, admit):
            if self._media is None:
                self.folder.create()
                self._media = MediaStore.of(self.folder)
                self._media.sweep()
            self._media.tidy()
            try:
                yield self._media
            finally:
                self._media_used = time.monotonic()
                if not (self._media.is_settled or self._is_settling):
                    with contextlib.suppress(RuntimeError):  # no more threads: after the next use
                        threads.start(self._settle_media, "lan-sync-media")
                        self._is_settling = True

    @property
    def media_trouble(self) -> NotNow | None:
        """Why the shared media folder could not be used at the last look, if so."""
        media = self._media
        return None if media is None else media.trouble

    def share_media(self, folder: Path) -> None:
        """Serve media from a folder that Anki uses as well; see `LanServer.share_media`."""
        with self._hold(self._media_lock, admit_anyone):
            self.folder.share_media(folder)
            media, self._media = self._media, None
            if media is not None:
                media.close()

    def has_session(self, key: str) -> bool:
        """Return whether the session with this key is running. Does not need the lock."""
        session = self._running()
        return session is not None and session.key == key

    def used_since(self, moment: float) -> bool:
        """Return whether a session is running that got a request after `moment` (monotonic s)."""
        session = self._running()
        return session is not None and session.used_since(moment)

    def last_request(self) -> float | None:
        """Return when the running session was last in use (monotonic s); None without one."""
        session = self._running()
        if session is None:
            return None
        return time.monotonic() if session.requests else session.last_request

    def end_idle_session(self, since: float) -> None:
        """Roll back the running session unless it has been used after `since` (monotonic s)."""
        if self._running() is None or self.used_since(since):
            return
        with contextlib.suppress(Unavailable), self.locked():  # a request may keep the collection
            if self._running() is not None and not self.used_since(since):
                self._end_session()
                log.info("a session of %r ended: its device has vanished", self.name)

    def close(self) -> None:
        """Close all files. No request may be active."""
        with self._collection_lock:
            self._end_session()
        with self._media_lock:
            media, self._media = self._media, None
            if media is not None:
                media.close()
        self._is_closed.set()

    @contextlib.contextmanager
    def _hold(self, lock: threading.Lock, admit: Admit) -> Iterator[None]:
        if not lock.acquire(timeout=self._limits.lock):
            raise Unavailable(f"user {self.name!r} is busy")
        try:
            admit()
            yield
        finally:
            lock.release()

    def _running(self) -> Session | None:
        session = self._session
        return None if session is None or session.over else session

    def _count(self, session: Session, more: int) -> None:
        with self._guard:
            session.requests += more
            session.last_request = time.monotonic()

    def _end_session(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.end()

    def _end_session_if(self, condition: Callable[[Session], bool]) -> None:
        with self.locked():
            session = self._running()
            if session is not None and condition(session):
                self._end_session()

    def _settle_media(self) -> None:
        """Flush received media once no device uses them.

        The thread looks at the time; to be woken by each request would cost that more than a tenth.
        """
        while not self._is_closed.is_set():
            wait = self._media_used + _MEDIA_IDLE - time.monotonic()
            if wait > 0:
                self._is_closed.wait(wait)
                continue
            with self._media_lock:
                if not self._settle_some_media():
                    self._is_settling = False
                    return

    def _settle_some_media(self) -> bool:
        """Flush a few files, and return whether more are left."""
        if self._media is None or self._media.is_settled:
            return False
        try:
            self._media.settle()
        except (OSError, sqlite3.Error) as error:
            log.warning("media of %r stays in the journal: %s", self.name, error)
            return False
        except Exception:
            log.exception("media of %r stays in the journal", self.name)
            return False
        return True


@contextlib.contextmanager
def _ended_by_error(session: Session) -> Iterator[None]:
    try:
        yield
    except BaseException:
        session.end()
        raise


class Users:
    """The users seen so far, one object each."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self._root = root
        self._limits = limits
        self._lock = threading.Lock()
        self._users: dict[str, User] = {}
        self._idle_sessions = IdleSessions(limits.idle_session, self._all)

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
                self._users[name] = User(name, folder, self._limits, self._idle_sessions.watch)
            return self._users[name]

    def session_was_used_since(self, moment: float) -> bool:
        """Return whether any running session got a request after `moment` (monotonic s)."""
        return any(user.used_since(moment) for user in self._all())

    def close(self) -> None:
        """Close every user, even if one fails. No request may be active."""
        self._idle_sessions.close()
        with contextlib.ExitStack() as closing:
            for user in self._all():
                closing.callback(user.close)

    def _all(self) -> list[User]:
        with self._lock:
            return list(self._users.values())
