"""A desktop with a bridge to the store of our running server, its phones, and another server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..live.servers import AnkiServer, LanSync
from .world import World

# Users that Anki's server is started with: one for each test of the largest module and to spare.
_ANKI_USERS = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(180))


@pytest.fixture(scope="module")
def lan_sync(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanSync]:
    with LanSync(tmp_path_factory.mktemp("lan_sync")) as running:
        yield running


@pytest.fixture(scope="module")
def anki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnkiServer]:
    folder = tmp_path_factory.mktemp("anki")
    with AnkiServer.with_users(folder, _ANKI_USERS) as running:
        yield running


@pytest.fixture
def fresh(tmp_path: Path, lan_sync: LanSync) -> Iterator[World]:
    """Yield a desktop with a few notes and a store that nobody has used."""
    with World(tmp_path, lan_sync) as world:
        yield world


@pytest.fixture
def world(fresh: World) -> World:
    """Return the same, bridged, with a phone in step."""
    fresh.pair()
    return fresh


@pytest.fixture
def linked(fresh: World, anki_server: AnkiServer) -> World:
    """Return the same, and the desktop syncs with Anki's own server."""
    fresh.link(anki_server)
    fresh.pair()
    return fresh
