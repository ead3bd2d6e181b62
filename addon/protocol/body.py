"""Bodies of protocol version 11: one zstd stream each way, never held whole in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .faults import BadRequest, TooLarge
from .zstd import zstd

BLOCK = 128 * 1024  # bytes passed on at a time
# 8 MiB, zstd's own default limit for decoders: a client's frame cannot ask for more memory.
_WINDOW_LOG_MAX = 23
# Level 1 is the fastest; on a LAN the network is faster than the higher levels. Anki's server
# uses 3.
_LEVEL = 1
# For small answers, of all threads: to make one takes longer than to encode such an answer.
_encoder = zstd.ZstdCompressor(level=_LEVEL)


def decompress(blocks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Decode a zstd stream piece by piece.

    `limit` is the most bytes it may decode to, so that a small body cannot expand without end.
    Raises TooLarge beyond it, and BadRequest when the stream is broken or truncated.
    """
    bound = {int(zstd.DecompressionParameter.window_log_max): _WINDOW_LOG_MAX}
    decoder = zstd.ZstdDecompressor(options=bound)
    size = 0
    try:
        for block in blocks:
            if decoder.eof:
                raise BadRequest("bytes after the end of the zstd stream")
            pending = block
            while True:
                data = decoder.decompress(pending, BLOCK)
                size += len(data)
                if size > limit:
                    raise TooLarge(f"the body expands to more than {limit} bytes")
                if data:
                    yield data
                if decoder.eof or decoder.needs_input:
                    break
                pending = b""
            if decoder.eof and decoder.unused_data:
                raise BadRequest("bytes after the end of the zstd stream")
    except zstd.ZstdError as error:
        raise BadRequest("the body is not a zstd stream") from error
    if not decoder.eof:
        raise BadRequest("the zstd stream is truncated")


def compress(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Encode blocks as one zstd stream, piece by piece."""
    encoder = zstd.ZstdCompressor(level=_LEVEL)
    for block in blocks:
        data = encoder.compress(block)
        if data:
            yield data
    yield encoder.flush()


def compress_whole(data: bytes) -> bytes:
    """Encode an answer at once."""
    if len(data) > BLOCK:  # others would wait, and the encoder would keep its memory
        return zstd.compress(data, _LEVEL)
    encoded: bytes = _encoder.compress(data, zstd.ZstdCompressor.FLUSH_FRAME)
    return encoded
