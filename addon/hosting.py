"""The complete server: accounts, WSGI application, and the thread that serves it."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from . import threads
from .errors import CannotListen, DataFolderUnusable
from .net.allow import Allow
from .net.httpd import ConnectionLimits, HttpServer
from .net.own_names import OwnNames
from .net.tls import Certificate
from .server.accounts.accounts import Accounts
from .server.accounts.device import Device
from .server.accounts.guessing import Slowed
from .server.accounts.sign_in import SignIn
from .server.activity import Activity
from .server.app import SyncApp
from .server.backup_keeper import BackupPolicy
from .server.events import CatchUp, Event, Listener, ignore, nothing_to_catch_up
from .server.expected import DesktopStamps
from .server.limits import Limits
from .server.progress import Running
from .server.upkeep import Upkeep
from .server.users import User
from .store import atomic, folder_lock
from .store.faults import NotNow
from .store.keep import Keep
from .store.paths import UserFolder, accounts_path, activity_path, users_path

log = logging.getLogger(__name__)

# When stopping, do not wait for a session without a request for this long: its phone is gone.
_VANISHED = 2.0
# Seconds that `start` waits for a server that is just stopping in the same folder.
_PATIENCE = 5.0


def open_accounts(data: Path, elsewhere: SignIn | None = None, sign_out_after: int = 0) -> Accounts:
    """Open the accounts in `data`, which is created if missing. Raises DataFolderUnusable.

    After `sign_out_after` days in which a device was not seen, it must sign in again; 0 for never.
    """
    with _usable(data):
        return Accounts(accounts_path(data), elsewhere, sign_out_after)


def open_activity(data: Path) -> Activity:
    """Open the activity list in `data`, which is created if missing. Raises DataFolderUnusable."""
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


def keeping(count: int, days: int, weeks: int) -> BackupPolicy:
    """Return the policy that keeps the newest backups, and one for each of some days and weeks."""
    return BackupPolicy(Keep(count, days, weeks))


class LanServer:
    """A sync server on one data folder. It can be started again after `stop`."""

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
        allow: Allow = Allow.MY_NETWORKS,
        names: Collection[str] = (),
        certificate: Certificate | None = None,
        connections: ConnectionLimits | None = None,
        sign_out_after: int = 0,
        backups: BackupPolicy | None = None,
    ) -> None:
        """`on_event` is called in request threads, once the event is recorded; `elsewhere` decides
        who may sign in, instead of the accounts in `data`; `catch_up` is called before a device is
        told the state of its user's collection; `behind_proxy` trusts X-Forwarded-* headers, as all
        requests come through a proxy; connections are served only from where `allow` says; browsers
        may call the server by `names` besides this computer's own; with a `certificate`, only https
        is served; `sign_out_after` is that of `open_accounts`; `backups` says how many are kept."""
        self._behind_proxy = behind_proxy
        self._allow = allow
        self._names = names
        self._certificate = certificate
        self._connections = connections
        self._sign_out_after = sign_out_after
        self._policy = backups or BackupPolicy()
        self._upkeep: Upkeep | None = None
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
        self._announce_stop: Callable[[], None] = lambda: None
        self._waiting: list[Device] = []

    @property
    def port(self) -> int:
        """The port that is served, or that was asked for."""
        return self._http.port if self._http else self._port

    @property
    def certificate_names(self) -> tuple[str, ...] | None:
        """The names and addresses that the certificate was issued for; None without https."""
        return None if self._certificate is None else self._certificate.names

    @property
    def accounts(self) -> Accounts:
        """The accounts. The server must be running."""
        if self._accounts is None:
            raise RuntimeError("the server is not running")
        return self._accounts

    @property
    def activity(self) -> Activity:
        """The activity list. The server must be running."""
        if self._activity is None:
            raise RuntimeError("the server is not running")
        return self._activity

    @property
    def instance(self) -> str:
        """A random string that identifies this run of the server. The server must be running."""
        return self._running().instance

    def syncs(self) -> list[Running]:
        """Return the running syncs, the longest first; none if the server is not running."""
        return self._app.running() if self._app else []

    def revoke(self, device: int) -> None:
        """Remove a device, whose key is invalid at once. The server must be running.

        Raises NoSuchDevice and DataFolderUnusable.
        """
        self._running().revoke(device)

    def issue_pass(self, user: str, password: str) -> str:
        """Make a one-time pass with which the page for people shows a user's name and password.

        It is valid for ten minutes, or until a device has signed in as this user. Only while the
        server runs.
        """
        if self._app is None:
            raise RuntimeError("the server is not running")
        return self._app.passes.issue(user, password)

    def is_pass_valid(self, shown: str) -> bool:
        """Return whether the page still shows something for this pass."""
        return self._app is not None and self._app.passes.sign_in(shown) is not None

    def slowed(self) -> list[Slowed]:
        """Return the addresses and accounts with wrong passwords, most of them first."""
        return self._app.guessing.slowed() if self._app else []

    def forgive(self) -> None:
        """Forget all wrong passwords, so that nobody has to wait."""
        if self._app is not None:
            self._app.guessing.forgive()

    @property
    def upkeep(self) -> Upkeep:
        """Backups, deleted media and checks. The server must be running."""
        if self._upkeep is None:
            raise RuntimeError("the server is not running")
        return self._upkeep

    def expect(self, user: str, desktop: DesktopStamps | None) -> None:
        """Assume that this user's next new device has synced with the desktop's server.

        It is first merged by that server's USNs and then asks which side to keep, when no answer
        can lose anything. Call this again whenever the desktop has synced; None ends it. The server
        must be running.
        """
        self._running().users.get(user).expected.desktop = desktop

    def share_media(self, user: str, folder: Path) -> None:
        """Serve a user's media directly from one of Anki's media folders, from now on.

        Media that we had for the user are merged into it (the newer of two files stays, the other
        goes to the trash), and our own folder is removed. Staging area and trash are next to Anki's
        folder. All files that are new to us are read, so do not call this on the main thread. The
        server must be running. Raises FilesMissing if so many files are missing that a person must
        be asked, and Unavailable.
        """
        sharing = self._user(user)
        sharing.share_media(folder)
        self._refresh_media(sharing, deletions_confirmed=False)

    def media_trouble(self, user: str) -> NotNow | None:
        """Return why this user's shared media folder could not be used at the last attempt.

        `FilesMissing` or another `NotNow`; None if it could be, or the server does not run.
        """
        return None if self._app is None else self._app.users.get(user).media_trouble

    def delete_missing_media(self, user: str) -> None:
        """Delete on all devices what the shared folder lacks: one answer to FilesMissing."""
        self._refresh_media(self._user(user), deletions_confirmed=True)

    def show_media(self, user: str) -> None:
        """Make Anki scan the shared folder. The server must be running. Raises OSError.

        For the end of Anki's own media sync, during which it does not notice what a phone sends.
        """
        with self._user(user).media() as media:
            media.prompt_rescan()

    @staticmethod
    def _refresh_media(user: User, deletions_confirmed: bool) -> None:
        done = False
        while not done:  # the lock is released in between
            with user.media() as media:
                done = media.refresh(1.0, deletions_confirmed=deletions_confirmed)

    def _user(self, name: str) -> User:
        return self._running().users.get(name)

    def _running(self) -> SyncApp:
        if self._app is None:
            raise RuntimeError("the server is not running")
        return self._app

    def start(self) -> None:
        """Bind and serve, after any server that is still stopping in the folder.

        Raises DataFolderInUse, DataFolderUnusable, PortTaken and CannotListen.
        """
        with contextlib.ExitStack() as opened:
            # before the port: a second server on the folder must not be offered the next free one
            announce_stop = opened.enter_context(claim_data_folder(self.data, _PATIENCE))
            accounts = open_accounts(self.data, self._elsewhere, self._sign_out_after)
            opened.callback(accounts.close)
            self._waiting = [device for device in accounts.devices.all() if device.waiting]
            activity = open_activity(self.data)
            opened.callback(activity.close)

            def record(event: Event) -> None:
                activity.record(event)
                upkeep.on_event(event)
                self._on_event(event)

            app = SyncApp(
                accounts,
                users_path(self.data),
                self._limits,
                emit=record,
                catch_up=self._catch_up,
                behind_proxy=self._behind_proxy,
                is_own_name=OwnNames([*self._names, *(self.certificate_names or ())]).include,
            )
            http = HttpServer(
                app,
                self._host,
                self._port,
                self._allow,
                self._certificate,
                self._connections,
            )
            upkeep = Upkeep(users_path(self.data), app, self._policy)
            opened.callback(upkeep.stop)
            try:
                http.start()
            except OSError as error:
                raise CannotListen(self._host, self._port, str(error)) from error
            self._opened, self._announce_stop = opened.pop_all(), announce_stop
        self._accounts, self._activity, self._app, self._http = accounts, activity, app, http
        self._upkeep = upkeep
        upkeep.start()
        log.info("serving on %s port %d from %s", self._host, http.port, self.data)

    def has_collection(self, user: str) -> bool:
        """Return whether this user has a collection, from an upload or a sync."""
        return UserFolder(users_path(self.data) / user).has_collection

    def take_waiting(self, user: str) -> list[Device]:
        """Return the user's devices whose changes were not in Anki yet when the server started.

        Only once; later ones are announced as events. Reads no file.
        """
        found = [device for device in self._waiting if device.user == user]
        self._waiting = [device for device in self._waiting if device.user != user]
        return found

    def emit(self, *events: Event) -> None:
        """Record events that did not come from requests, and pass them to the listener.

        In a thread: the caller, a window, must not wait for the disk.
        """
        app = self._app
        if app is None:
            return

        def record() -> None:
            for event in events:
                app.announce(event)

        app.run_beside(record, "lan-sync-events")

    def hold_if_idle(self, user: str, patience: float) -> AbstractContextManager[bool]:
        """Hold a user's collection for work of our own; see `User.hold_if_idle`.

        It is not held either if the server is not running.
        """
        if self._app is None:
            return contextlib.nullcontext(False)
        return self._app.hold_if_idle(user, patience)

    def stop(self, timeout: float = 5.0) -> None:
        """Stop within `timeout` seconds; active syncs may finish, and new ones are refused.

        What does not finish in time is rolled back or refused, and the phone's next sync repeats
        it. A thread that is still working then makes no more changes, and no other server can use
        the folder before it has ended.
        """
        app, http, upkeep = self._app, self._http, self._upkeep
        if app is None or http is None or upkeep is None:
            return
        deadline = time.monotonic() + timeout
        self._app = self._http = self._accounts = self._activity = self._upkeep = None
        upkeep.stop()
        app.refuse_new_work()
        while time.monotonic() < deadline - 1 and app.users.session_was_used_since(
            time.monotonic() - _VANISHED
        ):
            time.sleep(0.02)
        if not http.stop(max(0.5, deadline - time.monotonic())):
            log.warning("stopped during requests; their devices will repeat them")
        app.refuse_all()
        self._announce_stop()
        opened = self._opened
        ending = threads.start(lambda: _end(app, opened), "lan-sync-end")
        ending.join(max(0.5, deadline - time.monotonic()))
        if ending.is_alive():
            log.warning("a request is still active; the folder stays locked until it ends")


def _end(app: SyncApp, opened: contextlib.ExitStack) -> None:
    """Close everything once the last request has ended, the folder's lock last."""
    try:
        app.close()
    finally:
        opened.close()
    log.info("stopped")
