"""Two devices whose user moves between our server and Anki's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .clients import Client, Outcome
from .content import add_note, edit, fill, front, review, some_note
from .servers import AnkiServer, LanSync, Server, User
from .snapshot import assert_same

USER = User("anna", "password")


@contextmanager
def ours(data: Path) -> Iterator[LanSync]:
    """Our server on a data folder, which is made with the user if need be."""
    server = LanSync(data)
    if not (data / "accounts.db").exists():
        server.add_user(USER.name, USER.password)
    with server:
        yield server
        server.stop()


@contextmanager
def theirs(base: Path) -> Iterator[AnkiServer]:
    """Anki's own server on a folder of users."""
    with AnkiServer(base, [USER]) as server:
        yield server
        server.stop()


@contextmanager
def newcomer_at(server: Server, folder: Path) -> Iterator[Client]:
    """Yield a new device that has downloaded what the server holds."""
    client = Client(folder)
    client.login(server.url, USER)
    assert client.sync() is Outcome.FULL_DOWNLOAD
    yield client
    client.close()


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
