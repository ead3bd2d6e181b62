"""One server of a common past for a module, a store of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..servers import AnkiServer
from .world import World, serving


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnkiServer]:
    """Anki's own server, where desktop and phones come from."""
    with AnkiServer.with_users(tmp_path_factory.mktemp("past"), 500) as server:
        yield server


@pytest.fixture
def world(tmp_path: Path, past: AnkiServer) -> Iterator[World]:
    with serving(tmp_path / "lan") as (lan, events):
        world = World(tmp_path, past, lan, events)
        yield world
        world.close()
