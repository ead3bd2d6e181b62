"""Test what answers at another server's address, and whether a login works there.

Clients call nearly everything a "network error", so here each cause is distinguished.
"""

from __future__ import annotations

import contextlib
import gzip
import http.client
import secrets
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from .. import threads
from ..protocol import body, header, jsontext, versions
from ..protocol.client_name import PROBE
from ..protocol.faults import BadRequest, TooLarge
from .probe_result import ProbeOutcome, ProbeResult

_SECONDS = 10.0
_MAX_SIZE = 64 * 1024  # bytes of a response; real ones have less than 100
_REDIRECT = 308  # to another base URL; the only redirect that clients follow


@dataclass(frozen=True)
class _Response:
    status: int
    headers: Mapping[str, str]  # names in lower case
    content: bytes


class _NoResponse(Exception):
    def __init__(self, outcome: ProbeOutcome, cause: BaseException) -> None:
        super().__init__(str(cause))
        self.outcome = outcome


def probe(
    url: str, user: str = "", password: str = "", seconds: float = _SECONDS, client: str = ""
) -> ProbeResult:
    """Test the server at the base `url` ("http://host:port/"), with a login if a `user` is given.

    Makes up to five requests of at most `seconds` each, so call it in a background thread. With a
    `client` name, the login is a real one: use the `host_key` instead of logging in again. Without,
    a server like ours does not add a device (server/steps/login.py).
    """
    client = client or PROBE
    try:
        response = _log_in(url, user, password, client, seconds)
        place = _base_url(response.headers.get("location", ""))
        if response.status == _REDIRECT and place:
            url = place
            response = _log_in(url, user, password, client, seconds)
        found = _interpret(url, response, user, seconds)
        return found if client != PROBE else replace(found, host_key="")
    except _NoResponse as error:
        return ProbeResult(error.outcome, url, str(error))


def _base_url(place: str) -> str:
    """Return where a redirect leads, ending in a slash; "" if a client could not follow it."""
    try:
        parts = urlsplit(place)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a port that is not a number, an unclosed bracket
        return ""
    if not known:
        return ""
    return place if place.endswith("/") else place + "/"


def _interpret(url: str, response: _Response, user: str, seconds: float) -> ProbeResult:
    detail = f"status {response.status}"
    if response.status == 200:
        key = _host_key(response)
        return (
            ProbeResult(ProbeOutcome.OK, url, signed_in=True, host_key=key)
            if key
            else _older(url, seconds, detail)
        )
    if response.status == 403 and _is_anki(url, seconds):
        # without a name and a password, this is how a working server answers
        return ProbeResult(ProbeOutcome.WRONG_LOGIN if user else ProbeOutcome.OK, url, detail)
    if response.status == 501 and not _refuses_every_post(url, seconds):
        return ProbeResult(ProbeOutcome.TOO_OLD, url, detail)
    if response.status in (429, 500, 502, 503, 504):
        older = _older(url, seconds, detail)
        return (
            older
            if older.outcome is ProbeOutcome.TOO_OLD
            else ProbeResult(ProbeOutcome.NOT_NOW, url, detail)
        )
    return _older(url, seconds, detail)


def _log_in(url: str, user: str, password: str, client: str, seconds: float) -> _Response:
    head = {
        "v": versions.NEWEST,
        "k": "",
        "c": client,
        "s": "",
    }
    content = body.compress_whole(jsontext.dumps({"u": user, "p": password}))
    headers = {
        header.HEADER: jsontext.dumps_text(head),
        "Content-Type": "application/octet-stream",
    }
    return _post(url, "sync/hostKey", content, headers, seconds)


def _host_key(response: _Response) -> str:
    """Return the host key in a response of version 11; "" if it has none."""
    if header.ORIGINAL_SIZE not in response.headers:
        return ""
    try:
        value: Any = jsontext.loads(b"".join(body.decompress([response.content], _MAX_SIZE)))
    except (ValueError, RecursionError, BadRequest, TooLarge):
        return ""
    key = value.get("key") if isinstance(value, dict) else None
    return key if isinstance(key, str) else ""


def _is_anki(url: str, seconds: float) -> bool:
    """Return whether the server answers 400 to a request that is not a sync.

    One that forbids everything, with 403, is not an Anki server.
    """
    response = _post(url, "sync/hostKey", b"", {header.HEADER: "{}"}, seconds)
    return response.status == 400


def _refuses_every_post(url: str, seconds: float) -> bool:
    """Return whether any POST gets 501, as from a plain web server."""
    return _post(url, f"lan-sync-probe-{secrets.token_hex(4)}", b"", {}, seconds).status == 501


def _older(url: str, seconds: float, detail: str) -> ProbeResult:
    """Try a login of the older versions with a wrong password, which an old server refuses."""
    boundary = secrets.token_hex(16)
    login = gzip.compress(jsontext.dumps({"u": "lan-sync-probe", "p": secrets.token_hex(8)}))
    form = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="c"\r\n\r\n1\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="data"; filename="data"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode() + login
    form += f"\r\n--{boundary}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    response = _post(url, "sync/hostKey", form, headers, seconds)
    empty = _post(url, "sync/hostKey", b"", {}, seconds)
    is_old = response.status in (401, 403) and empty.status not in (401, 403)
    return ProbeResult(ProbeOutcome.TOO_OLD if is_old else ProbeOutcome.NOT_ANKI, url, detail)


def _post(
    url: str, path: str, content: bytes, headers: Mapping[str, str], seconds: float
) -> _Response:
    try:
        with contextlib.closing(_connection(url, seconds)) as connection:
            connection.connect()
            with _closed_after(seconds, connection.sock):
                path = f"{urlsplit(url).path}{path}"
                connection.request("POST", path, content, dict(headers))
                response = connection.getresponse()
                received = {name.lower(): value for name, value in response.getheaders()}
                return _Response(response.status, received, response.read(_MAX_SIZE))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _NoResponse(_outcome_of(error), error) from error


def _connection(url: str, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=seconds, context=_trusted())
    return http.client.HTTPConnection(host, parts.port, timeout=seconds)


@contextlib.contextmanager
def _closed_after(seconds: float, sock: socket.socket) -> Iterator[None]:
    """Close a connection if the block takes too long, and raise TimeoutError.

    The socket's own timeout is for one packet: a server could send a byte now and then forever.
    """
    late = threading.Event()

    def close() -> None:
        late.set()
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    watch = threads.start_later(seconds, close, "lan-sync-probe")
    try:
        yield
    finally:
        watch.cancel()
        if late.is_set():  # whatever became of the response
            raise TimeoutError("the response took too long")


def _trusted() -> ssl.SSLContext:
    """Trust the system's certificates, and those that come with `requests` in Anki.

    On a Mac, Anki's own Python finds none of the system's; on Windows, a single broken one makes
    all of them unusable.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with contextlib.suppress(ssl.SSLError):
        context.load_default_certs()
    with contextlib.suppress(ImportError, OSError):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _outcome_of(error: BaseException) -> ProbeOutcome:
    if isinstance(error, (socket.gaierror, UnicodeError)):  # or an invalid name
        return ProbeOutcome.NO_SUCH_HOST
    if isinstance(error, ConnectionRefusedError):
        return ProbeOutcome.REFUSED
    if isinstance(error, ssl.SSLCertVerificationError):
        return ProbeOutcome.CERTIFICATE
    if isinstance(error, (socket.timeout, TimeoutError)):
        return ProbeOutcome.TIMED_OUT
    if isinstance(error, ssl.SSLError):
        return ProbeOutcome.NO_TLS
    if isinstance(
        error, (http.client.HTTPException, ConnectionResetError, BrokenPipeError, ValueError)
    ):
        return ProbeOutcome.NOT_ANKI  # it speaks something else, or closed the connection
    return ProbeOutcome.UNREACHABLE
