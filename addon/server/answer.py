"""What the application answers a client with."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

TEXT = "text/plain; charset=utf-8"
JSON = "application/json"
OCTETS = "application/octet-stream"

_NONE: Mapping[str, str] = MappingProxyType({})


class Answer:
    """An HTTP response, with the part of the interface of werkzeug's that the application uses.

    That one looks for redirects, cookies and ranges in each response, which takes longer than to
    send a small one.
    """

    def __init__(
        self,
        body: bytes | Iterator[bytes],
        kind: str,
        status: int = 200,
        headers: Mapping[str, str] = _NONE,
        size: int | None = None,
    ) -> None:
        """`size` in bytes, of a body that comes in blocks; None if it is unknown."""
        if isinstance(body, bytes):
            size = len(body)
            body = iter((body,))
        self.status_code = status
        self._blocks = body
        self._headers = [("Content-Type", kind), *headers.items()]
        if size is not None:
            self._headers.append(("Content-Length", str(size)))
        self._on_close: list[Callable[[], object]] = []

    def call_on_close(self, function: Callable[[], object]) -> None:
        """Call a function once the response is sent or lost, after those named before."""
        self._on_close.append(function)

    def __call__(self, _environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        start_response(_line(self.status_code), self._headers)
        return self

    def __iter__(self) -> Iterator[bytes]:
        return self._blocks

    def close(self) -> None:
        for function in self._on_close:
            function()


@functools.lru_cache(maxsize=32)
def _line(status: int) -> str:
    return f"{status} {HTTPStatus(status).phrase}"
