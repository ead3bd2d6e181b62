"""Bodies of protocol versions 8 to 10: a form of a few short fields and one file, `data`.

Not werkzeug's decoder: in 2.x it takes a bare LF for a line break and slows down on bodies full of
them, and no version reads a body without its closing boundary, as Anki 2.0 sends it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from .faults import BadRequest, TooLarge

DATA = "data"  # the name of the field that holds a request's content

_BLOCK = 128 * 1024  # bytes passed on at a time
_MAX_BOUNDARY = 200  # characters; RFC 2046 allows 70
_MAX_FIELDS = 20  # real ones have five at most
_MAX_HEADERS = 4096  # bytes; real ones are about 130
_CRLF = b"\r\n"
_NAME = re.compile(rb"""[;\s]name="?([^";]*)""", re.IGNORECASE)
_GZIP = 16 + zlib.MAX_WBITS  # zlib's way to say "with a gzip header"


def fields(blocks: Iterable[bytes], boundary: str) -> Iterator[tuple[str, bytes]]:
    """Decode a form piece by piece: pairs of a field's name and some of its bytes.

    Each field gives at least one pair. Only a form that ends after a short field may lack the
    closing boundary: Anki 2.0 sends `download` like this. Raises BadRequest when the form is
    malformed or truncated.
    """
    if not 0 < len(boundary) <= _MAX_BOUNDARY or not boundary.isascii():
        raise BadRequest("the form's boundary is missing or malformed")
    form = _Form(blocks, boundary.encode())
    for _ in form.content():  # anything before the first boundary
        pass
    if form.over:
        raise BadRequest("the form does not contain its boundary")
    seen = 0
    while form.has_field:
        seen += 1
        if seen > _MAX_FIELDS:
            raise BadRequest("the form has too many fields")
        name = form.read_name()
        yield name, b""
        for piece in form.content():
            yield name, piece
        if form.over:
            yield name, form.last_piece(name)


class _Form:
    """A form's bytes, of which only the next few are held in memory."""

    def __init__(self, blocks: Iterable[bytes], boundary: bytes) -> None:
        self._blocks = iter(blocks)
        self._delimiter = _CRLF + b"--" + boundary
        # no line precedes the first boundary; this makes it look like the others
        self._buffer = bytearray(_CRLF)
        self.has_field = False  # a boundary has announced another field
        self.over = False  # the input ended where a boundary should be

    def _receive(self) -> bool:
        """Take another block; False when there is none."""
        block = next(self._blocks, None)
        if block is not None:
            self._buffer += block
        return block is not None

    def content(self) -> Iterator[bytes]:
        """Yield the bytes up to the next boundary and consume it."""
        buffer = self._buffer
        width = len(self._delimiter)
        while True:
            start = buffer.find(self._delimiter)
            if start < 0:
                # the last bytes may be the beginning of a boundary
                sure = max(0, len(buffer) - width)
            else:
                after = bytes(buffer[start + width : start + width + 2])
                if after in (_CRLF, b"--"):
                    break
                # these bytes only look like a boundary, or the rest has not arrived yet
                sure = start if len(after) < 2 else start + width
            if sure:
                yield bytes(buffer[:sure])
                del buffer[:sure]
            if len(buffer) < width + 2 and not self._receive():
                self.has_field, self.over = False, True
                return
        yield bytes(buffer[:start])
        del buffer[: start + width + 2]
        self.has_field = after == _CRLF

    def read_name(self) -> str:
        """Consume a field's headers and return its name."""
        while (length := self._buffer.find(_CRLF + _CRLF)) < 0:
            if len(self._buffer) > _MAX_HEADERS:
                raise BadRequest("a form field's headers are too long")
            if not self._receive():
                raise BadRequest("the form is truncated")
        lines = bytes(self._buffer[:length]).split(_CRLF)
        del self._buffer[: length + 4]
        for line in lines:
            kind, _, value = line.partition(b":")
            if kind.strip().lower() == b"content-disposition":
                match = _NAME.search(value)
                if match is not None:
                    return match.group(1).decode("utf-8", "replace")
        raise BadRequest("a form field has no name")

    def last_piece(self, name: str) -> bytes:
        """Return the rest of a field that no boundary ends."""
        if name == DATA or not self._buffer.endswith(_CRLF):
            raise BadRequest("the form is truncated")
        return bytes(self._buffer[:-2])


def gunzip(blocks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Decode a gzip stream piece by piece.

    `limit` is the most bytes it may decode to, so that a small body cannot expand without end.
    Raises TooLarge beyond it, and BadRequest when the stream is broken or truncated.
    """
    decoder = zlib.decompressobj(_GZIP)
    size = 0
    try:
        for block in blocks:
            if decoder.eof:
                raise BadRequest("bytes after the end of the gzip stream")
            pending, data = block, b""
            # after a full piece the decoder may hold more, even when it has consumed all input
            while not decoder.eof and (pending or len(data) == _BLOCK):
                data = decoder.decompress(pending, _BLOCK)
                size += len(data)
                if size > limit:
                    raise TooLarge(f"the body expands to more than {limit} bytes")
                if data:
                    yield data
                pending = decoder.unconsumed_tail
            if decoder.unused_data:
                raise BadRequest("bytes after the end of the gzip stream")
    except zlib.error as error:
        raise BadRequest("the body is not a gzip stream") from error
    if not decoder.eof:
        raise BadRequest("the gzip stream is truncated")
