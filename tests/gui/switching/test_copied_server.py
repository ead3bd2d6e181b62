"""Two servers made from one folder look the same to Anki, which would merge by wrong numbers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from anki.collection import Collection

from addon.hosting import LanServer
from addon.store.paths import users_path
from tests.serving import address_of, serving

from .. import running
from ..phone import Phone
from .elsewhere import ankis_question, go_elsewhere

pytestmark = pytest.mark.usefixtures("anki")


def edit(col: Collection, front: str, text: str) -> None:
    """Change a note, which changes no count."""
    (id,) = col.find_notes(f'"front:{front}"')
    note = col.get_note(id)
    note["Back"] = text
    col.update_note(note)


def back(front: str) -> str:
    col = running.anki().col
    (id,) = col.find_notes(f'"front:{front}"')
    return col.get_note(id)["Back"]


def stamp() -> int:
    db = running.anki().col.db
    assert db is not None
    return int(db.scalar("select scm from col"))


def sync() -> None:
    running.anki().on_sync_button_clicked()
    running.settle()


def answer_anki(start: str) -> None:
    """Press the button of Anki's own question that starts so, and wait for what follows."""
    running.spin(ankis_question)
    box = ankis_question()
    assert box is not None
    running.choose(box, start)
    running.settle()


@contextmanager
def phone(folder: Path, server_address: str, user: str, password: str) -> Iterator[Phone]:
    client = Phone(folder, server_address, user, password)
    try:
        client.download()
        yield client
    finally:
        client.close()


@pytest.fixture
def copied(tmp_path: Path) -> Iterator[tuple[LanServer, LanServer]]:
    """Yield a server in step with Anki, and another one made from a copy of it."""
    for front in ("shared one", "shared two"):
        if running.anki().col.find_notes(f'"front:{front}"'):
            edit(running.anki().col, front, "back")  # as it was before another test
        else:
            running.add_note(front)
    with serving(tmp_path / "near", "me") as near, serving(tmp_path / "far", "me") as far:
        go_elsewhere(address_of(near))
        answer_anki("Yes")
        sync()
        shutil.copytree(users_path(near.data) / "me", users_path(far.data) / "me")
        # both go on by themselves, and Anki follows the first one
        with phone(tmp_path / "phone 1", address_of(near), "me", "secret") as one:
            edit(one.col, "shared one", "changed near")
            one.sync()
        sync()
        with phone(tmp_path / "phone 2", address_of(far), "me", "secret") as two:
            edit(two.col, "shared two", "changed far")
            two.sync()
        yield near, far
        running.leave_other_server()


def test_switching_to_a_copy_asks_which_side_to_keep(copied: tuple[LanServer, LanServer]) -> None:
    near, far = copied
    go_elsewhere(address_of(far))
    answer_anki("Download")
    assert back("shared two") == "changed far"
    assert back("shared one") == "back"
    sync()
    assert ankis_question() is None, "asked once"
    # the stamps of the copy and of the first one are the same again
    go_elsewhere(address_of(near))
    answer_anki("Download")
    assert back("shared one") == "changed near"
    assert back("shared two") == "back"
    sync()
    assert ankis_question() is None, "asked once"


def test_coming_back_without_a_sync_elsewhere_asks_nothing(
    copied: tuple[LanServer, LanServer],
) -> None:
    near, far = copied
    before = stamp()
    go_elsewhere(address_of(far))
    answer_anki("Cancel")
    running.add_note("between two servers")
    go_elsewhere(address_of(near))
    running.spin(lambda: running.question() is None)
    running.settle()
    assert ankis_question() is None
    assert stamp() == before
    assert back("shared one") == "changed near"
