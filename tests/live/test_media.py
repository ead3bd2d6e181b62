"""Media files travel both ways: added, replaced, deleted, whatever their names."""

from __future__ import annotations

import os
import time

import pytest
from anki.errors import AnkiException

from .clients import Choice, Client, Outcome
from .conftest import Converge, Device, Pair
from .content import add_note, put_in_place
from .proxy import Relay
from .servers import Server, User
from .snapshot import media

NAMES = [
    "plain.png",
    "with space.jpg",
    "ü.mp3",
    "日本語.ogg",
    "😀.svg",
    "a&b=c%20'd'.txt",
    "_font.ttf",
]


_written = 0


def write(client: Client, name: str, data: bytes) -> None:
    """Save a file as an editor does: a new one takes the old one's place.

    Clients look for changes only where the folder's time changed, and then at each file's time,
    in whole seconds: so each write here is stamped with a second of its own.
    """
    global _written  # noqa: PLW0603 - one clock for all
    _written += 1
    draft = client.media.parent / "draft"
    draft.write_bytes(data)
    moment = time.time() + _written
    os.utime(draft, (moment, moment))
    put_in_place(draft, client.media / name)


def sync(*clients: Client) -> None:
    for client in clients:
        assert client.sync() is Outcome.NO_CHANGES


@pytest.mark.parametrize("adder", [0, 1], ids=["uploader", "downloader"])
def test_added_files_reach_the_other_device(pair: Pair, converge: Converge, adder: int) -> None:
    for name in NAMES:
        write(pair[adder], name, f"data of {name}".encode())
    sync(pair[adder], pair[1 - adder])
    assert set(media(pair[1 - adder].media)) == set(NAMES)
    converge(*pair)


def test_a_replaced_file_reaches_the_other_device(pair: Pair, converge: Converge) -> None:
    one, other = pair
    write(one, "ü.png", b"first")
    sync(one, other)
    write(other, "ü.png", b"second, longer")
    sync(other, one)
    assert (one.media / "ü.png").read_bytes() == b"second, longer"
    converge(one, other)


def test_a_deleted_file_is_deleted_on_the_other_device(pair: Pair, converge: Converge) -> None:
    one, other = pair
    for name in NAMES:
        write(one, name, b"x" + name.encode())
    sync(one, other)
    other.col.media.trash_files(NAMES[2:5])
    sync(other, one)
    assert set(media(one.media)) == set(NAMES[:2] + NAMES[5:])
    converge(one, other)


def test_a_deleted_file_that_comes_back_comes_back_everywhere(
    pair: Pair, converge: Converge
) -> None:
    one, other = pair
    write(one, "a.png", b"first")
    sync(one, other)
    one.col.media.trash_files(["a.png"])
    sync(one, other)
    assert not (other.media / "a.png").exists()
    write(other, "a.png", b"again")
    sync(other, one)
    assert (one.media / "a.png").read_bytes() == b"again"
    converge(one, other)


def test_two_devices_add_different_files_and_get_both(pair: Pair, converge: Converge) -> None:
    one, other = pair
    write(one, "one.png", b"one")
    write(other, "other.png", b"other")
    sync(one, other, one)
    assert set(media(one.media)) == {"one.png", "other.png"}
    converge(one, other)


def test_two_devices_add_the_same_file_under_one_name(pair: Pair, converge: Converge) -> None:
    one, other = pair
    write(one, "same.png", b"same")
    write(other, "same.png", b"same")
    converge(one, other)


def test_a_file_that_both_devices_changed_ends_up_equal(pair: Pair, converge: Converge) -> None:
    one, other = pair
    write(one, "a.png", b"of one")
    write(other, "a.png", b"of the other")
    converge(one, other, rounds=3)


def test_more_files_than_fit_into_one_request_arrive(
    pair: Pair, converge: Converge, relay: Relay, server: Server
) -> None:
    """25 files a zip (`uploadChanges`, `downloadFiles`)."""
    one, other = pair
    for number in range(60):
        write(one, f"file {number}.bin", bytes([number]) * 100)
    for client in pair:
        client.go_through(relay.url)
        sync(client)
        client.go_through(server.url)
    assert relay.methods.count("uploadChanges") == 3
    assert relay.methods.count("downloadFiles") == 3
    converge(one, other)


def test_files_larger_than_one_request_arrive(pair: Pair, converge: Converge) -> None:
    one, other = pair
    for number in range(3):
        write(one, f"{number}.bin", (b"%d" % number) * 2_000_000)
    sync(one, other)
    converge(one, other)


def test_more_changes_than_one_list_holds_arrive(pair: Pair, converge: Converge) -> None:
    """`mediaChanges` hands out at most 1000 entries at a time."""
    one, other = pair
    for number in range(1100):
        write(one, f"{number}.txt", b"%d" % number)
    sync(one, other)
    assert len(media(other.media)) == 1100
    converge(one, other)


def test_an_empty_file_is_left_on_its_device(pair: Pair) -> None:
    """Clients never send a file of no bytes."""
    one, other = pair
    write(one, "empty.png", b"")
    write(one, "full.png", b"x")
    sync(one, other)
    assert set(media(other.media)) == {"full.png"}


def test_no_media_request_is_sent_when_nothing_changed(pair: Pair, relay: Relay) -> None:
    one, other = pair
    write(one, "a.png", b"a")
    sync(one, other)
    for client in pair:
        sync(client)
        client.go_through(relay.url)
        sync(client)
    assert relay.methods == ["meta", "meta"]


def test_media_goes_along_with_the_first_upload_and_download(
    device: Device, converge: Converge
) -> None:
    one, other = device("one"), device("other")
    add_note(one, '<img src="ü.png">')
    write(one, "ü.png", b"picture")
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD
    assert (other.media / "ü.png").read_bytes() == b"picture"
    converge(one, other)


def test_a_device_without_media_sync_keeps_its_files_to_itself(pair: Pair) -> None:
    one, other = pair
    write(one, "a.png", b"a")
    assert one.sync(media=False) is Outcome.NO_CHANGES
    sync(other)
    assert media(other.media) == {}
    sync(one, other)
    assert set(media(other.media)) == {"a.png"}


def test_a_device_that_lost_its_media_database_gets_in_step(
    pair: Pair, converge: Converge, server: Server, user: User
) -> None:
    """What "force full media check" and a switch of servers do (`media.force_resync`)."""
    one, other = pair
    write(one, "a.png", b"a")
    write(one, "b.png", b"b")
    sync(one, other)
    other.col.media.force_resync()
    write(other, "c.png", b"c")
    sync(other, one)
    assert set(media(one.media)) == {"a.png", "b.png", "c.png"}
    assert set(media(server.folder(user) / "media")) == {"a.png", "b.png", "c.png"}
    converge(one, other)


def test_a_one_way_upload_does_not_lose_media(pair: Pair, converge: Converge) -> None:
    one, other = pair
    write(one, "a.png", b"a")
    write(other, "b.png", b"b")
    sync(one, other)
    one.col.mod_schema(check=False)
    add_note(one, "after the change of schema")
    assert one.sync(Choice.UPLOAD) is Outcome.FULL_SYNC
    assert other.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert set(media(other.media)) == {"a.png", "b.png"}
    converge(one, other)


@pytest.mark.parametrize("lost", ["mediaChanges", "uploadChanges", "downloadFiles", "mediaSanity"])
def test_media_gets_in_step_after_an_answer_was_lost(
    pair: Pair, relay: Relay, server: Server, converge: Converge, lost: str
) -> None:
    one, other = pair
    write(one, "of one.png", b"one")
    write(one, "both.png", b"one")
    sync(one)
    write(other, "of the other.png", b"other")
    write(other, "both.png", b"of the other")
    other.go_through(relay.url)
    relay.lose_answer(lost)
    with pytest.raises(AnkiException):
        other.sync()
    assert relay.lost == 1
    other.go_through(server.url)
    converge(one, other, rounds=3)
    assert set(media(one.media)) == {"of one.png", "both.png", "of the other.png"}


def test_a_file_missing_in_the_servers_folder_does_not_block_the_others(
    pair: Pair, server: Server, user: User
) -> None:
    one, other = pair
    for name in ("a.png", "b.png", "c.png"):
        write(one, name, name.encode())
    sync(one)
    (server.folder(user) / "media" / "b.png").unlink()
    try:
        other.sync()
    except AnkiException:  # 409: the server noted the loss, and the next sync goes through
        sync(other)
    assert set(media(other.media)) == {"a.png", "c.png"}
