"""Two devices sync their media at the same time: what one deletes does not come back."""

from __future__ import annotations

from typing import Any

import pytest
from anki.errors import AnkiException

from ..store.media import zips
from .clients import Outcome
from .conftest import ON_OURS, Converge, Pair
from .proxy import Relay
from .servers import LanSync, Server, User
from .snapshot import media
from .test_media import sync, write
from .wire import WireClient


@pytest.mark.better("a device that is behind is no reason to check all media again")
@pytest.mark.parametrize("held", ["uploadChanges", "mediaSanity"])
@pytest.mark.parametrize("restart", [False, True], ids=["", "restarted"])
def test_a_file_that_another_device_deletes_meanwhile_stays_deleted(
    pair: Pair,
    relay: Relay,
    server: Server,
    converge: Converge,
    ours: bool,
    held: str,
    restart: bool,
) -> None:
    slow, other = pair
    for name in ("a.png", "b.png", "c.png"):
        write(slow, name, name.encode())
    sync(slow, other)
    write(slow, "new.png", b"new")
    slow.go_through(relay.url)
    hold = relay.hold(held)
    syncing = slow.sync_in_background()
    hold.wait_until_reached()
    other.col.media.trash_files(["a.png", "b.png"])
    sync(other)
    if restart:
        server.restart(hard=True)
    hold.release()
    if ours:
        assert syncing.result() is Outcome.NO_CHANGES
    else:
        with pytest.raises(AnkiException):
            syncing.result()
    slow.go_through(server.url)
    sync(slow, other, slow)
    kept = {"c.png", "new.png"} if ours else {"a.png", "b.png", "c.png", "new.png"}
    assert set(media(slow.media)) == set(media(other.media)) == kept
    converge(slow, other)


@pytest.mark.better(
    "where a client has deleted one of several deleted files itself, it leaves the others in place"
)
def test_what_was_deleted_beside_a_file_that_both_devices_deleted_is_gone(
    pair: Pair, converge: Converge, ours: bool
) -> None:
    one, other = pair
    for name in ("a.png", "b.png", "c.png", "d.png"):
        write(one, name, name.encode())
    sync(one, other)
    one.col.media.trash_files(["a.png", "b.png", "c.png"])
    sync(one)
    other.col.media.trash_files(["a.png"])
    sync(other)
    write(other, "new.png", b"new")  # so that the client looks at its folder
    sync(other, one)
    kept = {"d.png", "new.png"} if ours else {"b.png", "c.png", "d.png", "new.png"}
    assert set(media(one.media)) == set(media(other.media)) == kept
    converge(one, other)


@ON_OURS
def test_what_a_device_deletes_that_it_has_sent_while_it_was_behind_stays_deleted(
    pair: Pair, relay: Relay, server: Server, converge: Converge
) -> None:
    slow, other = pair
    write(slow, "first.png", b"first")
    sync(slow, other)
    write(slow, "own.png", b"own")
    slow.go_through(relay.url)
    hold = relay.hold("uploadChanges")
    syncing = slow.sync_in_background()
    hold.wait_until_reached()
    write(other, "of the other.png", b"other")
    sync(other)
    hold.release()
    assert syncing.result() is Outcome.NO_CHANGES
    slow.go_through(server.url)
    slow.col.media.trash_files(["own.png"])
    write(slow, "later.png", b"later")
    sync(slow, other, slow)
    kept = {"first.png", "of the other.png", "later.png"}
    assert set(media(slow.media)) == set(media(other.media)) == kept
    converge(slow, other)


@pytest.mark.parametrize("held", ["uploadChanges", "mediaSanity"])
def test_a_file_that_another_device_adds_meanwhile_arrives(
    pair: Pair, relay: Relay, server: Server, converge: Converge, held: str
) -> None:
    slow, other = pair
    write(slow, "new.png", b"new")
    slow.go_through(relay.url)
    hold = relay.hold(held)
    syncing = slow.sync_in_background()
    hold.wait_until_reached()
    write(other, "of the other.png", b"other")
    sync(other)
    hold.release()
    try:
        syncing.result()
    except AnkiException:
        assert not server.ours
    slow.go_through(server.url)
    sync(slow, other, slow)
    assert set(media(slow.media)) == set(media(other.media)) == {"new.png", "of the other.png"}
    converge(slow, other)


class Phone(WireClient):
    """A device whose media syncs are done by hand."""

    def __init__(self, server: Server, user: User) -> None:
        super().__init__(server.url)
        assert self.login(user.name, user.password) == 200

    def data(self, method: str, request: object) -> Any:
        status, answer = self.media(method, request)
        assert (status, answer["err"]) == (200, "")
        return answer["data"]

    def begin(self) -> int:
        return int(self.data("begin", {"v": "wire"})["usn"])

    def put(self, name: str) -> int:
        """Upload a file; gives the newest usn."""
        return int(self.data("uploadChanges", zips.upload([(name, name.encode())]))[1])

    def is_sane(self, count: int) -> bool:
        return {"OK": True, "mediaSanity": False}[self.data("mediaSanity", {"local": count})]


def test_media_counts_are_compared_only_with_an_up_to_date_device(
    lan_sync: LanSync,
) -> None:
    user = lan_sync.new_user()
    phone, other = Phone(lan_sync, user), Phone(lan_sync, user)
    assert phone.begin() == other.begin() == 0
    assert phone.put("a.png") == 1
    assert phone.is_sane(1)
    assert not phone.is_sane(2)
    assert other.put("b.png") == 2
    assert other.is_sane(0), "it has not been told of a.png"
    assert phone.is_sane(1), "it has not been told of b.png"
    assert [usn for _name, usn, _sha1 in phone.data("mediaChanges", {"lastUsn": 1})] == [2]
    assert not phone.is_sane(1)
    assert phone.is_sane(2)
    assert other.put("c.png") == 3
    assert other.is_sane(1), "what it adds does not make it know of a.png"
    assert other.data("mediaChanges", {"lastUsn": 3}) == []
    assert not other.is_sane(1)
    assert phone.call("meta", {"v": 11, "cv": "wire"})[1]["media_usn"] == 3
    assert not phone.is_sane(2), "a client compares the usn of meta with its own"


def test_a_collection_sync_beside_a_media_sync_does_not_matter(lan_sync: LanSync) -> None:
    user = lan_sync.new_user()
    phone, other = Phone(lan_sync, user), Phone(lan_sync, user)
    phone.begin()
    assert phone.put("a.png") == 1
    assert other.put("b.png") == 2
    assert phone.call("meta", {"v": 11, "cv": "wire"})[0] == 200
    assert phone.put("c.png") == 3
    assert phone.is_sane(2)
