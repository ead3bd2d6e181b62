"""The kinds of sync that go wrong, and what must be there in the end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.live import old_client_actions as actions
from tests.live.clients import Choice, Client, Outcome
from tests.live.content import add_note, edit, fill, flag, review, some_card
from tests.live.old_clients import RELEASES, OldClient, Release, Result
from tests.live.servers import User

FIRST_UPLOAD = "first upload"
LEGACY = {each.version: each for each in RELEASES if each.quick and each.protocol == 10}
"""Anki releases that speak protocol 10: one that syncs in Python, and one in Rust."""


@dataclass(frozen=True)
class Scene:
    """`prepare` brings two devices and the server to where `act` begins, a sync of the first.

    In the end, both have notes with exactly the `fronts` beside those that `fill` made, as many
    `reviews`, and media files of these names.
    """

    prepare: Callable[[Any, Client], None]
    act: Callable[[Any, User], object]
    fronts: frozenset[str]
    reviews: int
    files: frozenset[str] = frozenset()
    one_way: int = 0
    """How often the first device may be told to upload or download all, by any server."""
    release: Release | None = None
    """The first device's Anki, an OldDevice then; the newest if None, a Client."""


class OldDevice(OldClient):
    """An old Anki that signs in when it first syncs."""

    def __init__(self, release: Release, folder: Path, url: str, user: User) -> None:
        super().__init__(release, folder, url)
        self._user = user
        self._signed_in = False

    def sync(self, choice: Choice | None = None) -> Result:
        """Sync as by a click; see OldClient."""
        if not self._signed_in:
            assert self.login(self._user), "wrong password"
            self._signed_in = True
        return super().sync(choice)


def _in_step(one: Client, other: Client) -> None:
    fill(one)
    for name in ("kept.png", "gone.png", "gone too.png"):
        (one.media / name).write_text(name)
    assert one.sync() is Outcome.FULL_UPLOAD
    assert other.sync() is Outcome.FULL_DOWNLOAD


def _change_both(one: Client, other: Client) -> None:
    _in_step(one, other)
    notes = sorted(one.col.find_notes("deck:Default"))
    edit(other, notes[1], "edited by the other")
    other.col.remove_notes([notes[3]])
    add_note(other, "added by the other", to="Deck of the other", tags=["other"])
    review(other, 1, "Other")
    assert other.sync() is Outcome.NO_CHANGES
    edit(one, notes[0], "edited by one")
    one.col.remove_notes([notes[2]])
    add_note(one, "added by one", to="Deck of one", tags=["one"])
    flag(one, some_card(one), 3)
    review(one, 1, "Sprache::Ä")


def _change_media(one: Client, other: Client) -> None:
    _in_step(one, other)
    (other.media / "gone.png").unlink()
    (other.media / "of the other.png").write_bytes(b"other" * 5_000)
    assert other.sync() is Outcome.NO_CHANGES
    (one.media / "gone too.png").unlink()
    for name in ("of one.png", "Grüße.mp3"):
        (one.media / name).write_bytes(name.encode() * 5_000)


def _change_with_old(old: OldDevice, other: Client) -> None:
    """Both collections and both media folders."""
    fill(other)
    for name in ("kept.png", "gone.png", "gone too.png"):
        (other.media / name).write_text(name)
    assert other.sync() is Outcome.FULL_UPLOAD
    assert old.sync(Choice.DOWNLOAD) is Result.ONE_WAY
    assert old.sync() is Result.IN_STEP
    notes = sorted(other.col.find_notes("deck:Default"))
    edit(other, notes[1], "edited by the other")
    other.col.remove_notes([notes[3]])
    add_note(other, "added by the other", to="Deck of the other", tags=["other"])
    review(other, 1, "Other")
    (other.media / "gone.png").unlink()
    (other.media / "of the other.png").write_bytes(b"other" * 5_000)
    assert other.sync() is Outcome.NO_CHANGES
    old.act(actions.edit_note, note_id=notes[0], front="edited by one")
    old.act(actions.remove_notes, note_ids=[notes[2]])
    old.act(actions.add_note, front="added by one", back="", deck="Deck of one", tags=["one"])
    assert old.act(actions.review, deck="Sprache::Ä", count=1) == 1
    old.act(actions.trash_media, names=["gone too.png"])
    for name in ("of one.png", "Grüße.mp3"):
        assert old.act(actions.write_media, name=name, text=name * 5_000) == name


def _fill_one(one: Client, _other: Client) -> None:
    fill(one)
    (one.media / "kept.png").write_text("kept.png")


def _fill_other(_one: Client, other: Client) -> None:
    fill(other)
    (other.media / "kept.png").write_text("kept.png")
    assert other.sync() is Outcome.FULL_UPLOAD


def _sync(one: Client | OldDevice, _user: User) -> None:
    one.sync()


def _login(one: Client, user: User) -> None:
    one.login(one.auth.endpoint, user)


FILLED = frozenset({f"front {number}" for number in range(4)}) | {
    "Grüße, 日本語 <b>bold</b>",
    "both ways",
}
_BOTH = frozenset({"edited by one", "edited by the other", "added by one", "added by the other"})
_KEPT = frozenset({"kept.png"})
_THREE = _KEPT | {"gone.png", "gone too.png"}
_ALL_CHANGED = (FILLED | _BOTH) - {f"front {number}" for number in range(4)}
_CHANGED_FILES = _KEPT | {"of one.png", "Grüße.mp3", "of the other.png"}
_REVIEWS = 2  # of `fill`

SCENES = {
    "both ways": Scene(_change_both, _sync, _ALL_CHANGED, _REVIEWS + 2, _THREE),
    FIRST_UPLOAD: Scene(_fill_one, _sync, FILLED, _REVIEWS, _KEPT, one_way=1),
    "first download": Scene(_fill_other, _sync, FILLED, _REVIEWS, _KEPT, one_way=1),
    "media": Scene(_change_media, _sync, FILLED, _REVIEWS, _CHANGED_FILES),
    "login": Scene(_in_step, _login, FILLED, _REVIEWS, _THREE),
    **{
        f"legacy {version}": Scene(
            _change_with_old, _sync, _ALL_CHANGED, _REVIEWS + 2, _CHANGED_FILES, release=release
        )
        for version, release in LEGACY.items()
    },
}


@dataclass(frozen=True)
class Stage:
    """Folders as they are when a scene's sync begins."""

    folder: Path
    user: User
    key: str
    """Of all devices with the newest Anki."""
    requests: int = 0
    """How many requests the sync takes if all goes well."""

    def copy(self, devices: Path, data: Path) -> None:
        """Copy both devices below one folder, and the server's data to another."""
        for name in ("one", "other"):
            shutil.copytree(self.folder / name, devices / name)
        shutil.copytree(self.folder / "data", data)

    def open(self, scene: Scene, folder: Path, url: str, patience: int | None = None) -> Any:
        """Open the scene's first device below `folder`: a Client, or an OldDevice."""
        if scene.release is not None:
            return OldDevice(scene.release, folder / "one", url, self.user)
        return self.open_new(folder / "one", url, patience)

    def open_new(self, folder: Path, url: str, patience: int | None = None) -> Client:
        """Open a device with the newest Anki, or make one; `patience` as in Client."""
        client = Client(folder)
        client.use_key(self.key, url, patience)
        return client
