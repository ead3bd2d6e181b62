"""What a request comes in and its answer goes out in, chosen here once.

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
from .call import Body, File, Json, Reply
from .limits import KIB, Limits
from .request_buffers import JsonReader, RequestBuffers
from .routes import Method
from .spool import SpoolFile

_MEDIA_BEGIN: Method = ("msync", "begin")
_FORM = "multipart/form-data"
# Names of a form's short fields. Media methods may call the host key "sk", after `begin`'s answer.
_HOST_KEYS = ("k", "sk")
_FIELDS = frozenset(("c", "s", "v", *_HOST_KEYS))
_MAX_FIELD = 256  # bytes
# What a form may hold besides its data
_MAX_AROUND = 8 * KIB


@dataclass(frozen=True)
class Envelope:
    """An opened request, and the way to wrap its answer."""

    header: header.SyncHeader
    body: Body
    wrap: Callable[[Reply], Response]


def has_one(request: Request, method: Method) -> bool:
    """Whether this is a client's request; others to the same path are a browser's."""
    # Rust clients before version 11 (2.1.22 to 2.1.56) ask for `begin` by GET
    return request.method == "POST" or (request.method == "GET" and method == _MEDIA_BEGIN)


@contextlib.contextmanager
def opened(
    request: Request, method: Method, limits: Limits, buffers: RequestBuffers
) -> Iterator[Envelope]:
    """Find out which envelope this is and open it; `BadRequest` if it is none."""
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
        # what cannot be compressed grows a little
        received = _bounded(_received(request), limit + limit // 128 + KIB)
        return body.decompress(received, limit)

    return Envelope(header.parse(text), Body(blocks, reader), _wrap_zstd)


def _from_query(request: Request, reader: JsonReader) -> Envelope:
    found = {name: request.args.get(name, "") for name in ("k", "v")}
    return Envelope(_known_by(found), Body(lambda _limit: iter([b"{}"]), reader), _wrap_plain)


def _from_form(request: Request, most: int, reader: JsonReader, data: SpoolFile) -> Envelope:
    """Receives everything first, the `most` bytes of data into `data`: the sender's key may come
    after them."""
    boundary = request.mimetype_params.get("boundary", "")
    found: dict[str, bytes] = {}
    received = _bounded(_received(request), most + _MAX_AROUND)
    for name, piece in multipart.fields(received, boundary):
        if name == multipart.DATA:
            data.write(piece)
        elif name in _FIELDS:
            found[name] = found.get(name, b"") + piece
            if len(found[name]) > _MAX_FIELD:
                raise BadRequest(f"the form's field {name!r} is too long")
    for _ in received:  # to its end, or the connection could not stay
        pass
    compressed = found.get("c", b"0") != b"0"

    def blocks(limit: int) -> Iterator[bytes]:
        if not data.size:  # clients leave it out where there is nothing to say
            return iter([b"{}"])
        stored = data.blocks(body.BLOCK)
        return multipart.gunzip(stored, limit) if compressed else _bounded(stored, limit)

    try:
        texts = {name: value.decode() for name, value in found.items()}
    except UnicodeDecodeError:
        raise BadRequest("a field of the form is not UTF-8") from None
    return Envelope(_known_by(texts), Body(blocks, reader), _wrap_plain)


def _known_by(fields: dict[str, str]) -> header.SyncHeader:
    """What the header says in version 11. The true version comes inside `meta` and nowhere else;
    until then it is 10, as on Anki's own server."""
    host_key = next((fields[name] for name in _HOST_KEYS if fields.get(name)), "")
    client = fields.get("v", "")[:_MAX_FIELD]
    return header.SyncHeader(versions.V2_TIMEZONE, host_key, fields.get("s", ""), client)


def _most(method: Method, limits: Limits) -> int:
    """How many bytes `data` may have as it is sent; the step bounds them once more, decoded."""
    own = {"upload": limits.collection, "uploadChanges": limits.media_zip}
    return own.get(method[1], limits.bound(method[1]).size)


def _received(request: Request) -> Iterator[bytes]:
    stream = request.environ["wsgi.input"]
    try:
        while block := stream.read(body.BLOCK):
            yield block
    except OSError as error:
        # Wi-Fi: never 400, on which clients advise a database check. `error` is for the log alone.
        raise Unavailable("the request's body did not arrive") from error


def _bounded(blocks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for block in blocks:
        size += len(block)
        if size > limit:
            raise TooLarge(f"the body has more than {limit} bytes")
        yield block


def _wrap_zstd(answer: Reply) -> Response:
    if isinstance(answer, File):
        response = Response(body.compress(_blocks(answer)))
        response.call_on_close(answer.file.close)
        size = answer.size
    else:
        data = _small(answer)
        response = Response(body.compress_whole(data))
        size = len(data)
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers[header.ORIGINAL_SIZE] = str(size)
    return response


def _wrap_plain(answer: Reply) -> Response:
    if isinstance(answer, File):
        response = Response(_blocks(answer), mimetype="application/octet-stream")
        response.call_on_close(answer.file.close)
        response.content_length = answer.size
        return response
    mimetype = "application/json" if isinstance(answer, Json) else "text/plain"
    return Response(_small(answer), mimetype=mimetype)


def _small(answer: Reply) -> bytes:
    assert not isinstance(answer, File)
    return jsontext.dumps(answer.value) if isinstance(answer, Json) else answer.text.encode()


def _blocks(answer: File) -> Iterator[bytes]:
    while block := answer.file.read(body.BLOCK):
        yield block
