"""The head of a request: its line and its headers, and what follows from them (RFC 9112)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes

MAX_HEAD = 32 * 1024  # bytes; a client's has some 500, browsers bring cookies of other servers
_MAX_HEADERS = 100

# The bytes that a request may begin with: a letter of its method, or an empty line.
BEGINNINGS = frozenset(bytes([n]) for n in (*range(65, 91), *range(97, 123), 10, 13))

_REQUEST_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP/(\d)\.(\d)")
# A bare CR or a NUL may mean another line to whoever passes the request on (RFC 9110, 5.5).
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\0\r\n]*?)[ \t]*")
_ABSOLUTE = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_MAX_DIGITS = 18  # of a length: more bytes than any disk has


class Refused(Exception):
    """A request that no application gets to see; the text is for its sender."""

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
    length: int | None  # of the body in bytes; None where it comes in chunks
    may_stay: bool  # whether the sender keeps the connection for another request

    @property
    def path(self) -> str:
        """The decoded path as WSGI has it: each character a byte."""
        path = self.target.partition("?")[0]
        return unquote_to_bytes(path.encode("latin-1")).decode("latin-1")

    @property
    def query(self) -> str:
        """What follows the question mark, undecoded."""
        return self.target.partition("?")[2]

    def values(self, name: str) -> list[str]:
        """All values of a header that is a list, in lower case; the header may come repeatedly."""
        lists = (value for key, value in self.headers if key == name)
        return [part.strip().lower() for each in lists for part in each.split(",") if part.strip()]


def parse(lines: Sequence[bytes]) -> Head:
    """Read a request's line and its headers, each without the line's end. `Refused`."""
    match = _REQUEST_LINE.fullmatch(lines[0].decode("latin-1"))
    if match is None:
        raise Refused(400, "this is no HTTP request")
    method, target, major, minor = match.groups()
    if major != "1":
        raise Refused(505, "only HTTP/1.0 and HTTP/1.1 are spoken here")
    absolute = _ABSOLUTE.match(target)
    if absolute is not None:  # as it is sent to a proxy
        target = target[absolute.end() :]
        target = target if target.startswith("/") else f"/{target}"
    if not target.startswith("/"):
        raise Refused(400, "the address of the request is no path")
    if len(lines) > _MAX_HEADERS + 1:
        raise Refused(431, "the request has too many headers")
    bare = Head(method, target, int(minor), _headers(lines[1:]), 0, may_stay=False)
    length, is_sure = _length(bare)
    return replace(bare, length=length, may_stay=is_sure and _may_stay(bare))


def _headers(lines: Sequence[bytes]) -> tuple[tuple[str, str], ...]:
    headers = []
    for line in lines:
        match = _HEADER.fullmatch(line.decode("latin-1"))
        if match is None:
            raise Refused(400, "a header of the request is malformed")
        headers.append((match[1].lower(), match[2]))
    return tuple(headers)


def _length(head: Head) -> tuple[int | None, bool]:
    """The body's length, None for chunks; and whether all on the way must agree about it."""
    names = {name for name, _ in head.headers}
    has_length = "content-length" in names
    if "transfer-encoding" in names:
        # in HTTP/1.0 there are none: who sends them has passed on what it does not understand
        if head.values("transfer-encoding") != ["chunked"] or not head.minor:
            raise Refused(400, "the request's Transfer-Encoding is not spoken here")
        return None, not has_length
    if not has_length:
        return 0, True
    lengths = set(head.values("content-length")) or {""}
    length = lengths.pop()
    if lengths or not re.fullmatch(r"[0-9]+", length) or len(length) > _MAX_DIGITS:
        raise Refused(400, "the request's Content-Length is malformed")
    return int(length), True


def _may_stay(head: Head) -> bool:
    """Whether the sender lets the connection stay: in HTTP/1.0 it asks for it."""
    options = head.values("connection")
    return "close" not in options and (head.minor > 0 or "keep-alive" in options)
