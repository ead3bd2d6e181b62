"""A folder moves between our server and Anki's own, and the devices carry on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .clients import Client, Outcome
from .content import add_note, edit, fill, front, review, some_note
from .servers import AnkiServer, LanSync, Server, User
from .snapshot import assert_same, media

USER = User("anna", "password")


@contextmanager
def served(kind: str, base: Path) -> Iterator[Server]:
    """A server of that kind on the folder of users `base`; ours calls it DATA/users."""
    if kind == "anki":
        with AnkiServer(base, [USER]) as server:
            yield server
            server.stop()
    else:
        ours = LanSync(base.parent)
        assert ours.folder(USER) == base / USER.name
        if not (base.parent / "accounts.db").exists():
            ours.add_user(USER.name, USER.password)
        with ours as server:
            yield server
            server.stop()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Client, Client]]:
    one, other = Client(tmp_path / "one"), Client(tmp_path / "other")
    yield one, other
    one.close()
    other.close()


def carry_on(one: Client, other: Client, server: Server, what: str) -> None:
    """Both log in at this address, change things, and sync normally; files and all."""
    for client in (one, other):
        client.login(server.url, USER)
        client.col.media.force_resync()  # as a change of servers does
        assert client.sync() is Outcome.NO_CHANGES
    id = add_note(one, f"note of {what}", to=f"Deck of {what}", tags=[what])
    edit(other, some_note(other), f"edited at {what}")
    review(other, 1)
    (one.media / f"{what} ü.png").write_bytes(what.encode())
    (other.media / "shared.png").unlink()
    for client in (one, other, one, other):
        assert client.sync() is Outcome.NO_CHANGES
    assert front(other, id) == f"note of {what}"
    assert (other.media / f"{what} ü.png").exists()
    assert not (one.media / "shared.png").exists()
    assert_same(one, other)
    (one.media / "shared.png").write_bytes(f"again, {what}".encode())
    for client in (one, other):
        assert client.sync() is Outcome.NO_CHANGES
    assert_same(one, other)


def begin(one: Client, other: Client, server: Server) -> None:
    for client in (one, other):
        client.login(server.url, USER)
    fill(one)
    for name in ("shared.png", "日本.png"):
        (one.media / name).write_bytes(name.encode())
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    assert_same(one, other)


@pytest.mark.parametrize("first", ["lan_sync", "anki"])
def test_a_folder_goes_to_the_other_server_and_back(
    tmp_path: Path, pair: tuple[Client, Client], first: str
) -> None:
    base = tmp_path / "data" / "users"
    second = "anki" if first == "lan_sync" else "lan_sync"
    with served(first, base) as server:
        begin(*pair, server)
    for turn, kind in enumerate((second, first, second)):
        with served(kind, base) as server:
            carry_on(*pair, server, f"{kind} {turn}")
            newcomer = Client(tmp_path / f"newcomer {turn}")
            newcomer.login(server.url, USER)
            assert newcomer.sync() is Outcome.FULL_DOWNLOAD
            assert_same(pair[0], newcomer)
            newcomer.close()


def test_a_device_that_was_away_during_the_move_gets_everything(
    tmp_path: Path, pair: tuple[Client, Client]
) -> None:
    """Changes, and deletions, made at one server reach it through the other."""
    one, other = pair
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
    tmp_path: Path, pair: tuple[Client, Client]
) -> None:
    """Its collection is in WAL mode: what was synced last may still lie in the -wal file."""
    one, other = pair
    base = tmp_path / "data" / "users"
    with AnkiServer(base, [USER]) as server:
        begin(one, other, server)
        add_note(one, "the last thing before the end")
        assert one.sync() is Outcome.NO_CHANGES
        server.kill()
    companions = {file.name for file in (base / USER.name).glob("collection.anki2-wal")}
    assert companions, "Anki's server no longer leaves a -wal file: this proves nothing"
    with served("lan_sync", base) as ours:
        for client in (other, one):
            client.login(ours.url, USER)
            assert client.sync() is Outcome.NO_CHANGES
        assert_same(one, other)
        assert other.col.find_notes("front:the*last*")


def test_a_copy_of_our_folder_is_complete_after_the_server_stopped(
    tmp_path: Path, pair: tuple[Client, Client]
) -> None:
    base = tmp_path / "data" / "users"
    with served("lan_sync", base) as server:
        begin(*pair, server)
    names = {file.name for file in (base / USER.name).iterdir()}
    assert {"collection.anki2", "media", "media.db"} <= names
    assert not {name for name in names if name.endswith(("-wal", "-shm", "-journal"))}
    copy = tmp_path / "copy"
    shutil.copytree(base, copy)
    with served("anki", copy) as server:
        carry_on(*pair, server, "the copy")
