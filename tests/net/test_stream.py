from __future__ import annotations

import io
import socket
import time
from typing import cast

import pytest

from addon.net.body import RequestBody
from addon.net.stream import Stream, TooLong


class Sent:
    """Stands for a connection on which some bytes arrive at a time, and then its end."""

    def __init__(self, data: bytes, at_a_time: int) -> None:
        self._data = io.BytesIO(data)
        self._at_a_time = at_a_time

    def recv(self, size: int) -> bytes:
        return self._data.read(min(size, self._at_a_time))

    def gettimeout(self) -> float:
        return 60.0

    def settimeout(self, _seconds: float) -> None:
        pass


def stream(data: bytes, at_a_time: int) -> Stream:
    return Stream(cast(socket.socket, Sent(data, at_a_time)))


def block(read: Stream, limit: int = 100) -> bytes:
    return read.block(limit, time.monotonic() + 60)


def line(read: Stream, limit: int = 100) -> bytes:
    return read.line(limit, time.monotonic() + 60)


AT_A_TIME = pytest.mark.parametrize("at_a_time", [1, 2, 3, 5, 1000])


@AT_A_TIME
@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_a_block_ends_before_its_empty_line_however_it_arrives(end: bytes, at_a_time: int) -> None:
    read = stream(end + b"a" + end + b"\rb" + end + end + b"rest" + end, at_a_time)
    assert block(read) == b""
    assert block(read) == b"a" + end + b"\rb" + end
    assert line(read) == b"rest"


@AT_A_TIME
def test_what_is_too_long_is_not_waited_for(at_a_time: int) -> None:
    assert block(stream(b"abcd\n\n", at_a_time), 5) == b"abcd\n"
    for endless in (b"abcde\n\n", b"a" * 2000):
        with pytest.raises(TooLong):
            block(stream(endless, at_a_time), 5)
    assert line(stream(b"abcde\r\n", at_a_time), 5) == b"abcde"
    with pytest.raises(TooLong):
        line(stream(b"abcdef\r\n", at_a_time), 5)


@AT_A_TIME
@pytest.mark.parametrize("data", [b"", b"a", b"a\r\n", b"a\r\n\r"])
def test_a_connection_that_ends_too_early_is_lost(data: bytes, at_a_time: int) -> None:
    with pytest.raises(ConnectionError):
        block(stream(data, at_a_time))


def test_a_body_can_be_wrapped() -> None:
    near, far = socket.socketpair()
    with near, far:
        far.sendall(b"4\r\nbody\r\n3\r\n of\r\n0\r\n\r\n")
        body = RequestBody(Stream(near), None, lambda: None)
        assert io.BufferedReader(body).read() == b"body of"
        assert body.exhausted
