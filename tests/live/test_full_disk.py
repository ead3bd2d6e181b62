"""A disk with next to no room: what only reads still works."""

from __future__ import annotations

import json
import secrets
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.errors import BackendError
from backports.zstd import compress

from ..disks import filled, mounted
from .clients import Client, Outcome
from .content import add_note, fill
from .servers import HOST, LanSync
from .snapshot import assert_same
from .test_media import write
from .wire import WireClient

ROOM = 40 * 1024  # bytes


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LanSync]:
    """On a file system of its own, with all temporary files."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "disk"))
    with mounted(tmp_path / "disk", 24 * 1024), LanSync(tmp_path / "disk" / "data") as running:
        yield running


def test_a_download_needs_no_disk_space(server: LanSync, tmp_path: Path, client: Client) -> None:
    user = server.new_user()
    client.login(server.url, user)
    fill(client)
    for number in range(40):
        add_note(client, f"long {number}", secrets.token_hex(50_000))
    assert client.sync() is Outcome.FULL_UPLOAD
    other = Client(tmp_path / "other")
    other.login(server.url, user)
    collection = server.folder(user) / "collection.anki2"
    with filled(server.data.parent, leaving=ROOM):
        assert collection.stat().st_size > ROOM
        assert other.sync() is Outcome.FULL_DOWNLOAD
        assert_same(client, other)
        # the collection is free again
        assert client.sync() is Outcome.NO_CHANGES
        assert WireClient(server.url).login(user.name, user.password) == 200
        other.download()
    add_note(other, "once there is room again")
    assert other.sync() is Outcome.NO_CHANGES
    assert client.sync() is Outcome.NO_CHANGES
    assert_same(client, other)
    other.close()


def test_a_download_of_media_needs_no_disk_space_either(
    server: LanSync, tmp_path: Path, client: Client
) -> None:
    user = server.new_user()
    client.login(server.url, user)
    fill(client)
    for number in range(20):
        write(client, f"{number}.png", secrets.token_bytes(50_000))
    write(client, "long.mp3", secrets.token_bytes(5_000_000))
    assert client.sync() is Outcome.FULL_UPLOAD
    other = Client(tmp_path / "other")
    other.login(server.url, user)
    with filled(server.data.parent, leaving=ROOM):
        assert other.sync() is Outcome.FULL_DOWNLOAD
        assert_same(client, other)
    other.close()


def test_a_broken_off_download_releases_the_collection(server: LanSync, client: Client) -> None:
    user = server.new_user()
    client.login(server.url, user)
    for number in range(100):
        add_note(client, f"long {number}", secrets.token_hex(30_000))
    assert client.sync() is Outcome.FULL_UPLOAD
    header = json.dumps({"v": 11, "k": client.auth.hkey, "c": "x", "s": "abcd"})
    body = compress(b"{}")
    request = (
        f"POST /sync/download HTTP/1.1\r\nHost: x\r\nanki-sync: {header}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with filled(server.data.parent, leaving=ROOM):
        for _ in range(3):
            with socket.create_connection((HOST, server.port)) as connection:
                connection.sendall(request.encode() + body)
                assert connection.recv(100).startswith(b"HTTP/1.1 200")
        assert client.sync() is Outcome.NO_CHANGES


def test_uploads_are_refused_with_the_reason_before_the_disk_is_full(
    server: LanSync, client: Client
) -> None:
    user = server.new_user()
    client.login(server.url, user)
    fill(client)
    disk = server.data.parent
    with filled(disk, leaving=1024 * 1024):  # less than a twentieth
        with pytest.raises(BackendError, match="disk is nearly full: only 0 MiB are left"):
            client.sync()
        assert not (server.folder(user) / "collection.anki2").exists()
    assert client.sync() is Outcome.FULL_UPLOAD
    write(client, "a.png", b"x" * 1000)
    add_note(client, "small")
    with filled(disk, leaving=1024 * 1024):
        with pytest.raises(BackendError, match="disk is nearly full: only 0 MiB are left"):
            client.sync()
        assert not list((server.folder(user) / "media").glob("a.png"))
    assert client.sync() is Outcome.NO_CHANGES
    assert (server.folder(user) / "media" / "a.png").exists()
