"""How requests and replies are wrapped in HTTP, which depends on the protocol version.

Version 11: a header and one zstd stream each way. Versions 8 to 10: a form, and plain bytes back.
Steps see neither.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from werkzeug.wrappers import Request, Response

from ..protocol import body, header, jsontext, multipart, versions
from ..protocol.faults import BadRequest, TooLarge, Unavailable
from .decoded_body import DecodedBody
from .limits import KIB, Limits
from .replies import File, Json, Reply
from .request_buffers import JsonReader, RequestBuffers
from .routes import Method
from .spool import SpoolFile

_MEDIA_BEGIN: Method = ("msync", "begin")
_FORM = "multipart/form-data"
# A form's short fields. Media methods may call the host key "sk", as `begin` does in its reply.
_HOST_KEYS = ("k", "sk")
_FIELDS = frozenset(("c", "s", "v", *_HOST_KEYS))
_MAX_FIELD = 256  # bytes
# Bytes of a form besides its data
_MAX_OVERHEAD = 8 * KIB


@dataclass(frozen=True)
class Envelope:
    """An opened request, and the function that wraps its reply."""

    header: header.SyncHeader
    body: DecodedBody
    wrap: Callable[[Reply], Response]


def has_one(request: Request, method: Method) -> bool:
    """Return whether this is a client's request; any other to the same path is a browser's."""
    # Rust clients before version 11 (2.1.22 to 2.1.56) ask for `begin` by GET
    return request.method == "POST" or (request.method == "GET" and method == _MEDIA_BEGIN)


@contextlib.contextmanager
def opened(
    request: Request, method: Method, limits: Limits, buffers: RequestBuffers
) -> Iterator[Envelope]:
    """Open a request of any protocol version. Raises BadRequest for anything else."""
    with contextlib.ExitStack() as held:
        reader = JsonReader(buffers, limits.bound(method[1]), held)
        if request.method == "GET":
            yield _from_query(request, reader)
        elif header.HEADER in request.headers:
            yield _from_header(request, reader)
        elif request.mimetype == _FORM:
            most = _most(method, limits)
            yield _from_form(request, most, reader, held.enter_context(buffers.forms.file(most)))
        else:
            raise BadRequest("neither an anki-sync header nor a form")


def _from_header(request: Request, reader: JsonReader) -> Envelope:
    try:
        # WSGI hands header bytes over as latin-1
        text = request.headers[header.HEADER].encode("latin-1").decode("utf-8")
    except UnicodeError:
        raise BadRequest("the anki-sync header is not UTF-8") from None

    def blocks(limit: int) -> Iterator[bytes]:
        # incompressible data grows a little
        received = _limited(_receive(request), limit + limit // 128 + KIB)
        return body.decompress(received, limit)

    return Envelope(header.parse(text), DecodedBody(blocks, reader), _wrap_zstd)


def _from_query(request: Request, reader: JsonReader) -> Envelope:
    found = {name: request.args.get(name, "") for name in ("k", "v")}
    return Envelope(
        _header_of(found), DecodedBody(lambda _limit: iter([b"{}"]), reader), _wrap_plain
    )


def _from_form(request: Request, most: int, reader: JsonReader, data: SpoolFile) -> Envelope:
    """Receive everything first, up to `most` bytes of data into `data`.

    The sender's key may come after them.
    """
    boundary = request.mimetype_params.get("boundary", "")
    found: dict[str, bytes] = {}
    received = _limited(_receive(request), most + _MAX_OVERHEAD)
    for name, piece in multipart.fields(received, boundary):
        if name == multipart.DATA:
            data.write(piece)
        elif name in _FIELDS:
            found[name] = found.get(name, b"") + piece
            if len(found[name]) > _MAX_FIELD:
                raise BadRequest(f"the form's field {name!r} is too long")
    for _ in received:  # to its end, or the connection could not be kept
        pass
    compressed = found.get("c", b"0") != b"0"

    def blocks(limit: int) -> Iterator[bytes]:
        if not data.size:  # clients leave it out if they have nothing to say
            return iter([b"{}"])
        stored = data.blocks(body.BLOCK)
        return multipart.gunzip(stored, limit) if compressed else _limited(stored, limit)

    try:
        texts = {name: value.decode() for name, value in found.items()}
    except UnicodeDecodeError:
        raise BadRequest("a field of the form is not UTF-8") from None
    return Envelope(_header_of(texts), DecodedBody(blocks, reader), _wrap_plain)


def _header_of(fields: dict[str, str]) -> header.SyncHeader:
    """Return what version 11 has in its header.

    The real version comes in `meta` and nowhere else; otherwise it is 10, as on Anki's own server.
    """
    host_key = next((fields[name] for name in _HOST_KEYS if fields.get(name)), "")
    client = fields.get("v", "")[:_MAX_FIELD]
    return header.SyncHeader(versions.V2_TIMEZONE, host_key, fields.get("s", ""), client)


def _most(method: Method, limits: Limits) -> int:
    """Return how many bytes of `data` may be sent. The step limits them again once decoded."""
    own = {"upload": limits.collection, "uploadChanges": limits.media_zip}
    return own.get(method[1], limits.bound(method[1]).size)


def _receive(request: Request) -> Iterator[bytes]:
    stream = request.environ["wsgi.input"]
    try:
        while block := stream.read(body.BLOCK):
            yield block
    except OSError as error:
        # Wi-Fi: never 400, on which clients advise a database check. `error` is only logged.
        raise Unavailable("the request's body did not arrive") from error


def _limited(blocks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for block in blocks:
        size += len(block)
        if size > limit:
            raise TooLarge(f"the body has more than {limit} bytes")
        yield block


def _wrap_zstd(reply: Reply) -> Response:
    if isinstance(reply, File):
        response = _octets(body.compress(_blocks(reply)), reply.size)
        response.call_on_close(reply.file.close)
        return response
    data = _small(reply)
    return _with_sequel(_octets(body.compress_whole(data), len(data)), reply)


def _octets(compressed: bytes | Iterator[bytes], size: int) -> Response:
    headers = {header.ORIGINAL_SIZE: str(size)}
    return Response(compressed, headers=headers, content_type="application/octet-stream")


def _wrap_plain(reply: Reply) -> Response:
    if isinstance(reply, File):
        response = Response(_blocks(reply), mimetype="application/octet-stream")
        response.call_on_close(reply.file.close)
        response.content_length = reply.size
        return response
    mimetype = "application/json" if isinstance(reply, Json) else "text/plain"
    return _with_sequel(Response(_small(reply), mimetype=mimetype), reply)


def _with_sequel(response: Response, reply: Reply) -> Response:
    if isinstance(reply, Json) and reply.afterwards is not None:
        response.call_on_close(reply.afterwards)
    return response


def _small(reply: Reply) -> bytes:
    assert not isinstance(reply, File)
    return jsontext.dumps(reply.value) if isinstance(reply, Json) else reply.text.encode()


def _blocks(reply: File) -> Iterator[bytes]:
    while block := reply.file.read(body.BLOCK):
        yield block
