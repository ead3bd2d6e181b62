from __future__ import annotations

import shutil
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.wrappers import Request, Response

from addon.hosting import LanServer
from addon.net.probe import probe
from addon.net.probe_result import ProbeOutcome
from addon.protocol import body, header
from addon.server.events import Event, SignInRefused
from tests.accounts import add_user
from tests.net import servers


@pytest.fixture
def ours(lan_server: LanServer) -> LanServer:
    add_user(lan_server.accounts, "anna", "secret")
    return lan_server


@pytest.fixture(params=["ours", "Anki's own"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "ours":
        yield f"http://127.0.0.1:{request.getfixturevalue('ours').port}/"
    else:
        with servers.ankis_own(tmp_path) as url:
            yield url


CLIENT = "anki,26.09 (c32cb291),lin:debian"


def test_signing_in_gives_a_key(url: str) -> None:
    found = probe(url, "anna", "secret", client=CLIENT)
    assert found.outcome is ProbeOutcome.OK
    assert found.host_key
    assert found.host_key not in repr(found)


def test_a_tried_login_is_reported_and_gives_no_key(url: str) -> None:
    found = probe(url, "anna", "secret")
    assert (found.outcome, found.signed_in, found.host_key) == (ProbeOutcome.OK, True, "")
    assert not probe(url).signed_in


def test_a_tried_login_makes_no_device(ours: LanServer) -> None:
    url = f"http://127.0.0.1:{ours.port}/"
    for password in ("secret", "wrong"):
        probe(url, "anna", password)
    assert ours.accounts.devices.all() == []
    probe(url, "anna", "secret", client=CLIENT)
    (device,) = ours.accounts.devices.all()
    assert device.app.program == "Anki 26.09 (Linux)"


def test_a_wrong_password_is_reported(url: str) -> None:
    found = probe(url, "anna", "wrong")
    assert (found.outcome, found.host_key) == (ProbeOutcome.WRONG_LOGIN, "")


def test_a_server_is_recognised_without_a_login(url: str) -> None:
    found = probe(url)
    assert (found.outcome, found.host_key) == (ProbeOutcome.OK, "")


def test_the_server_knows_the_key(ours: LanServer) -> None:
    found = probe(f"http://127.0.0.1:{ours.port}/", "anna", "secret", client=CLIENT)
    assert ours.accounts.by_key(found.host_key) is not None


def test_a_probe_without_a_login_is_not_a_failed_login(tmp_path: Path) -> None:
    events: list[Event] = []
    server = LanServer(tmp_path / "data", "127.0.0.1", 0, events.append)
    server.start()
    try:
        probe(f"http://127.0.0.1:{server.port}/")
        assert events == []
        probe(f"http://127.0.0.1:{server.port}/", "anna", "wrong")
        assert [type(event) for event in events] == [SignInRefused]
    finally:
        server.stop()


def test_an_unknown_host_name_is_no_such_host() -> None:
    assert probe("http://nobody.invalid/").outcome is ProbeOutcome.NO_SUCH_HOST
    assert probe(f"http://{'x' * 70}.invalid/").outcome is ProbeOutcome.NO_SUCH_HOST


def test_a_closed_port_refuses() -> None:
    assert probe(f"http://127.0.0.1:{servers.closed_port()}/").outcome is ProbeOutcome.REFUSED


def test_a_server_that_says_nothing_times_out() -> None:
    with servers.silent() as port:
        assert probe(f"http://127.0.0.1:{port}/", seconds=0.3).outcome is ProbeOutcome.TIMED_OUT
        assert probe(f"https://127.0.0.1:{port}/", seconds=0.3).outcome is ProbeOutcome.TIMED_OUT


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_an_untrusted_certificate_is_reported(tmp_path: Path) -> None:
    with servers.self_signed(tmp_path) as url:
        found = probe(url, "anna", "secret")
    assert found.outcome is ProbeOutcome.CERTIFICATE
    assert "self" in found.detail


def test_https_to_a_plain_server_is_reported(ours: LanServer) -> None:
    found = probe(f"https://127.0.0.1:{ours.port}/", seconds=3)
    assert found.outcome is ProbeOutcome.NO_TLS


def test_web_servers_are_not_anki(tmp_path: Path) -> None:
    with servers.plain_files(tmp_path) as url:
        assert probe(url, "anna", "secret").outcome is ProbeOutcome.NOT_ANKI


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 405, 501])
def test_a_server_with_one_answer_for_everything_is_not_anki(status: int) -> None:
    with servers.wsgi(lambda _request: Response("<html>", status)) as url:
        assert probe(url, "anna", "secret").outcome is ProbeOutcome.NOT_ANKI


@pytest.mark.parametrize("words", [b"220 mail ESMTP\r\n", b"SSH-2.0-x\r\n", b"\0\1\2"])
def test_a_server_of_another_protocol_is_not_anki(words: bytes) -> None:
    with servers.babbling(words) as port:
        assert probe(f"http://127.0.0.1:{port}/", seconds=3).outcome is ProbeOutcome.NOT_ANKI


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_failing_server_is_reported(status: int) -> None:
    with servers.wsgi(lambda _request: Response("later", status)) as url:
        found = probe(url)
    assert (found.outcome, found.detail) == (ProbeOutcome.NOT_NOW, f"status {status}")


def test_a_server_that_knows_only_forms_is_too_old() -> None:
    with servers.wsgi(servers.before_version_11) as url:
        assert probe(url, "anna", "secret").outcome is ProbeOutcome.TOO_OLD


def test_a_server_that_does_not_know_the_version_is_too_old() -> None:
    def refuse(request: Request) -> Response:
        return Response("unsupported version", 501 if request.path == "/sync/hostKey" else 404)

    with servers.wsgi(refuse) as url:
        assert probe(url, "anna", "secret").outcome is ProbeOutcome.TOO_OLD


def test_a_server_that_moved_is_followed_once(ours: LanServer) -> None:
    new = f"http://127.0.0.1:{ours.port}/"

    def move(_request: Request) -> Response:
        return Response("", 308, {"Location": new})

    with servers.wsgi(move) as url:
        found = probe(url, "anna", "secret")
    assert (found.outcome, found.url) == (ProbeOutcome.OK, new)


def test_a_server_that_redirects_forever_is_not_anki() -> None:
    def move(request: Request) -> Response:
        return Response("", 308, {"Location": request.url_root})

    with servers.wsgi(move) as url:
        assert probe(url).outcome is ProbeOutcome.NOT_ANKI


def test_the_login_is_kept_out_of_the_result(ours: LanServer) -> None:
    assert "secret" not in repr(probe(f"http://127.0.0.1:{ours.port}/", "anna", "secret"))


@pytest.mark.parametrize(
    "place",
    ["", "/", "//", "http://", "http://[::1/", "http://127.0.0.1:port/", "http://127.0.0.1:99999/",
     "ftp://127.0.0.1/", "http:// /", "http://a b/", "javascript:1", "http://\xe9\x7f/"],
)  # fmt: skip
def test_an_odd_redirect_is_handled(place: str) -> None:
    words = f"HTTP/1.1 308 Elsewhere\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n"
    with servers.babbling(words.encode("latin-1")) as port:
        found = probe(f"http://127.0.0.1:{port}/", "anna", "secret")
    assert found.outcome in (ProbeOutcome.NOT_ANKI, ProbeOutcome.NO_SUCH_HOST)


def test_a_server_whose_answer_never_ends_times_out() -> None:
    def drip(_request: Request) -> Response:
        def bytes_now_and_then() -> Iterator[bytes]:
            while True:
                time.sleep(0.1)
                yield b" "

        return Response(bytes_now_and_then(), 200)

    with servers.wsgi(drip) as url:
        assert probe(url, seconds=0.5).outcome is ProbeOutcome.TIMED_OUT


def test_a_deeply_nested_answer_is_not_anki() -> None:
    content = body.compress_whole(b"[" * 60_000)

    def nested(_request: Request) -> Response:
        return Response(content, 200, {header.ORIGINAL_SIZE: "60000"})

    with servers.wsgi(nested) as url:
        assert probe(url, "anna", "secret").outcome is ProbeOutcome.NOT_ANKI


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_a_broken_certificate_in_the_windows_store_does_not_stop_the_probe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ssl.SSLError("nested asn1 error")

    monkeypatch.setattr(ssl.SSLContext, "load_default_certs", broken)
    with servers.self_signed(tmp_path) as url:
        assert probe(url).outcome is ProbeOutcome.CERTIFICATE
