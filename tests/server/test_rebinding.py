"""A website whose name leads to this server: its visitors' browsers get nothing from here."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from addon.hosting import LanServer

EVIL = "evil.example.com:27701"
CHROMIUM = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0",
    "Accept-Language": "en",
    "Sec-Fetch-Mode": "cors",
}
# of which a page's script can hide only what is called otherwise here
HIDING = {"User-Agent": "anki", "Accept": "*/*"}
# a real client's, as they arrive (26.09)
CLIENT = {"accept": "*/*", "content-type": "application/octet-stream"}


@contextmanager
def serving(data: Path, behind_proxy: bool = False, *names: str) -> Iterator[LanServer]:
    server = LanServer(data, "127.0.0.1", 0, behind_proxy=behind_proxy, names=names)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serving(tmp_path_factory.mktemp("data")) as server:
        yield server.port


def call(
    port: int, method: str, path: str, headers: Mapping[str, str], body: bytes = b""
) -> tuple[int, str, Mapping[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders())
    finally:
        connection.close()


@pytest.mark.parametrize(
    "path", ["/", "/health", "/sync/hostKey", "/sync/meta", "/msync/begin", "/nothing", "/a/b/"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_a_browser_that_used_another_name_is_refused(port: int, method: str, path: str) -> None:
    status, text, _ = call(port, method, path, {"Host": EVIL, **CHROMIUM})
    assert status == 421
    assert len(text) < 250


def test_no_header_that_a_script_can_leave_out_makes_it_a_client(port: int) -> None:
    # browsers put these on every request themselves: for GET and HEAD ..
    assert call(port, "GET", "/", {"Host": EVIL, **HIDING, "Accept-Language": "en"})[0] == 421
    # .. and for POST, where a page that shows no referrer has this one
    assert call(port, "POST", "/", {"Host": EVIL, **HIDING, "Origin": "null"})[0] == 421


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "192.168.1.5:27701", "[fe80::1]:27701", "mypc.local:27701", "mypc"]
)
def test_a_browser_that_used_our_name_sees_the_page(port: int, host: str) -> None:
    assert call(port, "GET", "/", {"Host": host, **CHROMIUM})[0] == 200


def test_clients_are_served_by_any_name(port: int) -> None:
    for host in (EVIL, "anki.example.org", "x" * 200, "a b", ""):
        assert call(port, "GET", "/health", {"Host": host, **CLIENT})[0] == 200
        # the request is read: it has no header of the protocol
        assert call(port, "POST", "/sync/meta", {"Host": host, **CLIENT}, b"x")[0] == 400


def test_behind_a_proxy_the_name_it_reports_is_checked(tmp_path: Path) -> None:
    def asked(host: str, forwarded: str) -> int:
        headers = {"Host": host, **CHROMIUM}
        if forwarded:
            headers["X-Forwarded-Host"] = forwarded
        return call(server.port, "GET", "/", headers)[0]

    with serving(tmp_path / "one", True, "anki.example.org") as server:
        assert asked("127.0.0.1:27701", "anki.example.org") == 200
        assert asked("anki.example.org", "") == 200
        assert asked("127.0.0.1:27701", "evil.example.com") == 421
        assert asked("127.0.0.1:27701", "anki.example.org, evil.example.com") == 421
    with serving(tmp_path / "other") as server:  # anybody can send that header
        assert asked(EVIL, "192.168.1.5") == 421
        assert asked("192.168.1.5", "evil.example.com") == 200


def test_no_answer_lets_other_websites_read_it(port: int) -> None:
    preflight = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x"}
    for method, path in (
        *(("OPTIONS", "/"), ("OPTIONS", "/sync/hostKey"), ("GET", "/"), ("GET", "/health")),
        *(("POST", "/"), ("POST", "/sync/hostKey"), ("GET", "/nothing")),
    ):
        asked = {"Host": "192.168.1.5", **CHROMIUM, "Origin": "http://evil.example", **preflight}
        status, _, headers = call(port, method, path, asked)
        assert not [name for name in headers if name.lower().startswith("access-control-")]
        if method == "OPTIONS":
            assert status == 404
