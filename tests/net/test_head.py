from __future__ import annotations

import pytest

from addon.net.head import Head, Refused, parse_head


def head(*lines: str) -> Head:
    return parse_head("".join(f"{line}\r\n" for line in lines).encode("latin-1"))


def test_a_request_is_read_verbatim() -> None:
    found = head("POST /a%20b/c?d=%20e HTTP/1.1", "Host: x", "Content-Length:  5 ", "A-B:")
    assert (found.method, found.path, found.query) == ("POST", "/a b/c", "d=%20e")
    assert found.headers == {"host": "x", "content-length": "5", "a-b": ""}
    assert (found.length, found.may_stay) == (5, True)


def test_a_path_is_the_same_bytes_quoted_or_not() -> None:
    for sent in ("/\u00fc/".encode(), b"/%C3%BC/"):
        assert parse_head(b"GET " + sent + b" HTTP/1.1\r\n").path == "/\u00c3\u00bc/"


def test_an_absolute_url_as_sent_to_proxies_is_reduced_to_its_path() -> None:
    assert head("GET http://host:1/a?b HTTP/1.1").target == "/a?b"
    assert head("GET http://host:1 HTTP/1.1").path == "/"


@pytest.mark.parametrize("name", ["Transfer-Encoding", "transfer-encoding"])
def test_chunked_wins_over_content_length_and_ends_the_connection(name: str) -> None:
    """Else what follows could be read as a request by one and as a body by another on the way."""
    found = head("POST / HTTP/1.1", f"{name}: Chunked", "Content-Length: 5")
    assert (found.length, found.may_stay) == (None, False)
    assert head("POST / HTTP/1.1", f"{name}: chunked").may_stay


def test_a_repeated_equal_content_length_is_accepted() -> None:
    assert head("POST / HTTP/1.1", "Content-Length: 5", "Content-Length: 5").length == 5
    assert head("POST / HTTP/1.1", "Content-Length: 5, 5").length == 5


@pytest.mark.parametrize("option", ["close", "CLOSE", " close , x", "x,close"])
def test_close_anywhere_in_the_connection_header_counts(option: str) -> None:
    assert not head("GET / HTTP/1.1", f"Connection: {option}").may_stay
    assert not head("GET / HTTP/1.1", "Connection: x", f"Connection: {option}").may_stay


@pytest.mark.parametrize(
    ("status", "lines"),
    [
        (400, ["GET / HTTP/1.1", "Content-Length: ٥"]),
        (400, ["GET / HTTP/1.1", "Content-Length: +5"]),
        (400, ["GET / HTTP/1.1", "Content-Length: " + "9" * 40]),
        (400, ["GET / HTTP/1.1", "Content-Length: "]),
        (400, ["GET / HTTP/1.1", "Transfer-Encoding: chunked, chunked"]),
        (400, ["GET / HTTP/1.1", "Transfer-Encoding: "]),
        (400, ["GET / HTTP/1.1", "a: b\rContent-Length: 5"]),
        (400, ["GET / HTTP/1.1", "a: b\0c"]),
        (400, ["GET / HTTP/1.1", "a:" + " " * 30_000 + "\0"]),
        (400, ["GET / HTTP/1.1", "a b: c"]),
        (400, ["GET / HTTP/1.1", ": c"]),
        (400, ["G(T / HTTP/1.1"]),
        (400, ["GET  / HTTP/1.1"]),
        (400, ["GET / http/1.1"]),
        (431, ["GET / HTTP/1.1", *["a: b"] * 101]),
        (505, ["GET / HTTP/2.0"]),
    ],
)
def test_ambiguous_requests_are_refused(status: int, lines: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        parse_head("".join(f"{line}\r\n" for line in lines).encode())
    assert refused.value.status == status
