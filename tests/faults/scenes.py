"""The kinds of sync that go wrong, and what must be there in the end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.live.clients import Client, Outcome
from tests.live.content import add_note, edit, fill, flag, review, some_card
from tests.live.servers import User

FIRST_UPLOAD = "first upload"


@dataclass(frozen=True)
class Scene:
    """`prepare` brings two devices and the server to where `act` begins, a sync of the first.

    In the end, both have notes with exactly the `fronts` beside those that `fill` made, as many
    `reviews`, and media files of these names.
    """

    prepare: Callable[[Client, Client], None]
    act: Callable[[Client, User], object]
    fronts: frozenset[str]
    reviews: int
    files: frozenset[str] = frozenset()
    one_way: int = 0
    """How often the first device may be told to upload or download all, by any server."""


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


def _fill_one(one: Client, _other: Client) -> None:
    fill(one)
    (one.media / "kept.png").write_text("kept.png")


def _fill_other(_one: Client, other: Client) -> None:
    fill(other)
    (other.media / "kept.png").write_text("kept.png")
    assert other.sync() is Outcome.FULL_UPLOAD


def _sync(one: Client, _user: User) -> None:
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
_REVIEWS = 2  # of `fill`

SCENES = {
    "both ways": Scene(
        _change_both,
        _sync,
        (FILLED | _BOTH) - {f"front {number}" for number in range(4)},
        _REVIEWS + 2,
        _THREE,
    ),
    FIRST_UPLOAD: Scene(_fill_one, _sync, FILLED, _REVIEWS, _KEPT, one_way=1),
    "first download": Scene(_fill_other, _sync, FILLED, _REVIEWS, _KEPT, one_way=1),
    "media": Scene(
        _change_media,
        _sync,
        FILLED,
        _REVIEWS,
        _KEPT | {"of one.png", "Grüße.mp3", "of the other.png"},
    ),
    "login": Scene(_in_step, _login, FILLED, _REVIEWS, _THREE),
}


@dataclass(frozen=True)
class Stage:
    """Folders as they are when a scene's sync begins."""

    folder: Path
    user: User
    key: str
    """Of both devices."""
    requests: int = 0
    """How many requests the sync takes if all goes well."""

    def copy(self, devices: Path, data: Path) -> None:
        """Copy both devices below one folder, and the server's data to another."""
        for name in ("one", "other"):
            shutil.copytree(self.folder / name, devices / name)
        shutil.copytree(self.folder / "data", data)


def opened(folder: Path, name: str, url: str, key: str) -> Client:
    """Open a device of a stage's copy, or a new one."""
    client = Client(folder / name)
    client.use_key(key, url)
    return client
