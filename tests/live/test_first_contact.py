"""Login, first upload, download to a second device, and syncs with nothing to do."""

from __future__ import annotations

import pytest
from anki.errors import SyncError, SyncErrorKind

from .clients import Choice, Client, Outcome, UnexpectedOneWay
from .conftest import Converge, Device, Pair
from .content import add_note, fill, run
from .proxy import Relay
from .servers import Server, User
from .snapshot import assert_same, snapshot


def test_the_right_password_gives_a_key(device: Device) -> None:
    assert device("one").auth.hkey


def test_a_wrong_password_is_refused_as_an_authentication_error(
    device: Device, server: Server, user: User
) -> None:
    client = device("one")
    with pytest.raises(SyncError) as caught:
        client.login(server.url, User(user.name, "not this"))
    assert caught.value.kind is SyncErrorKind.AUTH


def test_an_unknown_user_is_refused_in_the_same_way(device: Device, server: Server) -> None:
    client = device("one")
    with pytest.raises(SyncError) as caught:
        client.login(server.url, User("nobody", "x"))
    assert caught.value.kind is SyncErrorKind.AUTH


def test_an_unknown_key_is_an_authentication_error(device: Device) -> None:
    client = device("one")
    client.auth.hkey = "0123456789abcdef"
    with pytest.raises(SyncError) as caught:
        client.sync()
    assert caught.value.kind is SyncErrorKind.AUTH


def test_the_first_device_uploads_and_the_second_gets_the_same(
    device: Device, converge: Converge
) -> None:
    one, other = device("one"), device("other")
    fill(one)
    assert one.sync() is Outcome.FULL_UPLOAD
    before = snapshot(one)
    assert other.sync() is Outcome.FULL_DOWNLOAD
    assert_same(one, other)
    assert snapshot(one) == before
    converge(one, other)


def test_the_first_sync_of_a_device_that_holds_cards_asks_which_side_to_keep(
    device: Device, converge: Converge
) -> None:
    one, other = device("one"), device("other")
    fill(one)
    assert one.sync() is Outcome.FULL_UPLOAD
    add_note(other, "of the other device")
    with pytest.raises(UnexpectedOneWay):
        other.sync()
    assert other.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    converge(one, other)


def test_an_upload_replaces_everything_and_the_others_are_asked(
    pair: Pair, converge: Converge
) -> None:
    one, other = pair
    run(other, "update col set scm = scm + 1, mod = mod + 1")
    add_note(other, "only here")
    assert other.sync(Choice.UPLOAD) is Outcome.FULL_SYNC
    assert one.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    converge(one, other)


def test_a_sync_without_changes_requests_only_meta(pair: Pair, relay: Relay) -> None:
    for client in pair:
        client.sync()
        client.go_through(relay.url)
        assert client.sync() is Outcome.NO_CHANGES
    assert relay.methods == ["meta", "meta"]


def test_a_device_keeps_in_step_after_the_app_was_closed(pair: Pair, converge: Converge) -> None:
    one, other = pair
    one.reopen()
    other.reopen()
    add_note(one, "after a restart of the app")
    converge(one, other)


def test_users_do_not_see_each_other(device: Device, server: Server, user: User) -> None:
    other = server.new_user()
    mine, theirs = device("mine"), device("theirs", of=other)
    add_note(mine, "mine")
    add_note(theirs, "theirs")
    (mine.media / "a.txt").write_text("mine")
    (theirs.media / "a.txt").write_text("theirs")
    assert mine.sync() is Outcome.FULL_UPLOAD
    assert theirs.sync() is Outcome.FULL_UPLOAD
    for owner, of in ((mine, user), (theirs, other)):
        copy: Client = device(f"copy of {owner.name}", of=of)
        assert copy.sync() is Outcome.FULL_DOWNLOAD
        assert_same(owner, copy)


def test_a_first_contact_of_two_empty_sides_asks_nothing(device: Device) -> None:
    assert device("one").sync() is Outcome.NO_CHANGES
