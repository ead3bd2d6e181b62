"""A folder moves between our server and Anki's own, and the devices carry on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .clients import Outcome
from .conftest import Pair
from .content import add_note, some_note
from .moving import USER, begin, carry_on, newcomer_at, ours, theirs
from .servers import AnkiServer, Server
from .snapshot import assert_same, media


@contextmanager
def served(kind: str, base: Path) -> Iterator[Server]:
    """Yield a server of that kind on the folder of users `base`; ours calls it DATA/users."""
    with theirs(base) if kind == "anki" else ours(base.parent) as server:
        assert server.folder(USER) == base / USER.name
        yield server


@pytest.mark.parametrize("first", ["lan_sync", "anki"])
def test_a_folder_goes_to_the_other_server_and_back(
    tmp_path: Path, two_clients: Pair, first: str
) -> None:
    base = tmp_path / "data" / "users"
    second = "anki" if first == "lan_sync" else "lan_sync"
    with served(first, base) as server:
        begin(*two_clients, server)
    for turn, kind in enumerate((second, first, second)):
        with served(kind, base) as server:
            carry_on(*two_clients, server, f"{kind} {turn}")
            with newcomer_at(server, tmp_path / f"newcomer {turn}") as newcomer:
                assert_same(two_clients[0], newcomer)


def test_a_device_that_was_away_during_the_move_gets_everything(
    tmp_path: Path, two_clients: Pair
) -> None:
    """Changes, and deletions, made at one server reach it through the other."""
    one, other = two_clients
    base = tmp_path / "data" / "users"
    with served("lan_sync", base) as server:
        begin(one, other, server)
        one.col.remove_notes([some_note(one)])
        add_note(one, "before the move")
        one.col.media.trash_files(["日本.png"])
        assert one.sync() is Outcome.NO_CHANGES
    with served("anki", base) as server:
        one.login(server.url, USER)
        add_note(one, "after the move")
        one.col.remove_notes([some_note(one)])
        assert one.sync() is Outcome.NO_CHANGES
        other.login(server.url, USER)
        for client in (other, one, other):
            assert client.sync() is Outcome.NO_CHANGES
        assert_same(one, other)
        assert set(media(other.media)) == {"shared.png"}


def test_the_folder_of_a_killed_anki_server_is_taken_over_completely(
    tmp_path: Path, two_clients: Pair
) -> None:
    """Its collection is in WAL mode: what was synced last may still be in the -wal file."""
    one, other = two_clients
    base = tmp_path / "data" / "users"
    with AnkiServer(base, [USER]) as server:
        begin(one, other, server)
        add_note(one, "the last thing before the end")
        assert one.sync() is Outcome.NO_CHANGES
        server.kill()
    companions = {file.name for file in (base / USER.name).glob("collection.anki2-wal")}
    assert companions, "Anki's server no longer leaves a -wal file: this proves nothing"
    with served("lan_sync", base) as again:
        for client in (other, one):
            client.login(again.url, USER)
            assert client.sync() is Outcome.NO_CHANGES
        assert_same(one, other)
        assert other.col.find_notes("front:the*last*")


def test_a_copy_of_our_folder_is_complete_after_the_server_stopped(
    tmp_path: Path, two_clients: Pair
) -> None:
    base = tmp_path / "data" / "users"
    with served("lan_sync", base) as server:
        begin(*two_clients, server)
    names = {file.name for file in (base / USER.name).iterdir()}
    assert {"collection.anki2", "media", "media.db"} <= names
    assert not {name for name in names if name.endswith(("-wal", "-shm", "-journal"))}
    copy = tmp_path / "copy"
    shutil.copytree(base, copy)
    with served("anki", copy) as server:
        carry_on(*two_clients, server, "the copy")
