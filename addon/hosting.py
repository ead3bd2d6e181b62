"""The whole server, put together: accounts, application, and the thread that serves it."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from . import threads
from .errors import CannotListen, DataFolderUnusable
from .net.httpd import HttpServer
from .server.accounts.accounts import Accounts
from .server.accounts.sign_in import SignIn
from .server.activity import Activity
from .server.app import SyncApp
from .server.events import CatchUp, Event, Listener, ignore, nothing_to_catch_up
from .server.expected import DesktopStamps
from .server.limits import Limits
from .server.progress import Running
from .server.users import User
from .store import atomic, folder_lock
from .store.paths import UserFolder, accounts_path, activity_path, users_path

log = logging.getLogger(__name__)

DEFAULT_PORT = 27701

# A session that got no request for this long is not waited for: its phone has vanished.
_VANISHED = 2.0
# Seconds that a start waits for a server that is about to leave the folder.
_PATIENCE = 5.0


def open_accounts(data: Path, elsewhere: SignIn | None = None) -> Accounts:
    """The accounts below `data`, which is made if need be; `DataFolderUnusable`."""
    with _usable(data):
        return Accounts(accounts_path(data), elsewhere)


def open_activity(data: Path) -> Activity:
    """What happened on the server of `data`, which is made if need be; `DataFolderUnusable`."""
    with _usable(data):
        return Activity(activity_path(data))


@contextlib.contextmanager
def claim_data_folder(data: Path, patience: float = 0.0) -> Iterator[Callable[[], None]]:
    """Keep every server away from `data` while the block runs; create the folder if it is missing.

    Use it to write to users' folders without a server. Accounts do not need it: they may change
    while a server runs. `patience` and the yielded function are those of `folder_lock.locked`.
    Raises DataFolderInUse and DataFolderUnusable.
    """
    with contextlib.ExitStack() as held:
        with _usable(data):
            stopping = held.enter_context(folder_lock.locked(data, patience))
        yield stopping


@contextlib.contextmanager
def _usable(data: Path) -> Iterator[None]:
    try:
        atomic.make_folder(users_path(data), mode=0o700)
        yield
    except (OSError, sqlite3.Error) as error:
        raise DataFolderUnusable(data, str(error)) from error


class LanServer:
    """A sync server on one data folder, from `start` to `stop`; may be started again."""

    def __init__(
        self,
        data: Path,
        host: str,
        port: int,
        on_event: Listener = ignore,
        limits: Limits | None = None,
        elsewhere: SignIn | None = None,
        catch_up: CatchUp = nothing_to_catch_up,
        behind_proxy: bool = False,
    ) -> None:
        """`on_event` is called in the threads of requests, once the event is noted; `elsewhere`
        says who may sign in where the accounts below `data` do not; `catch_up` is asked before a
        device is told where its user's collection stands; `behind_proxy` says that all requests
        come through one, whose X-Forwarded-* are to be believed."""
        self._behind_proxy = behind_proxy
        self.data = data
        self._limits = limits
        self._elsewhere = elsewhere
        self._host = host
        self._port = port
        self._on_event = on_event
        self._catch_up = catch_up
        self._accounts: Accounts | None = None
        self._activity: Activity | None = None
        self._app: SyncApp | None = None
        self._http: HttpServer | None = None
        self._opened = contextlib.ExitStack()
        """What `stop` closes, the folder's lock last."""
        self._say_stopping: Callable[[], None] = lambda: None

    @property
    def port(self) -> int:
        """The port that is served, or was asked for."""
        return self._http.port if self._http else self._port

    @property
    def accounts(self) -> Accounts:
        """The users; only while the server runs."""
        if self._accounts is None:
            raise RuntimeError("the server is not running")
        return self._accounts

    @property
    def activity(self) -> Activity:
        """What happened, newest first; only while the server runs."""
        if self._activity is None:
            raise RuntimeError("the server is not running")
        return self._activity

    @property
    def instance(self) -> str:
        """What tells this run of this server from any other program; only while it runs."""
        if self._app is None:
            raise RuntimeError("the server is not running")
        return self._app.instance

    def syncs(self) -> list[Running]:
        """The syncs under way, the longest first; none while the server does not run."""
        return self._app.running() if self._app else []

    def revoke(self, device: int) -> None:
        """Shut a device out at once, no other notices; only while the server runs.

        Raises `NoSuchDevice`, `DataFolderUnusable`.
        """
        if self._app is None:
            raise RuntimeError("the server is not running")
        self._app.revoke(device)

    def issue_pass(self, user: str, password: str) -> str:
        """Make a one-time pass with which the page for people shows a user's name and password.

        It is valid for ten minutes, or until a device has signed in as this user. Only while the
        server runs.
        """
        if self._app is None:
            raise RuntimeError("the server is not running")
        return self._app.passes.issue(user, password)

    def is_pass_valid(self, shown: str) -> bool:
        """Whether the page still shows something for this pass."""
        return self._app is not None and self._app.passes.sign_in(shown) is not None

    def expect(self, user: str, desktop: DesktopStamps | None) -> None:
        """Take this user's next new device for one that has synced with the desktop's server.

        It is first merged by that server's numbers and then asked to download, when no answer can
        lose anything. To be told anew whenever the desktop has synced; None ends it. Only while the
        server runs.
        """
        if self._app is None:
            raise RuntimeError("the server is not running")
        self._app.users.get(user).expected.desktop = desktop

    def share_media(self, user: str, folder: Path) -> None:
        """Serve a user's media straight from a media folder of Anki's, from now on, over restarts.

        Media that we had for the user are merged into it (the newer of two files stays, the other
        goes to the trash) and our own folder goes. Staging and trash lie beside Anki's folder.
        Takes as long as it takes to read the files that we do not know: not for the main thread.
        Only while the server runs. Raises `FilesGone` where so much is gone that a person must be
        asked, and `Unavailable`.
        """
        known = self._user(user)
        known.share_media(folder)
        self._look(known, deletions_are_meant=False)

    def delete_gone_media(self, user: str) -> None:
        """Delete everywhere what is gone from the shared folder: the answer to `FilesGone`."""
        self._look(self._user(user), deletions_are_meant=True)

    def show_media(self, user: str) -> None:
        """Make Anki look at the shared folder: for when its own media sync has ended, during which
        it would not notice what a phone sent. Only while the server runs. Raises `OSError`."""
        with self._user(user).media() as media:
            media.prompt_rescan()

    @staticmethod
    def _look(user: User, deletions_are_meant: bool) -> None:
        done = False
        while not done:  # the lock is let go in between
            with user.media() as media:
                done = media.refresh(1.0, deletions_are_meant=deletions_are_meant)

    def _user(self, name: str) -> User:
        if self._app is None:
            raise RuntimeError("the server is not running")
        return self._app.users.get(name)

    def start(self) -> None:
        """Bind and serve, once a server that is stopping in the folder has left it.

        Raises `DataFolderInUse`, `DataFolderUnusable`, `PortTaken`, `CannotListen`.
        """
        with contextlib.ExitStack() as opened:
            # before the port: a second server must not be offered the next free one
            say_stopping = opened.enter_context(claim_data_folder(self.data, _PATIENCE))
            accounts = open_accounts(self.data, self._elsewhere)
            opened.callback(accounts.close)
            activity = open_activity(self.data)
            opened.callback(activity.close)

            def heard(event: Event) -> None:
                activity.note(event)
                self._on_event(event)

            app = SyncApp(
                accounts,
                users_path(self.data),
                self._limits,
                emit=heard,
                catch_up=self._catch_up,
                behind_proxy=self._behind_proxy,
            )
            http = HttpServer(app, self._host, self._port)
            try:
                http.start()
            except OSError as error:
                raise CannotListen(self._host, self._port, str(error)) from error
            self._opened, self._say_stopping = opened.pop_all(), say_stopping
        self._accounts, self._activity, self._app, self._http = accounts, activity, app, http
        log.info("serving on %s port %d from %s", self._host, http.port, self.data)

    def has_collection(self, user: str) -> bool:
        """Whether this user has ever uploaded a collection or synced one."""
        return UserFolder(users_path(self.data) / user).has_collection

    def tell(self, *events: Event) -> None:
        """Note what another has done with a user's collection, and tell it like our own events.

        In a thread: the caller, a window, must not wait for the disk.
        """
        app, activity = self._app, self._activity
        if app is None or activity is None:
            return

        def note() -> None:
            for event in events:
                activity.note(event)
                self._on_event(event)

        app.run_beside(note, "lan-sync-tell")

    def hold_if_idle(self, user: str, patience: float) -> AbstractContextManager[bool]:
        """Hold a user's collection for work of our own; see `User.hold_if_idle`.

        It is not held either while the server does not run.
        """
        if self._app is None:
            return contextlib.nullcontext(False)
        return self._app.hold_if_idle(user, patience)

    def stop(self, timeout: float = 5.0) -> None:
        """Stop within `timeout` seconds: a sync that is moving may end, new ones are refused.

        What does not end in time is rolled back or refused; the phone's next sync repeats it. A
        thread that is still at work then changes nothing more, and no other server gets the folder
        before it has ended.
        """
        app, http = self._app, self._http
        if app is None or http is None:
            return
        deadline = time.monotonic() + timeout
        self._app = self._http = self._accounts = self._activity = None
        app.refuse_new_work()
        while time.monotonic() < deadline - 1 and app.users.session_was_used_since(
            time.monotonic() - _VANISHED
        ):
            time.sleep(0.02)
        if not http.stop(max(0.5, deadline - time.monotonic())):
            log.warning("stopped with requests under way; they will be repeated")
        app.refuse_all()
        self._say_stopping()
        opened = self._opened
        ending = threads.start(lambda: _end(app, opened), "lan-sync-end")
        ending.join(max(0.5, deadline - time.monotonic()))
        if ending.is_alive():
            log.warning("a request is still under way; until it ends the folder stays locked")


def _end(app: SyncApp, opened: contextlib.ExitStack) -> None:
    """Close everything once the last request has ended, the folder's lock last."""
    try:
        app.close()
    finally:
        opened.close()
    log.info("stopped")
