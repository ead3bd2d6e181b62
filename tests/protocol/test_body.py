from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from addon.protocol import body
from addon.protocol.faults import BadRequest, TooLarge
from addon.protocol.zstd import zstd

DATA = os.urandom(300_000) + bytes(3_000_000)


def _pieces(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@pytest.mark.parametrize("size", [1000, 131072, len(DATA)])
def test_round_trip_with_blocks_of_any_size(size: int) -> None:
    packed = b"".join(body.compress(_pieces(DATA, size)))
    assert b"".join(body.decompress(_pieces(packed, size), len(DATA))) == DATA


@pytest.mark.parametrize("size", [0, 2, body.BLOCK, body.BLOCK + 1])
def test_a_whole_answer_is_one_stream(size: int) -> None:
    for data in (DATA[:size], bytes(size)):
        assert b"".join(body.decompress([body.compress_whole(data)], size)) == data


def test_whole_answers_of_several_threads_do_not_mix() -> None:
    def is_right(size: int) -> bool:
        return zstd.decompress(body.compress_whole(DATA[size : 2 * size])) == DATA[size : 2 * size]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(is_right, range(0, 100_000, 100)))


def test_blocks_are_bounded_however_far_the_body_expands() -> None:
    packed = body.compress_whole(bytes(50_000_000))
    assert len(packed) < 10_000
    assert max(map(len, body.decompress([packed], 50_000_000))) <= body.BLOCK


def test_a_body_that_expands_beyond_the_limit_is_refused() -> None:
    seen: list[bytes] = []
    packed = body.compress_whole(bytes(50_000_000))
    with pytest.raises(TooLarge):
        seen.extend(body.decompress([packed], 1_000_000))
    assert sum(map(len, seen)) <= 1_000_000


def test_a_frame_cannot_ask_for_a_large_window() -> None:
    options = {int(zstd.CompressionParameter.window_log): 27}
    encoder = zstd.ZstdCompressor(options=options)
    packed = encoder.compress(DATA) + encoder.flush()
    with pytest.raises(BadRequest, match="not a zstd stream"):
        list(body.decompress([packed], len(DATA)))


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param([], id="nothing"),
        pytest.param([b""], id="empty"),
        pytest.param([b"plain text"], id="not zstd"),
        pytest.param([body.compress_whole(DATA)[:-5]], id="truncated"),
        pytest.param([body.compress_whole(b"{}") + b"x"], id="bytes after the end"),
        pytest.param([body.compress_whole(b"{}"), b"x"], id="a block after the end"),
    ],
)
def test_a_broken_stream_is_a_bad_request(broken: list[bytes]) -> None:
    with pytest.raises(BadRequest):
        list(body.decompress(broken, 10_000_000))
