"""The sync server as a WSGI application. It knows no sockets and no server class."""

from __future__ import annotations

import contextlib
import logging
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from .. import threads
from ..errors import DataFolderUnusable
from ..protocol.faults import BadRequest, Conflict, Fault, Forbidden, NotFound, Unavailable
from ..protocol.header import SyncHeader
from ..protocol.markers import INSTANCE_HEADER
from ..store.faults import Invalid, Missing, StoreFault
from . import envelope, routes
from .accounts.accounts import Account, Accounts
from .call import Body, Call, LoginCall, Reply
from .events import CatchUp, Event, Failed, Listener, SyncAsked, ignore, nothing_to_catch_up
from .limits import Limits
from .page import page
from .page.passes import Passes
from .progress import Progress, Running
from .request_buffers import RequestBuffers
from .request_gate import RequestGate
from .steps.login import host_key
from .users import User, Users

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

log = logging.getLogger(__name__)

_MAX_CLIENT = 256  # characters, as in the header
_UNKNOWN_KEY = "unknown host key"


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
    ) -> None:
        """`users_folder` holds a folder for each user; `now` gives seconds since 1970; `emit` and
        `catch_up` are called in the threads of requests."""
        self._accounts = accounts
        self._behind_proxy = behind_proxy  # whether the headers of a proxy are believed
        self._limits = limits or Limits()
        self._now = now
        self._listener = emit
        self._catch_up = catch_up
        self._progress = Progress()
        self.instance = secrets.token_hex(8)  # tells the self-test this server from others
        self.passes = Passes()
        self._closing = False
        self._buffers = RequestBuffers(users_folder, self._limits)
        self._gate = RequestGate()
        self.users = Users(users_folder, self._limits)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started = time.monotonic()
        request = Request(environ)
        if not self._gate.enter():
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
            self._gate.leave()
            raise
        response.call_on_close(self._gate.leave)  # a file may be sent yet
        return answer

    def _respond(self, request: Request) -> Response:
        method = routes.method_of(request.path)
        if method is None or not envelope.has_one(request, method):
            return self._for_people(request)
        with envelope.opened(request, method, self._limits, self._buffers) as opened:
            return opened.wrap(self._answer(method, opened.header, opened.body))

    def _answer(self, method: routes.Method, head: SyncHeader, content: Body) -> Reply:
        if method == routes.LOGIN:
            if self._closing:
                raise Unavailable("the server is stopping")
            return host_key(LoginCall(head, content, self._accounts, self._emit))
        account = self._accounts.by_key(head.host_key, head.client)
        if account is None:
            unknown = Forbidden(_UNKNOWN_KEY)
            self._emit(Failed("", head.client, None, method[1], unknown.status, unknown.reason))
            raise unknown
        user = self.users.get(account.user)
        if self._closing and not user.has_session(head.session_key):
            raise Unavailable("the server is stopping")
        try:
            with (
                self._progress.request(account, method) as tracker,
                _keep_alive(user, method, head),
            ):
                call = Call(
                    head,
                    account,
                    self._accounts,
                    user,
                    tracker.counted_body(content),
                    self._limits,
                    self._now,
                    self._emit,
                    lambda client: self._describe(account, client),
                    tracker.objects,
                    lambda: self._catch_up(account.user),
                    lambda: self._admit(head),
                )
                return self._progress.answer(tracker, method, routes.STEPS[method](call))
        except Exception as error:
            status, _said, reason = _interpret(error)
            sender = (account.user, account.client, account.device)
            self._emit(Failed(*sender, method[1], status, reason))
            raise

    def _admit(self, head: SyncHeader) -> None:
        """Refuse what was overtaken since it began, by a stop or by the device being shut out."""
        if self._gate.is_shut:
            raise Unavailable("the server has stopped")
        if self._accounts.by_key(head.host_key) is None:
            raise Forbidden(_UNKNOWN_KEY)

    @contextlib.contextmanager
    def hold_if_idle(self, user: str, patience: float) -> Iterator[bool]:
        """Hold a user's collection for work of our own; see `User.hold_if_idle`.

        The work counts like a request. It is not held once the server stops.
        """
        if not self._gate.enter():
            yield False
            return
        try:
            with self.users.get(user).hold_if_idle(patience) as held:
                yield held and not self._gate.is_shut
        finally:
            self._gate.leave()

    def beside(self, work: Callable[[], object], name: str) -> None:
        """Do something in a thread, which counts like a request; not once the server stops."""

        def run() -> None:
            try:
                work()
            finally:
                self._gate.leave()

        if self._gate.enter():
            threads.start(run, name)

    def running(self) -> list[Running]:
        """The syncs under way, the longest first."""
        return self._progress.running()

    def revoke(self, device: int) -> None:
        """Make a device's key worthless at once, and roll back the sync it may be in.

        Raises `NoSuchDevice`, `DataFolderUnusable`.
        """
        known = self._accounts.device(device)
        self._accounts.revoke(device)
        self._progress.forget(device)
        if known is not None:
            user = self.users.get(known.user)
            # a request under way may take a while
            self.beside(lambda: _end_session(user, device), "lan-sync-shut-out")

    def _describe(self, account: Account, client: str) -> None:
        client = client[:_MAX_CLIENT] or account.client
        if client != account.client:
            with _shown_only():
                self._accounts.describe_device(account.device, client)
        self._emit(SyncAsked(account.user, client, account.device))

    def _for_people(self, request: Request) -> Response:
        """Below any path, as the methods are; see `routes.method_of`."""
        if routes.method_of(request.path) is None:
            if request.method == "POST" and request.path.endswith("/"):
                return page.sign_in(request, self.passes)
            if request.method in ("GET", "HEAD") and request.path.endswith("/health"):
                # Anki's own server has it too
                headers = {INSTANCE_HEADER: self.instance}
                return Response("ok", mimetype="text/plain", headers=headers)
            if request.method in ("GET", "HEAD") and request.path.endswith("/"):
                return page.response(request, self._behind_proxy)
        raise NotFound("no such address")

    def _emit(self, event: Event) -> None:
        self._progress.note(event)
        self.passes.note(event)
        with _shown_only():
            self._accounts.note(event)
        self._listener(event)

    def refuse_new_work(self) -> None:
        """From now on serve only the sessions that are running."""
        self._closing = True

    def refuse_all(self) -> None:
        """From now on begin nothing, and change nothing that is not being changed already."""
        self._closing = True
        self._gate.shut()

    def close(self) -> None:
        """Wait for the last request, then roll back running sessions and close all files."""
        self.refuse_all()
        self._gate.wait()
        self.users.close()


def _keep_alive(
    user: User, method: routes.Method, head: SyncHeader
) -> contextlib.AbstractContextManager[None]:
    """Keep the sender's session from being idle; `meta` begins a sync and so belongs to none."""
    return contextlib.nullcontext() if method[1] == "meta" else user.keep_alive(head.session_key)


def _end_session(user: User, device: int) -> None:
    with contextlib.suppress(Unavailable):  # its next request, or a stop, ends the session
        user.end_session_of(device)


@contextlib.contextmanager
def _shown_only() -> Iterator[None]:
    """For notes on devices: what is only shown must not fail what was done."""
    try:
        yield
    except DataFolderUnusable as error:
        log.warning("a device's note is not kept: %s", error)


def status_of(fault: StoreFault) -> int:
    """The status with which something that the store refuses is answered."""
    if isinstance(fault, Invalid):
        return BadRequest.status
    return Conflict.status if isinstance(fault, Missing) else Unavailable.status


def _interpret(error: Exception) -> tuple[int, str, str]:
    """The status with which an error is answered, the text for whoever asked, and the one for the
    log. What Python, SQLite or the system say may name folders of this computer: the log alone
    has it."""
    if isinstance(error, (Fault, StoreFault)):
        cause = f" ({error.__cause__})" if error.__cause__ is not None else ""
        status = error.status if isinstance(error, Fault) else status_of(error)
        return status, str(error), f"{error}{cause}"
    # SQLite raises the plain class for a damaged file, those below it for mistakes of ours
    is_damaged = type(error) is sqlite3.DatabaseError
    if is_damaged or isinstance(error, (sqlite3.OperationalError, OSError, DataFolderUnusable)):
        # disk full, file locked by another program, folder gone: the client keeps its changes
        return Unavailable.status, "not now: the server cannot use its files", f"not now: {error}"
    said = "an error in the server; its log has the details"
    return Fault.status, said, said


def _refuse(request: Request, error: Exception) -> Response:
    status, said, reason = _interpret(error)
    unforeseen = error if status == Fault.status else None
    level = logging.WARNING if isinstance(error, (Fault, StoreFault)) else logging.ERROR
    log.log(level, "%s refused with %d: %s", _where(request), status, reason, exc_info=unforeseen)
    return Response(said, status, mimetype="text/plain")


def _where(request: Request) -> str:
    """The request for a log line: never its query, where old clients put the host key."""
    return f"{request.method} {request.path!r} from {request.remote_addr}"
