"""What requests can make the server take of this computer's memory."""

from __future__ import annotations

import gzip
import http.client
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest
from backports.zstd import compress

from tests.protocol.forms import (
    PYTHON_BOUNDARY,
    RUST_BOUNDARY,
    content_type,
    python_form,
    rust_form,
)

from .servers import HOST, LanSync
from .wire import WireClient

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

MIB = 1024 * 1024
AT_ONCE = 16
# What a server takes for 16 connections and one check of a password at a time.
SLACK = 60 * MIB


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LanSync]:
    """Yield a fresh process for each test: what it once took, it keeps."""
    with LanSync(tmp_path / "data") as running:
        yield running


def peak(server: LanSync) -> int:
    """Return the most memory the process has had so far, in bytes."""
    for line in Path(f"/proc/{server.child.pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmHWM")


def post(server: LanSync, path: str, body: bytes, headers: dict[str, str]) -> int:
    with closing(http.client.HTTPConnection(HOST, server.port, timeout=120)) as link:
        with suppress(BrokenPipeError, ConnectionResetError):  # refused before all was read
            link.request("POST", path, body, headers)
        return link.getresponse().status


LISTS = b"[" + b"[]," * (8 * MIB) + b"[]]"
HEADER = {"anki-sync": json.dumps({"v": 11, "k": "", "c": "", "s": ""})}
FORMS = {
    "zstd of blanks": (compress(b" " * (190 * MIB)), HEADER),
    "zstd of lists": (compress(LISTS), HEADER),
    "zstd of a text": (compress(b'{"u":"' + b"a" * (190 * MIB) + b'","p":""}'), HEADER),
    "what is no zstd": (bytes(8 * MIB), HEADER),
    "gzip in a form": (
        python_form(gzip.compress(LISTS, 9), c="1"),
        {"Content-Type": content_type(PYTHON_BOUNDARY)},
    ),
    "gzip in a form, told afterwards": (
        rust_form(gzip.compress(LISTS, 9), c="1"),
        {"Content-Type": content_type(RUST_BOUNDARY)},
    ),
    "a plain form, as a page can send it": (
        rust_form(LISTS[: 8 * MIB]),
        {"Content-Type": content_type(RUST_BOUNDARY)},
    ),
    "bytes": (LISTS[: 8 * MIB], {"Content-Type": "application/octet-stream"}),
    "text": (LISTS[: 8 * MIB], {"Content-Type": "text/plain"}),
    "fields": (b"u=1&p=" + b"2" * MIB, {"Content-Type": "application/x-www-form-urlencoded"}),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_refused_sign_in_costs_next_to_no_memory(server: LanSync, form: str) -> None:
    body, headers = FORMS[form]
    assert post(server, "/sync/hostKey", b"", {}) == 400
    assert WireClient(server.url).login("nobody", "x") == 403
    before = peak(server)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        sent = [pool.submit(post, server, "/sync/hostKey", body, headers) for _ in range(AT_ONCE)]
    assert {each.result() for each in sent} <= {400, 413}
    assert peak(server) - before < SLACK


@pytest.mark.parametrize("path", ["/", "/health", "/sync/nothing", "/sync/meta", "/msync/begin"])
def test_no_other_endpoint_costs_more_memory(server: LanSync, path: str) -> None:
    assert WireClient(server.url).login("nobody", "x") == 403
    before = peak(server)
    body, headers = FORMS["zstd of lists"]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        sent = [pool.submit(post, server, path, body, headers) for _ in range(AT_ONCE)]
    assert {each.result() for each in sent} <= {204, 403, 404}  # 204: no one-time pass
    assert peak(server) - before < SLACK


@pytest.mark.parametrize(
    "method", ["meta", "start", "applyGraves", "applyChanges", "chunk", "applyChunk", "finish"]
)
def test_a_device_cannot_send_more_values_than_its_method_has(server: LanSync, method: str) -> None:
    """Some kilobytes that would be 8 million lists, or 5 GiB in memory for all of them."""
    user = server.new_user()
    wire = WireClient(server.url)
    assert wire.login(user.name, user.password) == 200
    before = peak(server)
    body = compress(LISTS)
    with ThreadPoolExecutor(4) as pool:
        sent = [pool.submit(wire.post_raw, f"/sync/{method}", body) for _ in range(4)]
    assert {each.result()[0] for each in sent} == {413}
    # what was received is in a file; up to the bound nothing is made of it
    assert peak(server) - before < SLACK


@pytest.mark.timeout(300)
def test_large_requests_at_once_share_one_memory_limit(server: LanSync) -> None:
    """Each is as large as it may be: one takes some 0.6 GiB, ten would take six."""
    user = server.new_user()
    wire = WireClient(server.url)
    assert wire.login(user.name, user.password) == 200
    body = compress(b'{"chunk":"' + b"a" * (290 * MIB) + b'"}')
    with ThreadPoolExecutor(6) as pool:
        sent = [pool.submit(wire.post_raw, "/sync/applyChunk", body) for _ in range(6)]
    assert {each.result()[0] for each in sent} <= {400, 503}
    assert peak(server) < 1300 * MIB
    assert server.health() == 200
