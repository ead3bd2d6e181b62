"""`serve` passes on each limit that was set."""

from __future__ import annotations

import socket
import sqlite3
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from ..disks import filled, mounted
from .clients import Client, Outcome
from .content import fill
from .servers import HOST, LanSync, Server
from .wire import WireClient

META = {"v": 11, "cv": "x"}
MIB = 1024 * 1024


def test_wrong_passwords_and_large_steps(tmp_path: Path) -> None:
    with LanSync(tmp_path, ["--wrong-passwords", "1", "--max-step", "1"]) as server:
        user = server.new_user()
        wire = WireClient(server.url)
        assert wire.login(user.name, user.password) == 200
        assert wire.call("applyChunk", {"chunk": "x" * MIB})[0] == 413
        assert wire.call("meta", META)[0] == 200
        guesser = WireClient(server.url)
        assert [guesser.login(user.name, "a guess") for _ in range(2)] == [403, 503]


@pytest.mark.parametrize("limit", ["--max-connections", "--max-connections-per-address"])
def test_connections(tmp_path: Path, limit: str) -> None:
    with LanSync(tmp_path, [limit, "2"]) as server:
        places = [socket.create_connection((HOST, server.port), 60) for _ in range(3)]
        assert places[2].recv(1) == b""
        for place in places:
            place.close()


def test_keys_that_were_not_used(tmp_path: Path) -> None:
    server = LanSync(tmp_path, ["--sign-out-after", "2"])
    with server:
        user = server.new_user()
        wire = WireClient(server.url)
        assert wire.login(user.name, user.password) == 200
        server.stop()
        for days, answer in ((1, 200), (3, 403)):
            with closing(sqlite3.connect(tmp_path / "accounts.db")) as accounts, accounts:
                accounts.execute("update devices set last_seen = last_seen - 86400 * ?", (days,))
            server.start()
            assert wire.call("meta", META)[0] == answer
            server.stop()
        server.start()  # it is stopped at the end


def test_names_of_the_page(tmp_path: Path) -> None:
    with LanSync(tmp_path, ["--names", "anki.example.org"]) as server:
        assert page(server, "anki.example.org") == 200
        assert page(server, "www.example.org") == 421


def page(server: Server, host: str) -> int:
    """The status with which a browser gets the page under this name."""
    headers = {"Host": host, "User-Agent": "Mozilla/5.0", "Accept": "text/html"}
    request = urllib.request.Request(server.url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_the_reserve_of_the_disk(tmp_path: Path, client: Client) -> None:
    """By default, an upload to this disk is refused: test_full_disk.py."""
    disk = tmp_path / "disk"
    with mounted(disk, 24 * 1024), LanSync(disk / "data", ["--min-free", "0"]) as server:
        client.login(server.url, server.new_user())
        fill(client)
        with filled(disk, leaving=MIB):
            assert client.sync() is Outcome.FULL_UPLOAD
