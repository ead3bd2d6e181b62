"""The head of a request: the request line and the headers, and what they mean (RFC 9112)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes

MAX_HEAD = 32 * 1024  # bytes; clients need some 500, browsers add cookies of other servers
_MAX_HEADERS = 100

# What a request may begin with: a letter of its method, or an empty line.
BEGINNINGS = frozenset(bytes([n]) for n in (*range(65, 91), *range(97, 123), 10, 13))

_REQUEST_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP/(\d)\.(\d)")
# A proxy might take a bare CR or a NUL for the end of a line (RFC 9110, 5.5).
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\0\r\n]*?)[ \t]*")
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
    headers: tuple[tuple[str, str], ...]  # names in lower case
    length: int | None  # of the body in bytes; None if it is chunked
    may_stay: bool  # whether the sender may reuse the connection

    @property
    def path(self) -> str:
        """The decoded path in WSGI's form: each character is a byte."""
        path = self.target.partition("?")[0]
        return unquote_to_bytes(path.encode("latin-1")).decode("latin-1")

    @property
    def query(self) -> str:
        """What follows the question mark, undecoded."""
        return self.target.partition("?")[2]

    def values(self, name: str) -> list[str]:
        """Return all values of a header that is a list, in lower case; it may be repeated."""
        lists = (value for key, value in self.headers if key == name)
        return [part.strip().lower() for each in lists for part in each.split(",") if part.strip()]


def parse_head(lines: Sequence[bytes]) -> Head:
    """Parse the request line and the headers, without their line ends. Raises Refused."""
    match = _REQUEST_LINE.fullmatch(lines[0].decode("latin-1"))
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
    if len(lines) > _MAX_HEADERS + 1:
        raise Refused(431, "the request has too many headers")
    bare = Head(method, target, int(minor), _headers(lines[1:]), 0, may_stay=False)
    length, is_certain = _length(bare)
    return replace(bare, length=length, may_stay=is_certain and _may_stay(bare))


def _headers(lines: Sequence[bytes]) -> tuple[tuple[str, str], ...]:
    headers = []
    for line in lines:
        match = _HEADER.fullmatch(line.decode("latin-1"))
        if match is None:
            raise Refused(400, "a header of the request is malformed")
        headers.append((match[1].lower(), match[2]))
    return tuple(headers)


def _length(head: Head) -> tuple[int | None, bool]:
    """Return the body's length (None if chunked), and whether every proxy agrees about it."""
    names = {name for name, _ in head.headers}
    has_length = "content-length" in names
    if "transfer-encoding" in names:
        # HTTP/1.0 has none: its sender passed on something that it does not understand
        if head.values("transfer-encoding") != ["chunked"] or not head.minor:
            raise Refused(400, "the request's Transfer-Encoding is not supported")
        return None, not has_length
    if not has_length:
        return 0, True
    lengths = set(head.values("content-length")) or {""}
    length = lengths.pop()
    if lengths or not re.fullmatch(r"[0-9]+", length) or len(length) > _MAX_DIGITS:
        raise Refused(400, "the request's Content-Length is malformed")
    return int(length), True


def _may_stay(head: Head) -> bool:
    """Return whether the sender allows reuse of the connection; in HTTP/1.0 it must ask for it."""
    options = head.values("connection")
    return "close" not in options and (head.minor > 0 or "keep-alive" in options)
