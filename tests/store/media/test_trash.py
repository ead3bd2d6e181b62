"""Deleted and replaced media is listed and put back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from addon.store import patient
from addon.store.faults import Missing, NotNow
from addon.store.media.store import MediaStore
from addon.store.media.trash import list_trash, put_back_files
from addon.store.paths import UserFolder

from ...windows import LONGEST_PATH, extended_here, short_paths
from .zips import download, upload


@pytest.fixture(params=["own", "shared"])
def user(request: pytest.FixtureRequest, tmp_path: Path) -> UserFolder:
    """With a media folder of its own, or with that of an Anki."""
    user = UserFolder(tmp_path / "data" / "anna")
    if request.param == "shared":
        (tmp_path / "collection.media").mkdir()
        user.share_media(tmp_path / "collection.media")
    return user


@pytest.fixture
def media(user: UserFolder) -> Iterator[MediaStore]:
    user.create()
    with closing(MediaStore.of(user)) as media:
        yield media


def send(media: MediaStore, *entries: tuple[str, bytes | None]) -> None:
    media.apply_upload(io.BytesIO(upload(entries)))


def content(media: MediaStore, name: str) -> bytes:
    return dict(download(media.zip_of([name])))[name]


def test_what_was_deleted_and_replaced_is_listed_with_the_last_first(
    user: UserFolder, media: MediaStore
) -> None:
    assert list_trash(user) == []
    send(media, ("hund.jpg", b"first"), ("katze.mp3", b"meow"))
    send(media, ("hund.jpg", b"second"))
    send(media, ("katze.mp3", None))
    found = list_trash(user)
    assert [(each.name, each.size) for each in found] == [("katze.mp3", 4), ("hund.jpg", 5)]
    assert found[0].discarded >= found[1].discarded > 1.7e9


def test_what_is_put_back_goes_to_every_device(user: UserFolder, media: MediaStore) -> None:
    send(media, ("hund.jpg", b"first"), ("katze.mp3", b"meow"))
    send(media, ("hund.jpg", b"second"), ("katze.mp3", None))
    usn = media.last_usn()
    put_back_files(media, list_trash(user))
    assert {name for name, _usn, _sha1 in media.changes_since(usn)} == {"hund.jpg", "katze.mp3"}
    assert content(media, "hund.jpg") == b"first"
    assert content(media, "katze.mp3") == b"meow"
    # and what it has replaced can be put back in turn
    assert content(media, "hund.jpg") == b"first"
    assert b"second" in [each.path.read_bytes() for each in list_trash(user)]


def test_of_several_with_one_name_the_last_discarded_is_put_back(
    user: UserFolder, media: MediaStore
) -> None:
    for version in (b"1", b"22", b"333"):
        send(media, ("a.jpg", version))
    put_back_files(media, list_trash(user))
    assert content(media, "a.jpg") == b"22"


def test_many_files_take_several_steps(user: UserFolder, media: MediaStore) -> None:
    names = [f"{number}.jpg" for number in range(60)]
    for some in (names[:25], names[25:50], names[50:]):
        send(media, *((name, name.encode()) for name in some))
        send(media, *((name, None) for name in some))
    put_back_files(media, list_trash(user))
    assert media.count() == 60


def test_what_was_removed_meanwhile_is_reported(user: UserFolder, media: MediaStore) -> None:
    send(media, ("a.jpg", b"1"))
    send(media, ("a.jpg", None))
    found = list_trash(user)
    found[0].path.unlink()
    with pytest.raises(Missing, match="no longer in the trash"):
        put_back_files(media, found)
    assert media.count() == 0


@pytest.mark.parametrize("form", ["short", "extended"])
def test_the_trash_of_a_long_name_is_not_too_long_for_windows(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file itself has a path that Windows allows, and the trash makes it longer."""
    name = "n" * 100 + ".png"
    beside = LONGEST_PATH - len(str(tmp_path)) - len(f"//media/{name}")
    user = UserFolder(tmp_path / "data".ljust(beside, "-"))
    monkeypatch.setattr(patient, "extended", extended_here if form == "extended" else lambda x: x)
    user.create()
    with short_paths(tmp_path), closing(MediaStore.of(user)) as media:
        send(media, (name, b"first"))
        if form == "short":  # or this test would prove nothing
            with pytest.raises(NotNow):
                send(media, (name, b"second"))
            return
        send(media, (name, b"second"))
        send(media, (name, None))
        put_back_files(media, list_trash(user))
        assert content(media, name) == b"second"
        media.sweep()
        patient.remove_tree(user.root)
    assert not user.root.exists()
