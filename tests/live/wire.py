"""A bare client of sync protocol 11: says exactly what a test tells it to say.

Real clients only ever send well-formed requests in the right order. This one can send any
object to any method, which is how tests find out what a server refuses. It works against our
server and against Anki's own (`python -m anki.syncserver`), so that the two can be compared.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import random
import string
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from backports.zstd import compress, decompress

PROTOCOL_VERSION = 11
CLIENT_VERSION = "anki,26.09.3 (wire),test"
ORIGINAL_SIZE = "anki-original-size"


class WireClient:
    """A device that talks to the sync server at `base_url`: a host key and a session key.

    Each call opens its own connection: Anki's server answers as soon as the zstd stream ends and
    closes the connection over the unread end of the chunked body.

    Every call returns `(status, value)`: the HTTP status, and the decoded JSON of the answer, or
    its plain bytes if it is no JSON (a collection, a zip, an error text).
    """

    def __init__(self, base_url: str, timeout: float = 120.0) -> None:
        address = urlsplit(base_url)
        self._prefix = address.path.rstrip("/")
        self._host, self._port = address.hostname or "127.0.0.1", address.port or 80
        self._timeout = timeout
        self.host_key = ""
        self.session_key = ""
        self.protocol_version = PROTOCOL_VERSION
        self.last_headers: dict[str, str] = {}
        self.new_session()

    def new_session(self) -> None:
        """Act as a device that begins another sync: take a fresh session key."""
        self.session_key = "".join(random.choices(string.ascii_letters + string.digits, k=8))

    def login(self, user: str, password: str) -> int:
        """Fetch and keep the host key; returns the HTTP status (403: wrong pair)."""
        status, value = self.call("hostKey", {"u": user, "p": password})
        if status == 200:
            self.host_key = value["key"]
        return status

    def call(self, method: str, request: object = None) -> tuple[int, Any]:
        """Call a collection method; `request` is JSON, or `bytes` sent as they are (`upload`)."""
        return self.post(f"/sync/{method}", request)

    def media(self, method: str, request: object = None) -> tuple[int, Any]:
        """Call a media method; `uploadChanges` takes the zip as `bytes`. Answers keep their
        `{"data", "err"}` wrapping."""
        return self.post(f"/msync/{method}", request)

    def post(self, path: str, request: object = None) -> tuple[int, Any]:
        """POST below the base address, in the envelope of protocol 11."""
        if isinstance(request, bytes):
            body = request
        else:
            body = json.dumps({} if request is None else request).encode()
        return self.post_raw(path, compress(body))

    def post_raw(self, path: str, body: bytes) -> tuple[int, Any]:
        """POST bytes that are not compressed here, for bodies no client would make."""
        header = {
            "v": self.protocol_version,
            "k": self.host_key,
            "c": CLIENT_VERSION,
            "s": self.session_key,
        }
        headers = {"anki-sync": json.dumps(header), "content-type": "application/octet-stream"}
        connection = http.client.HTTPConnection(self._host, self._port, timeout=self._timeout)
        with contextlib.closing(connection):
            # a server may refuse and hang up before it has read everything
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                # clients stream the body: no Content-Length
                connection.request(
                    "POST", self._prefix + path, _pieces(body), headers, encode_chunked=True
                )
            response = connection.getresponse()
            answer = response.read()
        self.last_headers = {name.lower(): value for name, value in response.getheaders()}
        if ORIGINAL_SIZE in self.last_headers:
            answer = decompress(answer)
        return response.status, _decoded(answer)


def _pieces(body: bytes, size: int = 64 * 1024) -> Iterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


def _decoded(answer: bytes) -> Any:
    try:
        return json.loads(answer)
    except ValueError:
        return answer
