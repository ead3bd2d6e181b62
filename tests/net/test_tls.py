"""https with a certificate of one's own: refused, served, renewed."""

from __future__ import annotations

import http.client
import shutil
import socket
import ssl
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addon.errors import CertificateUnusable
from addon.hosting import LanServer
from addon.net import selftest, tls
from addon.net.selftest import Reached
from addon.net.tls import Certificate

from .certificates import Authority, protected

HERE = ("DNS:localhost", "DNS:mypc.example", "IP:127.0.0.1")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def server(tmp_path: Path, authority: Authority) -> Iterator[LanServer]:
    certificate = Certificate(*authority.issue(*HERE))
    running = LanServer(tmp_path / "data", "127.0.0.1", 0, certificate=certificate)
    running.start()
    yield running
    running.stop(1)


def opened(server: LanServer, context: ssl.SSLContext) -> ssl.SSLSocket:
    plain = socket.create_connection(("127.0.0.1", server.port), 60)
    return context.wrap_socket(plain, server_hostname="localhost")


def test_the_names_are_those_that_the_certificate_was_issued_for(authority: Authority) -> None:
    certificate = Certificate(*authority.issue("DNS:B.example", "IP:10.0.0.1", "IP:::1", "DNS:a"))
    assert certificate.names == ("b.example", "10.0.0.1", "::1", "a")


def test_one_file_may_hold_certificate_and_key(authority: Authority, tmp_path: Path) -> None:
    both = tmp_path / "both.pem"
    both.write_bytes(b"".join(path.read_bytes() for path in authority.issue("DNS:a")))
    assert Certificate(both).names == ("a",)


def test_what_cannot_be_used_is_named_in_one_sentence(authority: Authority, tmp_path: Path) -> None:
    certificate, key = authority.issue("DNS:a")
    expired, its_key = authority.issue("DNS:a", days=-1)
    _, other_key = authority.issue("DNS:a")
    text = tmp_path / "text"
    text.write_text("no certificate", "utf-8")
    for given, named, cause in (
        ((certificate, other_key), other_key, f"is not the key of {certificate}"),
        ((certificate, protected(key)), protected(key), "protected by a password"),
        ((certificate, None), certificate, "has no private key in PEM format"),
        ((certificate, text), text, "has no private key in PEM format"),
        ((key, key), key, "has no certificate in PEM format"),
        ((text, key), text, "has no certificate in PEM format"),
        ((expired, its_key), expired, "has expired"),
        ((tmp_path / "none", key), tmp_path / "none", "cannot be read"),
        ((certificate, tmp_path), tmp_path, "cannot be read"),
    ):
        with pytest.raises(CertificateUnusable, match=cause) as raised:
            Certificate(*given)
        assert raised.value.path == named
        assert "\n" not in str(raised.value)


def test_the_page_is_served_over_https_with_its_address(
    server: LanServer, authority: Authority
) -> None:
    for host in ("localhost", "127.0.0.1"):
        url = f"https://{host}:{server.port}/"
        with urllib.request.urlopen(url, timeout=60, context=authority.trusting()) as answer:
            assert f'value="{url}"' in answer.read().decode()
    assert server.certificate_names == ("localhost", "mypc.example", "127.0.0.1")


def test_browsers_may_use_the_names_of_the_certificate(
    server: LanServer, authority: Authority
) -> None:
    for host, status in (("mypc.example", 200), ("evil.example", 421)):
        connection = http.client.HTTPSConnection(
            "localhost", server.port, timeout=60, context=authority.trusting()
        )
        connection.request("GET", "/", headers={"Host": host, "Accept-Language": "en"})
        assert connection.getresponse().status == status
        connection.close()


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_both_current_versions_of_tls_work(
    server: LanServer, authority: Authority, version: ssl.TLSVersion
) -> None:
    context = authority.trusting()
    context.minimum_version = context.maximum_version = version
    with opened(server, context) as connection:
        for _ in range(2):  # the connection stays open
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            answer = b""
            while not answer.endswith(b"ok"):
                received = connection.recv(4096)
                assert received
                answer += received


def test_plain_http_gets_a_clean_end_and_nothing_readable(server: LanServer) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 60) as visitor:
        visitor.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = b""
        while received := visitor.recv(4096):  # no reset
            answer += received
    assert b"HTTP" not in answer
    assert len(answer) < 20  # a TLS alert at most


def test_a_visitor_who_says_nothing_keeps_nobody_waiting(
    server: LanServer, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 60) as silent:
        for _ in range(3):
            with opened(server, authority.trusting()):
                pass
        monkeypatch.setattr("addon.net.connection.HANDSHAKE_TIMEOUT", 0.2)
        with socket.create_connection(("127.0.0.1", server.port), 60) as another:
            assert another.recv(1) == b""  # its time is up
        silent.sendall(b"x")  # that one began before


def test_a_renewed_certificate_is_used_without_a_restart(
    tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tls, "_LOOK_EVERY", 0.0)
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"

    def put(names: tuple[str, ...]) -> None:
        made = authority.issue(*names)
        shutil.copyfile(made[0], certificate)
        shutil.copyfile(made[1], key)

    def shown() -> list[str]:
        with opened(running, authority.trusting()) as connection:
            found: Any = connection.getpeercert()
        return [name for _, name in found["subjectAltName"]]

    put(("DNS:localhost",))
    running = LanServer(
        tmp_path / "data", "127.0.0.1", 0, certificate=Certificate(certificate, key)
    )
    running.start()
    try:
        assert shown() == ["localhost"]
        put(("DNS:localhost", "DNS:new.example"))
        assert shown() == ["localhost", "new.example"]
        assert running.certificate_names == ("localhost", "new.example")
        shutil.copyfile(authority.issue("DNS:localhost")[0], certificate)  # but not its key, yet
        assert shown() == ["localhost", "new.example"]
        key.unlink()
        assert shown() == ["localhost", "new.example"]
    finally:
        running.stop(1)


def test_a_stop_ends_open_connections(server: LanServer, authority: Authority) -> None:
    with opened(server, authority.trusting()) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(4096)
        stopping = threading.Thread(target=lambda: server.stop(5))
        stopping.start()
        while connection.recv(4096):
            pass
        stopping.join(60)
        assert not stopping.is_alive()


def test_the_self_test_reaches_the_server_over_https(server: LanServer) -> None:
    hosts, instance = ["127.0.0.1"], server.instance
    [found] = selftest.check_hosts(hosts, server.port, instance, secure=True, seconds=60)
    assert found.reached is Reached.OURS
    [found] = selftest.check_hosts(hosts, server.port, instance, seconds=60)
    assert found.reached in (Reached.SOMETHING_ELSE, Reached.FAILED)
