"""What answers at another server's address, and whether a login works there.

Clients say "network error" to nearly everything, so each cause is told apart here.
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
_MOST = 64 * 1024  # bytes of an answer; real ones are below 100
_REDIRECT = 308  # with a base URL; the only redirect that clients follow


@dataclass(frozen=True)
class _Response:
    status: int
    headers: Mapping[str, str]  # names in lower case
    content: bytes


class _NoAnswer(Exception):
    def __init__(self, outcome: ProbeOutcome, cause: BaseException) -> None:
        super().__init__(str(cause))
        self.outcome = outcome


def probe(
    url: str, user: str = "", password: str = "", seconds: float = _SECONDS, client: str = ""
) -> ProbeResult:
    """Ask the server at the base `url` ("http://host:port/") for version 11, and try a login if a
    `user` is given. Each of up to five requests takes at most `seconds`; for a background thread.

    With the name of a `client` the login stays: use its `host_key` rather than logging in once
    more. Without, a server like ours makes no device of it (server/steps/login.py).
    """
    client = client or PROBE
    try:
        answer = _log_in(url, user, password, client, seconds)
        place = _base_url(answer.headers.get("location", ""))
        if answer.status == _REDIRECT and place:
            url = place
            answer = _log_in(url, user, password, client, seconds)
        found = _interpret(url, answer, user, seconds)
        return found if client != PROBE else replace(found, host_key="")
    except _NoAnswer as error:
        return ProbeResult(error.outcome, url, str(error))


def _base_url(place: str) -> str:
    """Return where a redirect leads, ending in a slash; "" where a client could not follow it."""
    try:
        parts = urlsplit(place)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a port that is no number, a bracket left open
        return ""
    if not known:
        return ""
    return place if place.endswith("/") else place + "/"


def _interpret(url: str, answer: _Response, user: str, seconds: float) -> ProbeResult:
    detail = f"status {answer.status}"
    if answer.status == 200:
        key = _host_key(answer)
        return (
            ProbeResult(ProbeOutcome.OK, url, knows_you=True, host_key=key)
            if key
            else _older(url, seconds, detail)
        )
    if answer.status == 403 and _is_anki(url, seconds):
        # without a name and a password, this is the answer of a server that works
        return ProbeResult(ProbeOutcome.WRONG_LOGIN if user else ProbeOutcome.OK, url, detail)
    if answer.status == 501 and not _refuses_every_post(url, seconds):
        return ProbeResult(ProbeOutcome.TOO_OLD, url, detail)
    if answer.status in (429, 500, 502, 503, 504):
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


def _host_key(answer: _Response) -> str:
    """The host key in an answer of version 11, "" if it is none."""
    if header.ORIGINAL_SIZE not in answer.headers:
        return ""
    try:
        value: Any = jsontext.loads(b"".join(body.decompress([answer.content], _MOST)))
    except (ValueError, RecursionError, BadRequest, TooLarge):
        return ""
    key = value.get("key") if isinstance(value, dict) else None
    return key if isinstance(key, str) else ""


def _is_anki(url: str, seconds: float) -> bool:
    """Whether a request that is no sync request is refused for another reason than a wrong login:
    a server that forbids everything is none of Anki's."""
    answer = _post(url, "sync/hostKey", b"", {header.HEADER: "{}"}, seconds)
    return answer.status == 400


def _refuses_every_post(url: str, seconds: float) -> bool:
    """Plain web servers answer 501 to each POST, wherever it goes."""
    return _post(url, f"lan-sync-probe-{secrets.token_hex(4)}", b"", {}, seconds).status == 501


def _older(url: str, seconds: float, detail: str) -> ProbeResult:
    """Try a login of the versions before 11, with a password nobody has: an old server knows it is
    one, and says that it is wrong."""
    boundary = secrets.token_hex(16)
    login = gzip.compress(jsontext.dumps({"u": "lan-sync-probe", "p": secrets.token_hex(8)}))
    form = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="c"\r\n\r\n1\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="data"; filename="data"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode() + login
    form += f"\r\n--{boundary}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    answer = _post(url, "sync/hostKey", form, headers, seconds)
    empty = _post(url, "sync/hostKey", b"", {}, seconds)
    is_old = answer.status in (401, 403) and empty.status not in (401, 403)
    return ProbeResult(ProbeOutcome.TOO_OLD if is_old else ProbeOutcome.NOT_ANKI, url, detail)


def _post(
    url: str, path: str, content: bytes, headers: Mapping[str, str], seconds: float
) -> _Response:
    try:
        with contextlib.closing(_connection(url, seconds)) as connection:
            connection.connect()
            with _cut_after(seconds, connection.sock):
                path = f"{urlsplit(url).path}{path}"
                connection.request("POST", path, content, dict(headers))
                response = connection.getresponse()
                received = {name.lower(): value for name, value in response.getheaders()}
                return _Response(response.status, received, response.read(_MOST))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _NoAnswer(_outcome_of(error), error) from error


def _connection(url: str, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=seconds, context=_trusted())
    return http.client.HTTPConnection(host, parts.port, timeout=seconds)


@contextlib.contextmanager
def _cut_after(seconds: float, sock: socket.socket) -> Iterator[None]:
    """Cut a connection that lasts longer than the block may, which raises TimeoutError then.

    The socket's own timeout is for one packet: a server may send a byte now and then for ever.
    """
    late = threading.Event()

    def cut() -> None:
        late.set()
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    watch = threads.start_later(seconds, cut, "lan-sync-probe")
    try:
        yield
    finally:
        watch.cancel()
        if late.is_set():  # whatever that has made of the answer
            raise TimeoutError("the answer did not end in time")


def _trusted() -> ssl.SSLContext:
    """The system's certificates, and those that come with `requests` in Anki: Anki's own Python
    finds none of the system's on a Mac, and one broken certificate in Windows' store spoils all."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with contextlib.suppress(ssl.SSLError):
        context.load_default_certs()
    with contextlib.suppress(ImportError, OSError):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _outcome_of(error: BaseException) -> ProbeOutcome:
    if isinstance(error, (socket.gaierror, UnicodeError)):  # a name that cannot even be asked for
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
        return ProbeOutcome.NOT_ANKI  # it speaks something else, or hung up on us
    return ProbeOutcome.UNREACHABLE
