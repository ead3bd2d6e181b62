"""The address on the page: as the visitor typed it, or none."""

from __future__ import annotations

import contextlib
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from werkzeug.test import Client

from addon.hosting import LanServer
from addon.server.app import SyncApp
from tests.server.caller import application
from tests.server.page.phone_browser import LAN_NAME, Phone, in_a_browser


def shown(page: str) -> str:
    """Return the address to copy; "" where none is visible."""
    match = re.search(r'<div class="value here"( hidden)?>.*?value="([^"]*)"', page, re.S)
    assert match is not None
    assert bool(match[1]) is not bool(match[2])
    return match[2]


@contextlib.contextmanager
def app_of(folder: Path, behind_proxy: bool) -> Iterator[SyncApp]:
    with application(folder) as (app, _):
        app._behind_proxy = behind_proxy
        yield app


def page(app: SyncApp, path: str = "/", **headers: str) -> str:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = Client(app).get(path, headers=named, buffered=True)
    assert response.status_code == 200
    return response.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/", "/anki/", "/a/b/", "/anki/sync/", "/caf%C3%A9/", "/a b/"])
def test_the_page_and_health_are_below_any_path(tmp_path: Path, path: str) -> None:
    with app_of(tmp_path, False) as app:
        typed = path.replace(" ", "%20")
        assert shown(page(app, path, Host="pc:27701")) == f"http://pc:27701{typed}"
        assert Client(app).get(f"{path}health", buffered=True).data == b"ok"
        for other in ("nothing", "sync/meta", "sync/meta/", "health/x"):
            assert Client(app).get(f"{path}{other}", buffered=True).status_code == 404


SIGNS = [
    {"X_Forwarded_For": "1.2.3.4"},
    {"X_Forwarded_Proto": "https"},
    {"X_Forwarded_Host": "sync.example.org"},
    {"X_Forwarded_Prefix": "/anki"},
    {"Forwarded": "for=1.2.3.4"},
    {"Via": "1.1 proxy"},
    {"X_Real_IP": "1.2.3.4"},
    {"Connection": "close", "User_Agent": "Mozilla/5.0"},  # nginx, to its upstream
    {"Sec_Fetch_Site": "none"},  # over https, or it would not be there
]


@pytest.mark.parametrize("headers", SIGNS, ids=str)
def test_no_address_is_shown_behind_an_unknown_proxy(
    tmp_path: Path, headers: dict[str, str]
) -> None:
    with app_of(tmp_path, False) as app:
        assert shown(page(app, Host="10.0.0.1:27701")) == "http://10.0.0.1:27701/"
        assert shown(page(app, Host="10.0.0.1:27701", **headers)) == ""
        assert "sync.example.org" not in page(app, Host="10.0.0.1:27701", **headers)


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({"Host": "sync.org", "X_Forwarded_Proto": "https"}, "https://sync.org/p/"),
        (
            {"Host": "127.0.0.1:1", "X_Forwarded_Host": "a.org:8", "X_Forwarded_Proto": "https"},
            "https://a.org:8/p/",
        ),
        ({"Host": "a.org", "X_Forwarded_Port": "8443", "X_Forwarded_Proto": "https"},
         "https://a.org:8443/p/"),
        ({"Host": "a.org", "X_Forwarded_Port": "443", "X_Forwarded_Proto": "https"},
         "https://a.org/p/"),
        ({"Host": "a.org:5", "X_Forwarded_Port": "80"}, "http://a.org:5/p/"),
        ({"Host": "a.org", "X_Forwarded_Prefix": "/anki/"}, "http://a.org/anki/p/"),
        # who asked the proxy may have said so himself; the last one is the proxy's
        ({"Host": "a.org", "X_Forwarded_Host": "evil.org, b.org"}, "http://b.org/p/"),
        ({"Host": "[fd00::1]:27701"}, "http://[fd00::1]:27701/p/"),
        # where the proxy finds us
        ({"Host": "127.0.0.1:27701"}, ""),
        ({"Host": "localhost:27701", "X_Forwarded_Proto": "https"}, ""),
        ({"Host": "a.org", "X_Forwarded_Proto": "javascript"}, ""),
        ({"Host": "a.org", "X_Forwarded_Host": '"><script>'}, ""),
        ({"Host": "a.org", "X_Forwarded_Prefix": '/"><script>'}, ""),
        ({"Host": "user@a.org"}, ""),
    ],
    ids=str,
)  # fmt: skip
def test_a_proxy_named_in_the_settings_is_trusted(
    tmp_path: Path, headers: dict[str, str], address: str
) -> None:
    with app_of(tmp_path, True) as app:
        html = page(app, "/p/", **headers)
        assert shown(html) == address
        assert "<script>alert" not in html


@contextlib.contextmanager
def proxied(port: int, prefix: str) -> Iterator[int]:
    """Yield a proxy as nginx is by default: HTTP/1.0, the host replaced, the prefix taken away."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            connection = HTTPConnection("127.0.0.1", port, timeout=30)
            connection._http_vsn, connection._http_vsn_str = 10, "HTTP/1.0"  # type: ignore[attr-defined]
            if not self.path.startswith(prefix):
                self.send_error(404)
                return
            with contextlib.closing(connection):
                names = ("User-Agent", "Accept-Language")
                headers = {name: self.headers[name] for name in names if name in self.headers}
                path = "/" + self.path[len(prefix) :]
                connection.request("GET", path, headers={**headers, "Connection": "close"})
                answer = connection.getresponse()
                body = answer.read()
            self.send_response(answer.status)
            for name in ("Content-Type", "Content-Security-Policy"):
                if answer.getheader(name):
                    self.send_header(name, answer.getheader(name) or "")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join(10)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[int]:
    server = LanServer(tmp_path / "data", "127.0.0.1", 0)
    server.start()
    yield server.port
    server.stop(1)


def test_through_a_proxy_nothing_wrong_is_shown_and_health_is_there(served: int) -> None:
    with proxied(served, "/anki/") as port:
        base = f"http://127.0.0.1:{port}/anki/"
        with urllib.request.urlopen(base, timeout=30) as answer:
            html = answer.read().decode()
        assert shown(html) == ""
        assert str(served) not in html
        with urllib.request.urlopen(f"{base}health", timeout=30) as answer:
            assert answer.read() == b"ok"


@in_a_browser
@pytest.mark.parametrize("scripts", [True, False])
def test_behind_a_proxy_the_browser_shows_the_address_that_was_typed(
    browser: Phone, served: int, scripts: bool
) -> None:
    browser.start_over(scripts=scripts)
    with proxied(served, "/anki/") as port:
        browser.open(f"http://{LAN_NAME}:{port}/anki/")
        tree = browser.devtools("Accessibility.getFullAXTree")["nodes"]
        seen = " ".join(
            node.get("name", {}).get("value", "") for node in tree if not node["ignored"]
        )
        assert "Connect this device" in seen
        address = f"http://{LAN_NAME}:{port}/anki/"
        assert (address in seen) is scripts
        assert ("Copy its address" in seen) is scripts
        assert str(served) not in seen
        if scripts:
            browser.click(".here button")
            assert browser.run("return document.querySelector('button').textContent") == "Copied"
            assert browser.run("return document.querySelector('button').value") == address
        assert browser.log() == []
