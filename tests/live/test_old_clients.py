"""Every Anki that a household still has, against one server: old and new sync in turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.decks import DeckId
from anki.models import NotetypeId

from . import old_client_actions as actions
from .clients import Choice, Client, Outcome
from .content import deck
from .old_clients import RELEASES, OldClient, OneWay, Release, Result, assert_same
from .servers import LanSync, User

MEDIA = {"a.png": "a", "Grüße ü.jpg": "u", "日本語.mp3": "jp", "Привет мир.ogg": "ru"}
PYTHON = RELEASES[0]  # synced in Python, and quick to set up

pytestmark = pytest.mark.timeout(600)  # the first run installs the clients

Make = Callable[..., OldClient]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "release" in metafunc.fixturenames:
        every = metafunc.config.getoption("--all-clients")
        chosen = [release for release in RELEASES if every or release.quick]
        metafunc.parametrize("release", chosen, ids=[release.version for release in chosen])


@pytest.fixture
def user(lan_sync: LanSync) -> User:
    return lan_sync.new_user()


@pytest.fixture
def old_device(tmp_path: Path, lan_sync: LanSync, user: User) -> Iterator[Make]:
    """Makes devices with an old Anki, logged in as the test's user."""
    made: list[OldClient] = []

    def make(release: Release, name: str, speaks: int | None = None) -> OldClient:
        client = OldClient(release, tmp_path / name, lan_sync.url, speaks)
        made.append(client)
        assert client.login(user)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def new(tmp_path: Path, lan_sync: LanSync, user: User) -> Iterator[Client]:
    """Yield a device with the newest Anki."""
    client = Client(tmp_path / "new")
    client.login(lan_sync.url, user)
    yield client
    client.close()


def fill(device: OldClient) -> list[int]:
    """Notes in three decks, some reviewed, and media; gives the notes' ids."""
    notes = [
        device.act(actions.add_note, front=f"{n}", back=f"back {n}", deck="Default", tags=["start"])
        for n in range(5)
    ]
    notes.append(
        device.act(
            actions.add_note,
            front="Grüße",
            back="日本語 <b>x</b>",
            deck="Sprache::Ä",
            tags=["ü::x"],
        )
    )
    device.act(actions.add_note, front="x", back="", deck="To be deleted", tags=[])
    assert device.act(actions.review, deck="Default", count=2) == 2
    for name, text in MEDIA.items():
        assert device.act(actions.write_media, name=name, text=text) == name
    return notes


def settle(*devices: OldClient | Client) -> None:
    """Sync in turn until none has news; never one way."""
    for _ in range(2):
        for device in devices:
            assert device.sync() in (Result.IN_STEP, Outcome.NO_CHANGES), device.name


def test_old_and_new_clients_keep_in_step(release: Release, old_device: Make, new: Client) -> None:
    """The whole life of a collection that an old client has uploaded."""
    old = old_device(release, "old")
    notes = fill(old)
    before = old.dump()
    assert old.sync(Choice.UPLOAD) is Result.ONE_WAY
    assert old.dump() == {**before, "collection": old.dump()["collection"]}
    assert new.sync() is Outcome.FULL_DOWNLOAD
    settle(old, new)
    assert_same(old, new)

    # additions and edits both ways, several rounds
    for round in range(3):
        actions.edit_note(new.col, notes[0], f"edited by the new one {round}")
        actions.add_note(new.col, f"new {round}", "日本語", "New::ñ", ["new"])
        actions.write_media(new.col, f"new ü {round}.png", f"new {round}")
        actions.set_config(new.col, "testsOfNew", [round, "ä"])
        settle(new, old)
        assert_same(old, new)
        old.act(actions.edit_note, note_id=notes[1], front=f"edited by the old one {round} ß")
        added = old.act(
            actions.add_note, front=f"old {round}", back="ö", deck="Old::é", tags=["old"]
        )
        old.act(actions.write_media, name=f"old 日本 {round}.png", text=f"old {round}")
        assert old.act(actions.review, deck="Default", count=1) == 1
        settle(old, new)
        assert_same(old, new)

    # deletions both ways: a note, a deck with its cards, media
    actions.remove_notes(new.col, [notes[2], added])
    actions.trash_media(new.col, ["a.png"])
    settle(new, old)
    assert_same(old, new)
    old.act(actions.remove_notes, note_ids=[notes[3]])
    old.act(actions.remove_deck, name="To be deleted")
    old.act(actions.trash_media, names=["日本語.mp3"])
    settle(old, new)
    assert_same(old, new)
    assert "日本語.mp3" not in old.dump()["media"]
    assert str(notes[2]) not in old.dump()["notes"]


def test_changes_on_both_sides_between_two_syncs_are_merged(
    release: Release, old_device: Make, new: Client
) -> None:
    old = old_device(release, "old")
    notes = fill(old)
    old.sync(Choice.UPLOAD)
    new.sync()
    old.act(actions.edit_note, note_id=notes[0], front="by the old one")
    actions.edit_note(new.col, notes[1], "by the new one")
    old.act(actions.add_note, front="of the old one", back="", deck="Both", tags=["both"])
    actions.add_note(new.col, "of the new one", "", "New", ["both"])
    old.act(actions.remove_notes, note_ids=[notes[2]])
    actions.remove_notes(new.col, [notes[3]])
    settle(old, new, old)
    assert_same(old, new)
    fronts = {row[3].split("\x1f")[0] for row in old.dump()["notes"].values()}
    assert {"by the old one", "by the new one", "of the old one", "of the new one"} <= fronts
    assert not {str(notes[2]), str(notes[3])} & old.dump()["notes"].keys()


def test_objects_that_changed_names_have_the_same_names_everywhere(
    release: Release, old_device: Make, new: Client
) -> None:
    """They are sent twice; clients written in Python take only what is newer than theirs."""
    old = old_device(release, "old")
    for name in ("X", "Y", "Y::child"):
        old.act(actions.add_note, front=name, back="", deck=name, tags=[])
    assert old.sync(Choice.UPLOAD) is Result.ONE_WAY
    assert new.sync() is Outcome.FULL_DOWNLOAD
    settle(old, new)
    change_names(new, "X", "Y")
    settle(new, old, new)
    assert_same(old, new)
    names = {deck["name"] for deck in old.dump()["decks"].values()}
    assert names >= {"X", "Y", "X::child"}
    change_names(new, "Basic", "Cloze")
    settle(new, old, new)
    assert_same(old, new)


def change_names(client: Client, one: str, other: str) -> None:
    """Between two decks or two note types, in the ways of Anki's own windows.

    A second after what was done last: clients written in Python take no change of the same one.
    """
    time.sleep(1.1)
    kinds = {kind.name: kind.id for kind in client.col.models.all_names_and_ids()}
    decks = {deck.name: deck.id for deck in client.col.decks.all_names_and_ids()}
    for name, now in ((one, "for a moment"), (other, one), (one, other)):
        if one in decks:
            client.col.decks.rename(DeckId(decks[name]), now)
        else:
            kind = client.col.models.get(NotetypeId(kinds[name]))
            assert kind is not None
            kind["name"] = now
            client.col.models.update_dict(kind)


def test_an_old_client_downloads_what_a_new_one_uploaded(
    release: Release, old_device: Make, new: Client
) -> None:
    note = actions.add_note(new.col, "front", "Grüße 日本語", "Deck::ä", ["tag"])
    actions.write_media(new.col, "日本語 ü.png", "media")
    assert new.sync() is Outcome.FULL_UPLOAD
    old = old_device(release, "old")
    assert old.sync(Choice.DOWNLOAD) is Result.ONE_WAY
    settle(old, new)
    assert_same(old, new)
    old.act(actions.edit_note, note_id=note, front="changed")
    assert old.act(actions.review, deck="Deck::ä", count=1) == 1
    settle(old, new)
    assert_same(old, new)


def test_more_rows_and_files_than_fit_into_one_request(
    release: Release, old_device: Make, new: Client
) -> None:
    """250 rows a chunk, 25 files a zip."""
    old = old_device(release, "old")
    old.act(actions.add_note, front="first", back="", deck="Default", tags=[])
    old.sync(Choice.UPLOAD)
    new.sync()
    for number in range(140):
        old.act(actions.add_note, front=f"old {number}", back="", deck="Default", tags=[])
        actions.add_note(new.col, f"new {number}", "", "Default", [])
    for number in range(30):
        old.act(actions.write_media, name=f"old {number}.txt", text=f"old {number}")
        actions.write_media(new.col, f"new {number}.txt", f"new {number}")
    settle(old, new, old)
    assert_same(old, new)
    dump = old.dump()
    assert (len(dump["notes"]), len(dump["media"])) == (281, 60)


def test_a_wrong_password_and_a_wrong_key_are_reported_as_such(
    release: Release, old_device: Make, user: User
) -> None:
    old = old_device(release, "old")
    assert not old.login(User(user.name, "wrong"))
    old.ask("set_key", key="0" * 40)
    assert old.sync() is Result.BAD_LOGIN


def test_a_first_contact_of_two_empty_sides_loses_nothing(
    release: Release, old_device: Make, new: Client
) -> None:
    """Some versions make their collection with a stamp of 0, others with the time."""
    old = old_device(release, "old")
    try:
        assert old.sync() is Result.IN_STEP
    except OneWay:
        assert old.sync(Choice.UPLOAD) is Result.ONE_WAY
    actions.add_note(new.col, "front", "", "Default", [])
    new.sync(Choice.UPLOAD)
    old.sync(Choice.DOWNLOAD)
    settle(old, new)
    assert_same(old, new)


@pytest.mark.parametrize("speaks", [8, 9])
def test_a_client_that_cannot_handle_the_collection_is_told_so(
    old_device: Make, new: Client, speaks: int
) -> None:
    """The newest Anki's collections have the v2 scheduler and the v2 timezone."""
    actions.add_note(new.col, "front", "", "Default", [])
    new.sync()
    old = old_device(PYTHON, "old", speaks=speaks)
    assert old.sync() is Result.STOPPED
    assert {8: "v2 scheduler", 9: "timezone"}[speaks] in old.ask("message")


@pytest.mark.parametrize("speaks", [8, 9])
def test_clients_of_versions_8_and_9_sync_what_they_can_handle(
    old_device: Make, speaks: int
) -> None:
    """Also with each other: the collection is made by a client of 2020, with the v1 scheduler."""
    one = old_device(PYTHON, "one", speaks=speaks)
    fill(one)
    assert one.sync(Choice.UPLOAD) is Result.ONE_WAY
    other = old_device(PYTHON, "other", speaks=speaks)
    assert other.sync(Choice.DOWNLOAD) is Result.ONE_WAY
    other.act(actions.add_note, front="of the other", back="", deck="Default", tags=[])
    settle(other, one)
    assert_same(one, other)


@pytest.mark.parametrize("speaks", [7, 12])
def test_an_unsupported_version_is_refused(old_device: Make, speaks: int) -> None:
    old = old_device(PYTHON, "old", speaks=speaks)
    with pytest.raises(AssertionError, match="501"):
        old.sync()


def test_a_deck_renamed_here_is_renamed_on_a_device_whose_clock_is_fast(
    old_device: Make, new: Client
) -> None:
    old = old_device(PYTHON, "old")
    fill(old)
    assert old.sync(Choice.UPLOAD) is Result.ONE_WAY
    assert new.sync() is Outcome.FULL_DOWNLOAD
    deck(new, "N")
    assert new.sync() is Outcome.NO_CHANGES
    old.act(actions.add_deck, name="N", ahead=600)
    settle(old, new)
    assert_same(old, new)
