"""A phone said to have used the desktop's server: an ordinary merge by that
server's numbers first, then the question, when no answer can lose anything."""

from __future__ import annotations

import pytest
from anki.errors import BackendError, SyncError

from addon.server.events import Placed

from ..clients import Choice, Client, Outcome, UnexpectedOneWay
from ..content import add_note, edit, front, review, run, scalar, some_note
from ..snapshot import assert_same, pending
from .world import World, has, settled


@pytest.fixture
def met(world: World) -> tuple[Client, dict[str, int]]:
    """Return a phone that has merged: it and the desktop added, edited, reviewed and deleted."""
    phone = world.phone()
    notes = [int(id) for id in phone.col.find_notes("")]
    ids = {
        "deleted here": notes[0],
        "deleted there": notes[1],
        "edited here": notes[2],
        "edited there": notes[3],
    }
    world.desktop.col.remove_notes([notes[0]])  # type: ignore[list-item]
    edit(world.desktop, notes[2], "desktop")  # type: ignore[arg-type]
    ids["added here"] = add_note(world.desktop, "from the desktop", to="Desktop deck")
    assert world.desktop.sync() is Outcome.NO_CHANGES
    ids["waiting here"] = add_note(world.desktop, "waits for the server")
    world.pair()
    phone.col.remove_notes([notes[1]])  # type: ignore[list-item]
    edit(phone, notes[3], "phone")  # type: ignore[arg-type]
    ids["added there"] = add_note(phone, "from the phone", to="Phone deck")
    review(phone, 1, "Sprache::Ä")
    world.expect()
    world.log_in(phone)
    assert phone.sync() is Outcome.NO_CHANGES
    assert not pending(phone)
    return phone, ids


def holds_everything(client: Client, ids: dict[str, int]) -> None:
    assert [name for name, id in ids.items() if not has(client, id)] == [  # type: ignore[arg-type]
        "deleted here",
        "deleted there",
    ]
    assert front(client, ids["edited here"]) == "desktop"  # type: ignore[arg-type]
    assert front(client, ids["edited there"]) == "phone"  # type: ignore[arg-type]
    assert scalar(client, "select count() from revlog") == 3


def test_after_the_merge_both_sides_have_everything_deletions_too(
    world: World, met: tuple[Client, dict[str, int]]
) -> None:
    phone, ids = met
    holds_everything(phone, ids)
    holds_everything(world.newcomer(), ids)


def test_after_the_merge_the_phone_is_asked_and_may_download(
    world: World, met: tuple[Client, dict[str, int]]
) -> None:
    phone, ids = met
    with pytest.raises(UnexpectedOneWay):
        phone.sync()
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    for _ in range(2):
        assert phone.sync() is Outcome.NO_CHANGES
    store = world.newcomer()
    holds_everything(store, ids)
    assert_same(phone, store)


def test_after_the_merge_an_upload_loses_nothing_either(
    world: World, met: tuple[Client, dict[str, int]]
) -> None:
    phone, ids = met
    ids["added last"] = add_note(phone, "after the merge")
    assert world.upload(phone) is Placed.UNITED
    holds_everything(settled(world, phone), ids)


def test_a_phone_that_goes_back_before_the_download_misses_nothing(world: World) -> None:
    phone, other = world.phone(), world.phone("other")
    assert world.desktop.sync() is Outcome.NO_CHANGES
    world.pair()
    world.expect()
    world.log_in(phone)
    assert phone.sync() is Outcome.NO_CHANGES
    theirs = add_note(other, "on the server since")
    assert other.sync() is Outcome.NO_CHANGES
    world.go_back(phone)
    assert phone.sync() is Outcome.NO_CHANGES
    assert has(phone, theirs)


def test_a_phone_that_goes_back_later_meets_its_own_changes(
    world: World, met: tuple[Client, dict[str, int]]
) -> None:
    phone, ids = met
    world.bridge()
    assert world.desktop.sync() is Outcome.NO_CHANGES
    world.go_back(phone)
    assert phone.sync() is Outcome.NO_CHANGES
    holds_everything(phone, ids)
    other = world.phone("other")
    holds_everything(other, ids)
    assert_same(phone, other)


def test_a_phone_that_goes_back_after_the_download_is_asked(
    world: World, met: tuple[Client, dict[str, int]]
) -> None:
    phone, _ids = met
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    world.go_back(phone)
    with pytest.raises(UnexpectedOneWay):
        phone.sync()


def test_a_phone_that_knows_more_of_the_server_waits_for_the_desktop(world: World) -> None:
    phone, other = world.phone(), world.phone("other")
    theirs = add_note(other, "on the server")
    assert other.sync() is Outcome.NO_CHANGES
    mine = add_note(phone, "mine")
    assert phone.sync() is Outcome.NO_CHANGES
    mine_too = add_note(phone, "mine too")
    world.pair()
    world.expect()
    world.log_in(phone)
    with pytest.raises(SyncError):
        phone.sync()
    with pytest.raises(BackendError, match="sync Anki on the computer with AnkiWeb"):
        phone.sync()
    assert world.desktop.sync() is Outcome.NO_CHANGES
    world.pair()
    world.expect()
    assert phone.sync() is Outcome.NO_CHANGES
    store = world.newcomer()
    assert all(has(store, id) for id in (theirs, mine, mine_too))


def test_a_desktop_whose_sync_finds_nothing_new_is_not_asked_for_another(world: World) -> None:
    """A server may raise the usn of a phone that only downloads: the desktop's stays lower."""
    phone = world.phone()
    mine = add_note(phone, "mine")
    usns = [scalar(client, "select usn from col") for client in (phone, world.desktop)]
    assert usns[0] > usns[1]
    world.pair()
    world.expect()
    world.log_in(phone)
    for _ in range(2):
        with pytest.raises((SyncError, BackendError)):
            phone.sync()
    world.expect(syncs=1)
    assert phone.sync() is Outcome.NO_CHANGES
    assert has(world.newcomer(), mine)


def test_a_deletion_that_the_desktop_never_heard_of_costs_the_phone_nothing(
    world: World,
) -> None:
    """The desktop has downloaded everything, without graves: the counts cannot agree. What the
    phone sent is kept nevertheless."""
    phone, other = world.phone(), world.phone("other")
    deleted = some_note(other)
    other.col.remove_notes([deleted])
    assert other.sync() is Outcome.NO_CHANGES
    world.desktop.download()
    run(world.desktop, "delete from graves")  # other servers may hand out none
    world.pair()
    mine = add_note(phone, "mine")
    world.expect()
    world.log_in(phone)
    with pytest.raises(SyncError):
        phone.sync()
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert has(phone, mine)
    assert not has(phone, deleted)
    assert_same(phone, world.newcomer())


def test_several_phones_one_after_the_other(world: World) -> None:
    phones = [world.phone(f"phone {n}") for n in range(3)]
    assert world.desktop.sync() is Outcome.NO_CHANGES
    added = [add_note(phone, phone.name, to=phone.name) for phone in phones]
    world.pair()
    world.expect()
    for phone in phones:
        world.log_in(phone)
        assert phone.sync() is Outcome.NO_CHANGES
    for phone in phones:
        assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
        assert all(has(phone, id) for id in added)
    for phone in phones[1:]:
        assert_same(phones[0], phone)


def test_an_empty_phone_downloads_at_once(world: World) -> None:
    world.pair()
    world.expect()
    empty = world.newcomer()
    assert scalar(empty, "select count() from notes") == 6
    assert empty.sync() is Outcome.NO_CHANGES


def test_a_phone_with_another_history_is_asked(world: World) -> None:
    world.pair()
    world.expect()
    unrelated = Client(world.root / "unrelated")
    mine = add_note(unrelated, "mine")
    world.log_in(unrelated)
    assert world.upload(unrelated) is Placed.UNITED
    assert has(settled(world, unrelated), mine)
    unrelated.close()


def test_a_known_phone_is_not_merged_by_usns(world: World) -> None:
    phone = world.phone()
    world.pair()
    world.log_in(phone)
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    world.expect()
    add_note(phone, "new")
    assert phone.sync() is Outcome.NO_CHANGES
    assert phone.sync() is Outcome.NO_CHANGES
    assert_same(phone, world.newcomer())


def test_once_nobody_is_expected_a_phone_is_asked(world: World) -> None:
    phone = world.phone()
    world.pair()
    world.expect()
    world.lan.expect("phones", None)
    world.log_in(phone)
    with pytest.raises(UnexpectedOneWay):
        phone.sync()
