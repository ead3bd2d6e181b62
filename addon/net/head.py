"""The head of a request: the request line and the headers, and what they mean (RFC 9112)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

MAX_HEAD = 32 * 1024  # bytes; clients need some 500, browsers add cookies of other servers
_MAX_HEADERS = 100

# What a request may begin with: a letter of its method, or an empty line.
BEGINNINGS = frozenset(bytes([n]) for n in (*range(65, 91), *range(97, 123), 10, 13))

_REQUEST_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP/(\d)\.(\d)\r?")
# A proxy might take a bare CR or a NUL for the end of a line (RFC 9110, 5.5).
# One pass over the value: blanks around it are taken off afterwards.
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\0\r\n]*)\r?")
_ABSOLUTE = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_MAX_DIGITS = 18  # of a length


class Refused(Exception):
    """A request is refused before it reaches the application; the text is for its sender."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True)
class Head:
    """A request without its body."""

    method: str
    target: str  # as it was sent: "/path?query"
    minor: int  # of the version, which is HTTP/1.x
    headers: Mapping[str, str]  # names in lower case; the values of a repeated one, with commas
    length: int | None  # of the body in bytes; None if it is chunked
    may_stay: bool  # whether the sender may reuse the connection

    @property
    def path(self) -> str:
        """The decoded path in WSGI's form: each character is a byte."""
        path = self.target.partition("?")[0]
        return unquote_to_bytes(path.encode("latin-1")).decode("latin-1") if "%" in path else path

    @property
    def query(self) -> str:
        """What follows the question mark, undecoded."""
        return self.target.partition("?")[2]

    def values(self, name: str) -> list[str]:
        """Return the values of a header that is a list, in lower case."""
        return _values(self.headers, name)


def parse_head(head: bytes) -> Head:
    """Parse the request line and the headers, each with its line end. Raises Refused."""
    first, *lines = head.decode("latin-1").removesuffix("\n").split("\n")
    match = _REQUEST_LINE.fullmatch(first)
    if match is None:
        raise Refused(400, "this is not an HTTP request")
    method, target, major, minor = match.groups()
    if major != "1":
        raise Refused(505, "this server only supports HTTP/1.0 and HTTP/1.1")
    absolute = _ABSOLUTE.match(target)
    if absolute is not None:  # the form for proxies
        target = target[absolute.end() :]
        target = target if target.startswith("/") else f"/{target}"
    if not target.startswith("/"):
        raise Refused(400, "the target of the request is not a path")
    if len(lines) > _MAX_HEADERS:
        raise Refused(431, "the request has too many headers")
    headers = _headers(lines)
    length, is_certain = _length(headers, int(minor))
    may_stay = is_certain and _may_stay(headers, int(minor))
    return Head(method, target, int(minor), headers, length, may_stay)


def _headers(lines: Iterable[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        match = _HEADER.fullmatch(line)
        if match is None:
            raise Refused(400, "a header of the request is malformed")
        name, value = match[1].lower(), match[2].strip(" \t")
        headers[name] = f"{headers[name]},{value}" if name in headers else value
    return headers


def _length(headers: Mapping[str, str], minor: int) -> tuple[int | None, bool]:
    """Return the body's length (None if chunked), and whether every proxy agrees about it."""
    has_length = "content-length" in headers
    if "transfer-encoding" in headers:
        # HTTP/1.0 has none: its sender passed on something that it does not understand
        if _values(headers, "transfer-encoding") != ["chunked"] or not minor:
            raise Refused(400, "the request's Transfer-Encoding is not supported")
        return None, not has_length
    if not has_length:
        return 0, True
    lengths = set(_values(headers, "content-length")) or {""}
    length = lengths.pop()
    if lengths or not re.fullmatch(r"[0-9]+", length) or len(length) > _MAX_DIGITS:
        raise Refused(400, "the request's Content-Length is malformed")
    return int(length), True


def _may_stay(headers: Mapping[str, str], minor: int) -> bool:
    """Return whether the sender allows reuse of the connection; in HTTP/1.0 it must ask for it."""
    options = _values(headers, "connection")
    return "close" not in options and (minor > 0 or "keep-alive" in options)


def _values(headers: Mapping[str, str], name: str) -> list[str]:
    parts = headers.get(name, "").split(",")
    return [value.lower() for part in parts if (value := part.strip())]
