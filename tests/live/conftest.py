"""Both servers for every scenario, with a fresh user and fresh devices for each test."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .clients import Client, Outcome
from .content import add_note, fill
from .proxy import Relay
from .servers import AnkiServer, LanSync, Server, User
from .snapshot import assert_same

# Users that Anki's server is started with: one for each test of the largest module and to spare.
ANKI_USERS = 80


Pair = tuple[Client, Client]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "better(why): the two servers differ on purpose; the test holds what each of them does",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(180))


@contextmanager
def in_step(folder: Path, url: str, user: User, notes: int) -> Iterator[Client]:
    """Yield a device that has just uploaded its collection with this many notes."""
    client = Client(folder)
    client.login(url, user)
    for number in range(notes):
        add_note(client, f"note {number}")
    assert client.sync() is Outcome.FULL_UPLOAD
    yield client
    client.close()


def start(kind: str, data: Path) -> Server:
    return LanSync(data) if kind == "lan_sync" else AnkiServer.with_users(data, ANKI_USERS)


@pytest.fixture(scope="module", params=["lan_sync", "anki"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Each of the two servers in turn; shared by a module's tests, each with its own user."""
    # a folder around its data, of which a test can see that nothing else gets into it
    with start(request.param, tmp_path_factory.mktemp(request.param) / "data") as running:
        yield running


# For what Anki's own server does worse, or does not do: the reason stands beside each use.
ON_OURS = pytest.mark.parametrize("server", ["lan_sync"], indirect=True, scope="module")


@pytest.fixture(scope="module")
def lan_sync(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanSync]:
    """Our server alone, for what Anki's has no counterpart of."""
    with LanSync(tmp_path_factory.mktemp("lan_sync")) as running:
        yield running


@pytest.fixture
def user(server: Server) -> User:
    return server.new_user()


@pytest.fixture
def ours(request: pytest.FixtureRequest, server: Server) -> bool:
    """True on our server. Only for tests marked `better`: no other may tell the servers apart."""
    assert request.node.get_closest_marker("better"), "say why in @pytest.mark.better(...)"
    return server.ours


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """Yield a device that is not logged in yet."""
    client = Client(tmp_path / "device")
    yield client
    client.close()


@pytest.fixture
def two_clients(tmp_path: Path) -> Iterator[Pair]:
    """Two devices that are not logged in yet."""
    one, other = Client(tmp_path / "one"), Client(tmp_path / "other")
    yield one, other
    one.close()
    other.close()


@pytest.fixture
def relay(server: Server) -> Iterator[Relay]:
    with Relay(server.url).running() as running:
        yield running


Device = Callable[..., Client]


@pytest.fixture
def device(tmp_path: Path, server: Server, user: User) -> Iterator[Device]:
    """Makes devices: `device("phone")` is an empty one, logged in as the test's user."""
    made: list[Client] = []

    def make(name: str, url: str | None = None, of: User | None = None) -> Client:
        client = Client(tmp_path / name)
        made.append(client)
        client.login(url or server.url, of or user)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def pair(device: Device) -> Pair:
    """Two devices in step, with a few notes, reviews and decks."""
    one, other = device("one"), device("other")
    fill(one)
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    return one, other


Converge = Callable[..., None]


@pytest.fixture
def converge(device: Device) -> Converge:
    """Sync devices in turn until nothing is left; compare them with each other and a newcomer.

    The newcomer downloads what the server holds, so the store is compared too.
    """

    numbers = itertools.count(1)

    def check(*clients: Client, rounds: int = 2) -> None:
        for _ in range(rounds):
            for client in clients:
                assert client.sync() is Outcome.NO_CHANGES
        for client in clients[1:]:
            assert_same(clients[0], client)
        newcomer = device(f"newcomer {next(numbers)}")
        assert newcomer.sync() is Outcome.FULL_DOWNLOAD
        assert_same(clients[0], newcomer)
        # A download must leave nothing that the next sync would have to put right.
        assert newcomer.sync() is Outcome.NO_CHANGES
        assert_same(clients[0], newcomer)

    return check
