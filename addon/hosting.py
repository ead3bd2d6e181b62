"""The whole server, put together: accounts, application, and the thread that serves it."""

from __future__ import annotations

import logging
import sqlite3
import time
from pathlib import Path

from .errors import CannotListen, DataFolderUnusable
from .net.httpd import HttpServer
from .server.accounts import Accounts
from .server.app import SyncApp
from .server.events import Listener, nobody
from .store.paths import UserFolder

log = logging.getLogger(__name__)

DEFAULT_PORT = 27701

# A session that got no request for this long is not waited for: its phone has vanished.
_VANISHED = 2.0


def accounts_path(data: Path) -> Path:
    return data / "accounts.db"


def users_path(data: Path) -> Path:
    """The folder with a folder for each user; what Anki's own server calls SYNC_BASE."""
    return data / "users"


def open_accounts(data: Path) -> Accounts:
    """The accounts below `data`, which is made if need be; `DataFolderUnusable`."""
    try:
        users_path(data).mkdir(parents=True, exist_ok=True, mode=0o700)
        return Accounts(accounts_path(data))
    except (OSError, sqlite3.Error) as error:
        raise DataFolderUnusable(data, str(error)) from error


class LanServer:
    """A sync server on one data folder, from `start` to `stop`; may be started again."""

    def __init__(self, data: Path, host: str, port: int, on_event: Listener = nobody) -> None:
        """`on_event` is called in the threads of requests."""
        self.data = data
        self._host = host
        self._port = port
        self._on_event = on_event
        self._accounts: Accounts | None = None
        self._app: SyncApp | None = None
        self._http: HttpServer | None = None

    @property
    def running(self) -> bool:
        return self._http is not None

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

    def start(self) -> None:
        """Bind and serve. Raises `PortTaken`, `CannotListen`, `DataFolderUnusable`."""
        accounts = open_accounts(self.data)
        app = SyncApp(accounts, users_path(self.data), emit=self._on_event)
        http = HttpServer(app, self._host, self._port)
        try:
            http.start()
        except BaseException as error:
            accounts.close()
            if isinstance(error, OSError):
                raise CannotListen(self._host, self._port, str(error)) from error
            raise
        self._accounts, self._app, self._http = accounts, app, http
        log.info("serving on %s port %d from %s", self._host, http.port, self.data)

    def has_collection(self, user: str) -> bool:
        """Whether this user has ever uploaded a collection or synced one."""
        return UserFolder(users_path(self.data) / user).collection.exists()

    def stop(self, timeout: float = 5.0) -> None:
        """Stop within `timeout` seconds: a sync that is moving may end, new ones are refused.

        What does not end in time is rolled back; the phone's next sync repeats it.
        """
        if self._app is None or self._http is None or self._accounts is None:
            return
        deadline = time.monotonic() + timeout
        app, http, accounts = self._app, self._http, self._accounts
        self._app = self._http = self._accounts = None
        app.refuse_new_work()
        while time.monotonic() < deadline - 1 and app.users.session_was_used_since(
            time.monotonic() - _VANISHED
        ):
            time.sleep(0.02)
        if not http.stop(max(0.5, deadline - time.monotonic())):
            log.warning("stopped with requests under way; they will be repeated")
        app.close()
        accounts.close()
        log.info("stopped")
