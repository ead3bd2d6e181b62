"""The sync server as a WSGI application. It imports no sockets and no server class."""

from __future__ import annotations

import contextlib
import logging
import math
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from .. import threads
from ..errors import DataFolderUnusable
from ..protocol.faults import (
    BadRequest,
    Conflict,
    Fault,
    Forbidden,
    NotFound,
    TooManyGuesses,
    Unavailable,
)
from ..protocol.header import INSTANCE
from ..store.faults import Invalid, Missing, StoreFault
from . import envelope, routes
from .accounts.accounts import Accounts
from .accounts.guessing import Guessing
from .call import Call
from .events import CatchUp, Event, Listener, RequestFailed, ignore, nothing_to_catch_up
from .limits import Limits
from .page import page
from .page.passes import Passes
from .progress import Running
from .rebinding import require_own_name
from .replies import Reply
from .request_buffers import RequestBuffers
from .sender import address_of
from .services import UNKNOWN_KEY, Services
from .steps.login import host_key
from .users import User, Users

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

log = logging.getLogger(__name__)


class SyncApp:
    """Answers sync requests, `/health`, and `/`, a page for people."""

    def __init__(
        self,
        accounts: Accounts,
        users_folder: Path,
        limits: Limits | None = None,
        now: Callable[[], float] = time.time,
        emit: Listener = ignore,
        catch_up: CatchUp = nothing_to_catch_up,
        behind_proxy: bool = False,
        is_own_name: Callable[[str], bool] = lambda _host: True,
    ) -> None:
        """`users_folder` has a folder for each user; `now` returns seconds since 1970; `emit` and
        `catch_up` are called in request threads; `behind_proxy` trusts a proxy's headers;
        `is_own_name` tells whether a `Host` header names this server."""
        limits = limits or Limits()
        self.instance = secrets.token_hex(8)  # tells the self-test this server from others
        self._services = Services(accounts, users_folder, limits, now, emit, catch_up)
        self._buffers = RequestBuffers(users_folder, limits)
        self._behind_proxy = behind_proxy
        self._is_own_name = is_own_name
        self._stopping = False

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started = time.monotonic()
        # not kept in `environ`: each would keep the other until Python looks for such circles
        request = Request(environ, populate_request=False)
        gate = self._services.gate
        if not gate.enter():
            return _refuse(request, Unavailable("the server has stopped"))(environ, start_response)
        try:
            try:
                response = self._respond(request)
            except Exception as error:
                response = _refuse(request, error)
            elapsed = (time.monotonic() - started) * 1000
            log.debug("%s: %d in %.0f ms", _where(request), response.status_code, elapsed)
            answer = response(environ, start_response)
        except BaseException:
            gate.leave()
            raise
        return _BeingSent(answer, gate.leave)  # a file may still have to be sent

    @property
    def users(self) -> Users:
        return self._services.users

    @property
    def passes(self) -> Passes:
        return self._services.passes

    @property
    def guessing(self) -> Guessing:
        return self._services.guessing

    def running(self) -> list[Running]:
        """Return the syncs in progress, the longest first."""
        return self._services.progress.running()

    @contextlib.contextmanager
    def hold_if_idle(self, user: str, patience: float) -> Iterator[bool]:
        """Hold a user's collection for work of our own; see `User.hold_if_idle`.

        The work counts as a request. Once the server stops, the collection is never held.
        """
        gate = self._services.gate
        if not gate.enter():
            yield False
            return
        try:
            with self.users.get(user).hold_if_idle(patience) as held:
                yield held and not gate.is_shut
        finally:
            gate.leave()

    def announce(self, event: Event) -> None:
        """Record an event that did not come from a request, and pass it to the listener."""
        self._services.emit(event)

    def run_beside(self, work: Callable[[], object], name: str) -> None:
        """Do something in a thread, which counts as a request; not once the server stops."""
        gate = self._services.gate

        def run() -> None:
            try:
                work()
            finally:
                gate.leave()

        if gate.enter():
            threads.start(run, name)

    def revoke(self, device: int) -> None:
        """Make a device's key invalid at once, and roll back the sync it may be in.

        Raises NoSuchDevice and DataFolderUnusable.
        """
        services = self._services
        known = services.accounts.devices.find(device)
        for sign_in in services.accounts.devices.revoke(device):
            services.progress.forget(sign_in)
        if known is not None:
            user = self.users.get(known.user)
            # not in this thread: the device's request may take a while
            self.run_beside(lambda: _end_session(user, device), "lan-sync-shut-out")

    def refuse_new_work(self) -> None:
        """From now on, serve only the sessions that are running."""
        self._stopping = True

    def refuse_all(self) -> None:
        """From now on, begin nothing, and change only what is already being changed."""
        self._stopping = True
        self._services.gate.shut()

    def close(self) -> None:
        """Wait for the last request, then roll back running sessions and close all files."""
        self.refuse_all()
        self._services.gate.wait()
        self.users.close()

    def _respond(self, request: Request) -> Response:
        require_own_name(request, self._behind_proxy, self._is_own_name)
        method = routes.method_of(request.path)
        if method is None or not envelope.has_one(request, method):
            return self._respond_to_browser(request)
        limits = self._services.limits
        with envelope.opened(request, method, limits, self._buffers) as opened:
            return opened.wrap(self._reply(method, opened, address_of(request, self._behind_proxy)))

    def _respond_to_browser(self, request: Request) -> Response:
        """Respond below any path, as the methods do; see `routes.method_of`."""
        if routes.method_of(request.path) is None:
            if request.method == "POST" and request.path.endswith("/"):
                return page.sign_in(request, self.passes)
            if request.method in ("GET", "HEAD") and request.path.endswith("/health"):
                # Anki's own server has it too
                headers = {INSTANCE: self.instance}
                return Response("ok", mimetype="text/plain", headers=headers)
            if request.method in ("GET", "HEAD") and request.path.endswith("/"):
                return page.response(request, self._behind_proxy)
        raise NotFound("no such address")

    def _reply(self, method: routes.Method, opened: envelope.Envelope, address: str) -> Reply:
        """Do what a request asks for; `address` is where it came from."""
        services, header, body = self._services, opened.header, opened.body
        if method == routes.LOGIN:
            if self._stopping:
                raise Unavailable("the server is stopping")
            return host_key(header, body, services, address)
        account = services.accounts.by_key(header.host_key, header.client, address)
        if account is None:
            services.emit(
                RequestFailed("", header.client, None, method[1], Forbidden.status, UNKNOWN_KEY)
            )
            raise Forbidden(UNKNOWN_KEY)
        user = services.users.get(account.user)
        if self._stopping and not user.has_session(header.session_key):
            raise Unavailable("the server is stopping")
        try:
            with services.progress.request(account, method) as tracker:
                call = Call(header, account, user, tracker.counted(body), tracker, services)
                with _keep_alive(call, method):
                    return services.progress.reply(tracker, method, routes.STEPS[method](call))
        except Exception as error:
            status, _text, reason = _interpret(error)
            sender = (account.user, account.client, account.device)
            services.emit(RequestFailed(*sender, method[1], status, reason))
            raise


class _BeingSent:
    """An answer while it is sent. `left` is called once it is closed, even if that fails: a stop
    of the server waits for it."""

    def __init__(self, blocks: Iterable[bytes], left: Callable[[], None]) -> None:
        self._blocks = blocks
        self._left = left

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._blocks)

    def close(self) -> None:
        try:
            close = getattr(self._blocks, "close", None)
            if close is not None:
                close()
        finally:
            self._left()


def _keep_alive(call: Call, method: routes.Method) -> contextlib.AbstractContextManager[None]:
    """Keep the sender's session from going idle; `meta` begins a sync, so it has none yet."""
    if method[1] == "meta":
        return contextlib.nullcontext()
    return call.user.keep_alive(call.header.session_key)


def _end_session(user: User, device: int) -> None:
    with contextlib.suppress(Unavailable):  # its next request, or a stop, ends the session
        user.end_session_of(device)


def status_of(fault: StoreFault) -> int:
    """Return the HTTP status for something that the store refuses."""
    if isinstance(fault, Invalid):
        return BadRequest.status
    return Conflict.status if isinstance(fault, Missing) else Unavailable.status


def _interpret(error: Exception) -> tuple[int, str, str]:
    """Return an error's HTTP status, the text to send, and the text to log.

    Messages of Python, SQLite or the system may name folders of this computer, so they are only
    logged.
    """
    if isinstance(error, (Fault, StoreFault)):
        cause = f" ({error.__cause__})" if error.__cause__ is not None else ""
        status = error.status if isinstance(error, Fault) else status_of(error)
        return status, str(error), f"{error}{cause}"
    # SQLite raises the plain class for a damaged file, its subclasses for mistakes of ours
    is_damaged = type(error) is sqlite3.DatabaseError
    if is_damaged or isinstance(error, (sqlite3.OperationalError, OSError, DataFolderUnusable)):
        # disk full, file locked by another program, folder gone: the client keeps its changes
        return Unavailable.status, "not now: the server cannot use its files", f"not now: {error}"
    text = "an error in the server; its log has the details"
    return Fault.status, text, text


def _refuse(request: Request, error: Exception) -> Response:
    status, text, reason = _interpret(error)
    unforeseen = error if status == Fault.status else None
    level = logging.WARNING if isinstance(error, (Fault, StoreFault)) else logging.ERROR
    log.log(level, "%s refused with %d: %s", _where(request), status, reason, exc_info=unforeseen)
    response = Response(text, status, mimetype="text/plain")
    if isinstance(error, TooManyGuesses):
        response.headers["Retry-After"] = str(math.ceil(error.seconds))
    return response


def _where(request: Request) -> str:
    """Describe a request for the log, without its query: old clients put the host key there."""
    return f"{request.method} {request.path!r} from {request.remote_addr}"
