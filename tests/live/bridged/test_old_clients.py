"""Phones with old Ankis at their first contact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from addon.server.events import Placed

from .. import old_client_actions as actions
from ..clients import Choice, Client
from ..content import add_note
from ..old_clients import RELEASES, OldClient, OneWay, Release, Result
from ..servers import HOST
from .world import PHONES, World, has

pytestmark = pytest.mark.timeout(600)  # the first run installs the clients

Make = Callable[[Release], OldClient]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    every = metafunc.config.getoption("--all-clients")
    chosen = [release for release in RELEASES if every or release.quick]
    metafunc.parametrize("release", chosen, ids=[release.version for release in chosen])


@pytest.fixture
def old_phone(world: World) -> Iterator[Make]:
    """Makes a phone with an old Anki that has everything the past server has."""
    made: list[OldClient] = []

    def make(release: Release) -> OldClient:
        phone = OldClient(release, world.root / release.version, world.past.url)
        made.append(phone)
        assert phone.login(world.member)
        assert phone.sync(Choice.DOWNLOAD) is Result.ONE_WAY
        assert phone.sync() is Result.IN_STEP
        return phone

    yield make
    for phone in made:
        phone.close()


def log_in(world: World, phone: OldClient) -> None:
    """Log the phone in at our server."""
    phone.ask("close")
    url = f"http://{HOST}:{world.lan.port}/"
    path = str(world.root / phone.name.split()[1] / "collection.anki2")
    phone.ask("open", path=path, url=url, version=None)
    assert phone.login(PHONES)


def assert_same(phone: OldClient, other: Client) -> None:
    mine, theirs = phone.dump(), actions.dump(other.col)
    del mine["collection"], theirs["collection"]  # the phone may keep the stamp of its upload
    assert mine == theirs


def test_an_upload_is_united(world: World, release: Release, old_phone: Make) -> None:
    phone = old_phone(release)
    assert world.desktop.sync()
    world.pair()
    there = add_note(world.desktop, "from the desktop", to="Desktop deck")
    world.pair()
    mine = phone.act(actions.add_note, front="mine", back="", deck="Phone deck", tags=["t"])
    assert phone.act(actions.review, deck="Default", count=1) == 1
    log_in(world, phone)
    with pytest.raises(OneWay):
        phone.sync()
    assert phone.sync(Choice.UPLOAD) is Result.ONE_WAY
    assert world.placed() is Placed.UNITED
    for _ in range(2):
        assert phone.sync() is Result.IN_STEP
    store = world.newcomer()
    assert has(store, there)
    assert has(store, mine)
    assert_same(phone, store)


def test_a_merge_first_and_then_a_download(world: World, release: Release, old_phone: Make) -> None:
    phone = old_phone(release)
    assert world.desktop.sync()
    there = add_note(world.desktop, "from the desktop", to="Desktop deck")
    world.pair()
    deleted = int(world.desktop.col.find_notes("")[0])
    phone.act(actions.remove_notes, note_ids=[deleted])
    mine = phone.act(actions.add_note, front="mine", back="", deck="Phone deck", tags=["t"])
    world.expect()
    log_in(world, phone)
    assert phone.sync() is Result.IN_STEP
    with pytest.raises(OneWay):
        phone.sync()
    assert phone.sync(Choice.DOWNLOAD) is Result.ONE_WAY
    assert phone.sync() is Result.IN_STEP
    store = world.newcomer()
    assert has(store, there)
    assert has(store, mine)
    assert not has(store, deleted)  # type: ignore[arg-type]
    assert_same(phone, store)
