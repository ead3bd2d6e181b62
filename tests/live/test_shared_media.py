"""The phones' media is that in the desktop's own folder, which it syncs with a server of its own.

W is Anki's own server, as AnkiWeb would be. The desktop and another computer sync with it; phones
sync with ours, which serves straight from the desktop's folder.
"""

from __future__ import annotations

import contextlib
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.errors import AnkiException, SyncError

from addon.hosting import LanServer
from addon.store.media.shared import FilesMissing
from addon.store.media.store import MediaStore
from addon.store.paths import UserFolder
from tests.accounts import add_user

from .clients import Choice, Client, Outcome
from .content import add_note, put_in_place
from .servers import AnkiServer, User
from .snapshot import media

USER = User("anna", "secret")
STEPS = 60


class World:
    """W with two computers, one of them the desktop; our server with two phones."""

    def __init__(self, folder: Path, theirs: AnkiServer, ours: LanServer) -> None:
        self.ours = ours
        url = f"http://127.0.0.1:{ours.port}/"
        self.desktop = self._client(folder / "desktop", theirs.url)
        self.laptop = self._client(folder / "laptop", theirs.url)
        self.phones = [self._client(folder / f"phone {n}", url) for n in range(2)]
        add_note(self.desktop, "of the desktop")
        add_note(self.phones[0], "of the phones")
        for client in (self.desktop, self.phones[0]):
            assert client.sync() is Outcome.FULL_UPLOAD
        for client in (self.laptop, self.phones[1]):
            assert client.sync() is Outcome.FULL_DOWNLOAD
        self._latest: dict[str, int] = {}

    def _client(self, folder: Path, url: str) -> Client:
        client = Client(folder)
        client.login(url, USER)
        return client

    @property
    def clients(self) -> list[Client]:
        return [self.desktop, self.laptop, *self.phones]

    @property
    def user_folder(self) -> Path:
        return self.ours.data / "users" / USER.name

    def share(self) -> None:
        self.ours.share_media(USER.name, self.desktop.media)

    def sync(self, *clients: Client) -> None:
        """As Anki's window and its add-on do; two phones never sync the collection at once."""
        for client in clients:
            assert client.sync() is Outcome.NO_CHANGES
            if client is self.desktop:
                self.ours.show_media(USER.name)

    def settle(self) -> None:
        """Until each change has gone from any side to any other."""
        for _ in range(3):
            self.sync(*self.clients)

    def write(self, client: Client, name: str, data: bytes) -> None:
        """Save a file as an editor does, in a later second than any file of that name was saved:
        no client sees what is saved twice in one second."""
        times = [
            int((each.media / name).stat().st_mtime)
            for each in self.clients
            if (each.media / name).exists()
        ]
        moment = max(int(time.time()), self._latest.get(name, 0) + 1, *(t + 1 for t in times), 0)
        self._latest[name] = moment
        draft = client.media.parent / "draft"
        draft.write_bytes(data)
        os.utime(draft, (moment, moment))
        put_in_place(draft, client.media / name)

    def assert_same(self) -> None:
        first = media(self.desktop.media)
        for client in self.clients:
            assert media(client.media) == first, client.name
        assert not (self.user_folder / "media").exists()

    def close(self) -> None:
        for client in self.clients:
            client.close()


@pytest.fixture
def world(tmp_path: Path, lan_server: LanServer) -> Iterator[World]:
    add_user(lan_server.accounts, USER.name, USER.password)
    with AnkiServer(tmp_path / "theirs", [USER]) as theirs:
        assert isinstance(theirs, AnkiServer)
        world = World(tmp_path / "devices", theirs, lan_server)
        yield world
        world.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(metafunc.config.getoption("--media-seeds")))


def test_a_picture_of_the_desktop_is_on_the_phone_at_its_next_sync(world: World) -> None:
    world.share()
    world.write(world.desktop, "日本 ü.png", b"pasted")
    phone = world.phones[0]
    world.sync(phone)
    assert media(phone.media) == media(world.desktop.media)
    world.write(phone, "photo.jpg", b"taken")
    world.sync(phone)
    assert (world.desktop.media / "photo.jpg").read_bytes() == b"taken"
    world.settle()
    assert set(media(world.laptop.media)) == {"日本 ü.png", "photo.jpg"}
    world.assert_same()


def test_replacements_and_deletions_on_either_side_reach_the_other(world: World) -> None:
    world.share()
    for number in range(4):
        world.write(world.desktop, f"{number}.png", b"first %d" % number)
    world.settle()
    world.write(world.phones[0], "0.png", b"of the phone")
    world.write(world.desktop, "1.png", b"of the desktop")
    world.phones[1].col.media.trash_files(["2.png"])
    world.laptop.col.media.trash_files(["3.png"])
    world.settle()
    world.assert_same()
    assert set(media(world.laptop.media)) == {"0.png", "1.png"}
    assert (world.laptop.media / "0.png").read_bytes() == b"of the phone"
    assert (world.phones[0].media / "1.png").read_bytes() == b"of the desktop"


def test_a_file_that_a_phone_replaces_twice_in_a_second_arrives(world: World) -> None:
    """Anki's desktop compares whole seconds: ours gives the file a later one each time."""
    world.share()
    one, other = world.phones
    world.write(world.desktop, "a.png", b"first")
    world.settle()
    for number in range(3):
        phone = (one, other)[number % 2]
        world.sync(phone)
        world.write(phone, "a.png", b"%d of a phone" % number)
        world.sync(phone)
        world.sync(world.desktop)
    world.settle()
    world.assert_same()
    assert (world.laptop.media / "a.png").read_bytes() == b"2 of a phone"


def test_the_folder_holds_only_media_and_the_trash_is_beside_it(world: World) -> None:
    world.share()
    world.write(world.desktop, "a.png", b"first")
    world.settle()
    world.write(world.phones[0], "a.png", b"second")
    world.write(world.phones[0], "b.png", b"b")
    world.sync(world.phones[0])
    assert {path.name for path in world.desktop.media.iterdir()} == {"a.png", "b.png"}
    beside = world.desktop.media.with_name("collection.media.lan-sync")
    assert [path.read_bytes() for path in (beside / "trash").rglob("*.png")] == [b"first"]
    assert list((beside / "incoming").iterdir()) == []
    world.phones[0].col.media.trash_files(["b.png"])
    world.sync(world.phones[0])
    trashed = {path.read_bytes() for path in (beside / "trash").rglob("*.png")}
    assert trashed == {b"first", b"b"}


def test_files_that_anki_skips_are_skipped(world: World) -> None:
    world.share()
    folder = world.desktop.media
    (folder / "sub").mkdir()
    (folder / "sub" / "in a folder.png").write_bytes(b"x")
    for name in ("Thumbs.db", ".DS_Store", "e\u0301.png", "a[b].png", "con.png", "dot."):
        (folder / name).write_bytes(b"x")
    (folder / "empty.png").write_bytes(b"")
    with (folder / "huge.mp4").open("wb") as file:
        file.truncate(100 * 1024 * 1024 + 1)
    (folder / "good.png").write_bytes(b"good")
    world.settle()
    for client in (world.laptop, *world.phones):
        assert set(media(client.media)) == {"good.png"}


def test_a_vanished_folder_stops_instead_of_deleting(world: World) -> None:
    world.share()
    for number in range(12):
        world.write(world.desktop, f"{number}.png", b"x")
    world.settle()
    phone, folder = world.phones[0], world.desktop.media
    before = media(phone.media)
    folder.rename(folder.with_name("away"))
    for _ in range(2):
        world.write(phone, "new.png", b"new")
        with pytest.raises(AnkiException):  # the collection has synced; media "not now"
            phone.sync()
        if not folder.exists():
            folder.mkdir()  # as the place where a disk is mounted
    assert media(phone.media).keys() - {"new.png"} == before.keys()
    folder.rmdir()
    folder.with_name("away").rename(folder)
    world.settle()
    world.assert_same()
    assert len(media(phone.media)) == 13


def test_a_mass_deletion_is_asked_about_and_carried_out_on_yes(world: World) -> None:
    world.share()
    for number in range(24):
        world.write(world.desktop, f"{number}.png", b"x")
    world.settle()
    world.desktop.col.media.trash_files([f"{number}.png" for number in range(13)])
    with pytest.raises(FilesMissing) as asked:
        world.share()
    assert (asked.value.vanished.count, asked.value.vanished.total) == (13, 24)
    for _ in range(2):
        world.phones[0].sync()
    assert len(media(world.phones[0].media)) == 24
    world.ours.delete_missing_media(USER.name)
    world.settle()
    world.assert_same()
    assert len(media(world.phones[0].media)) == 11


def test_media_that_our_server_had_is_merged_into_the_folder(world: World, tmp_path: Path) -> None:
    """What a former version filled: phones have synced there, the desktop perhaps not since."""
    phone = world.phones[0]
    for name in ("both.png", "of the phone.png", "older here.png", "newer here.png"):
        world.write(phone, name, b"phone " + name.encode())
    world.sync(phone)
    world.write(world.desktop, "both.png", b"phone both.png")
    world.write(world.desktop, "older here.png", b"desktop")
    world.write(world.desktop, "of the desktop.png", b"desktop")
    world.write(world.desktop, "newer here.png", b"desktop")
    os.utime(world.desktop.media / "newer here.png", (1, 1))
    world.sync(world.desktop)
    own = world.user_folder / "media"
    (own / "nobody knows.png").write_bytes(b"nobody knows")
    future = time.time() + 100
    os.utime(world.desktop.media / "older here.png", (future, future))
    world.share()
    assert not own.exists()
    world.settle()
    world.assert_same()
    held = {path.name: path.read_bytes() for path in world.desktop.media.iterdir()}
    assert held == {
        "both.png": b"phone both.png",
        "of the phone.png": b"phone of the phone.png",
        "of the desktop.png": b"desktop",
        "older here.png": b"desktop",
        "newer here.png": b"phone newer here.png",
    }
    lost = {path.read_bytes() for path in tmp_path.rglob("*.png")}
    assert lost >= {b"phone older here.png", b"desktop", b"nobody knows"}


def test_the_shared_folder_is_served_after_a_restart(world: World, tmp_path: Path) -> None:
    world.share()
    world.write(world.desktop, "a.png", b"a")
    world.settle()
    port = world.ours.port
    world.ours.stop()
    again = LanServer(tmp_path / "data", "127.0.0.1", port)
    again.start()
    try:
        world.write(world.desktop, "b.png", b"b")
        assert world.phones[0].sync() is Outcome.NO_CHANGES
        assert set(media(world.phones[0].media)) == {"a.png", "b.png"}
    finally:
        again.stop()


def test_a_phone_with_media_of_the_other_server_compares_all_of_it_once(world: World) -> None:
    """It takes its own files for sent, because the other server has them."""
    world.share()
    former, phone = world.laptop, world.phones[0]
    world.write(former, "sent to the other server.png", b"sent")
    world.write(former, "sent and deleted.png", b"deleted")
    former.sync()
    former.col.media.trash_files(["sent and deleted.png"])
    former.sync()
    world.write(world.desktop, "of the desktop.png", b"desktop")
    phone.sync()
    former.login(f"http://127.0.0.1:{world.ours.port}/", USER)
    with pytest.raises(SyncError, match="Please sync again"):
        former.sync(Choice.DOWNLOAD)
    assert (former.media / "of the desktop.png").exists()
    assert former.sync() is Outcome.NO_CHANGES
    phone.sync()
    assert media(former.media) == media(phone.media) == media(world.desktop.media)
    assert set(media(phone.media)) == {"sent to the other server.png", "of the desktop.png"}


def test_a_phone_that_is_ahead_by_the_other_servers_usns_gets_what_it_lacks(world: World) -> None:
    world.share()
    world.write(world.desktop, "of both.png", b"first")
    world.settle()
    former = world.laptop
    for number in range(9):  # its usn is now above any of ours
        world.write(former, f"{number}.png", b"x")
        former.sync()
        former.col.media.trash_files([f"{number}.png"])
        former.sync()
    world.write(world.desktop, "of both.png", b"replaced")
    former.login(f"http://127.0.0.1:{world.ours.port}/", USER)
    assert former.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert media(former.media) == media(world.desktop.media)


@pytest.mark.timeout(900)
def test_random_changes_to_a_shared_folder_converge(world: World, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(12):
        world.write(world.desktop, f"base {number}.png", b"base %d" % number)
    world.share()
    world.settle()
    last: dict[str, bytes | None] = {}  # of names that one device alone touches
    for step in range(STEPS):
        client = chance.choice(world.clients)
        own = chance.random() < 0.5
        name = f"{client.name} {chance.randrange(4)}.png" if own else f"{chance.randrange(6)}.jpg"
        what = chance.randrange(6)
        if what < 2:
            data = b"%d by %s" % (step, client.name.encode())
            world.write(client, name, data)
        elif what == 2 and (client.media / name).exists():
            data = None
            client.col.media.trash_files([name])
        elif what == 3:
            both_at_once(world, chance.choice(world.phones))
            continue
        else:
            world.sync(client)
            continue
        if own:
            last[name] = data
    world.settle()
    world.settle()
    world.assert_same()
    for name, wanted in last.items():
        path = world.laptop.media / name
        assert (path.read_bytes() if path.exists() else None) == wanted, name


def both_at_once(world: World, phone: Client) -> None:
    """The desktop syncs with its server while a phone syncs with ours."""
    syncing = world.desktop.sync_in_background()
    # of a file that went when it had just been told of it, a phone hears "sync again" everywhere
    with contextlib.suppress(SyncError):
        phone.sync()
    assert syncing.result() is Outcome.NO_CHANGES
    world.ours.show_media(USER.name)


def test_the_same_folder_gives_the_same_store(world: World) -> None:
    """What the command line uses: the folder of a user says where its media is."""
    world.share()
    world.write(world.desktop, "a.png", b"a")
    store = MediaStore.of(UserFolder(world.user_folder))
    assert store.refresh()
    assert [name for name, _usn, _sha1 in store.changes_since(0)] == ["a.png"]
    store.close()
