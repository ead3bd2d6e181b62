"""What the random test avoids for the sake of Anki's own server."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.live.servers import AnkiServer

from .contents import contents
from .device import DOWNLOAD, UPLOAD, Device
from .doing import Doing
from .taken_names import TakenNames


@pytest.fixture
def device(tmp_path: Path, anki_server: AnkiServer) -> Callable[[str], Device]:
    user = anki_server.new_user()
    return lambda name: Device(tmp_path / name, anki_server.url, user.name, user.password)


def test_a_name_taken_from_another_is_freed_before_the_sync(
    device: Callable[[str], Device],
) -> None:
    desktop, second = device("desktop"), device("second")
    taken_names = TakenNames()
    one, other = (desktop.col.decks.id(name) for name in ("Amber", "Birch"))
    note = desktop.col.new_note(desktop.col.models.by_name("Basic"))
    note["Front"] = "not empty, or the sync would be one-way"
    desktop.col.add_note(note, other)
    desktop.sync(UPLOAD)
    taken_names.note(desktop)
    desktop.col.decks.rename(desktop.col.decks.get(other), "Cedar")
    desktop.col.decks.rename(desktop.col.decks.get(one), "Birch")
    doing = Doing(desktop, random.Random(1), "s1", lambda: None)
    for renaming in taken_names.renamings(desktop):
        renaming(doing)
    assert desktop.col.decks.name(other) == "Cedar"
    assert desktop.col.decks.name(one) != "Birch"
    desktop.sync()
    second.sync(DOWNLOAD)
    assert contents(desktop) == contents(second)
    desktop.close()
    second.close()
