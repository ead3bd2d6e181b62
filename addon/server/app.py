"""The sync server as a WSGI application. It knows no sockets and no server class."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from ..protocol import body, header, jsontext
from ..protocol.faults import BadRequest, Fault, Forbidden, NotFound, Unavailable
from ..store.validate import Invalid
from . import page, routes
from .accounts import Accounts
from .call import Answer, Body, Call, File, Json, LoginCall
from .events import Listener, nobody
from .limits import Limits
from .steps.login import host_key
from .users import Users

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
        emit: Listener = nobody,
    ) -> None:
        """`users_folder` holds a folder for each user; `now` gives seconds since 1970."""
        self._accounts = accounts
        self._limits = limits or Limits()
        self._now = now
        self._emit = emit
        self._closing = False
        self.users = Users(users_folder, self._limits.lock)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started = time.monotonic()
        request = Request(environ)
        try:
            response = self._respond(request)
        except Fault as fault:
            response = _refuse(request, fault)
        except Invalid as error:
            response = _refuse(request, BadRequest(str(error)))
        except (sqlite3.OperationalError, OSError) as error:
            # disk full, file locked by another program, folder gone: the client keeps its changes
            log.error("%s cannot be served now: %s", _where(request), error)
            response = Response(f"not now: {error}", Unavailable.status)
        except Exception:
            log.exception("%s failed", _where(request))
            response = Response("an error in the server; its log has the details", 500)
        elapsed = (time.monotonic() - started) * 1000
        log.debug("%s: %d in %.0f ms", _where(request), response.status_code, elapsed)
        return response(environ, start_response)

    def _respond(self, request: Request) -> Response:
        method = routes.method_of(request.path)
        if method is None or (request.method != "POST"):
            return _for_people(request)
        head = header.parse(_header_text(request))
        content = Body(_blocks_of(request), self._limits)
        if method == routes.LOGIN:
            if self._closing:
                raise Unavailable("the server is stopping")
            call = LoginCall(head, content, self._accounts, self._emit)
            return _encode(host_key(call))
        account = self._accounts.by_key(head.host_key, head.client)
        if account is None:
            raise Forbidden("unknown host key")
        user = self.users.get(account.user)
        if self._closing and not user.has_session(head.session_key):
            raise Unavailable("the server is stopping")
        step = routes.STEPS[method]
        return _encode(step(Call(head, user, content, self._limits, self._now, self._emit)))

    def refuse_new_work(self) -> None:
        """From now on serve only the sessions that are running."""
        self._closing = True

    def close(self) -> None:
        """Roll back running sessions and close all files."""
        self._closing = True
        self.users.close()


def _refuse(request: Request, fault: Fault) -> Response:
    log.warning("%s refused with %d: %s", _where(request), fault.status, fault.reason)
    return Response(fault.reason, fault.status)


def _where(request: Request) -> str:
    """The request for a log line: never its query, where old clients put the host key."""
    return f"{request.method} {request.path!r} from {request.remote_addr}"


def _for_people(request: Request) -> Response:
    if request.method in ("GET", "HEAD"):
        if request.path == "/health":  # Anki's own server has it too
            return Response("ok", mimetype="text/plain")
        if request.path == "/":
            return Response(page.render(request.host_url), mimetype="text/html")
    raise NotFound("no such address")


def _header_text(request: Request) -> str | None:
    text = request.headers.get(header.HEADER)
    try:
        # WSGI hands header bytes over as latin-1
        return text and text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        raise BadRequest("the anki-sync header is not UTF-8") from None


def _blocks_of(request: Request) -> Callable[[int], Iterator[bytes]]:
    """The body's decoded bytes, for a limit."""

    def received() -> Iterator[bytes]:
        stream = request.environ["wsgi.input"]
        try:
            while block := stream.read(body.BLOCK):
                yield block
        except OSError as error:  # also what werkzeug raises for a malformed chunk
            raise BadRequest(f"the request's body broke off: {error}") from None

    return lambda limit: body.decompress(received(), limit)


def _encode(answer: Answer) -> Response:
    """The answer in the envelope of version 11."""
    if isinstance(answer, File):
        response = Response(body.compress(_blocks(answer)))
        response.call_on_close(answer.file.close)
        size = answer.size
    else:
        data = jsontext.dumps(answer.value) if isinstance(answer, Json) else answer.text.encode()
        response = Response(body.compress_whole(data))
        size = len(data)
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers[header.ORIGINAL_SIZE] = str(size)
    return response


def _blocks(answer: File) -> Iterator[bytes]:
    while block := answer.file.read(body.BLOCK):
        yield block
