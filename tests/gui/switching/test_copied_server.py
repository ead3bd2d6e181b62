"""Two servers made from one folder look the same to Anki, which would merge by wrong numbers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from anki.collection import Collection
from aqt.qt import QApplication, QMessageBox, QPushButton

from addon.hosting import LanServer
from addon.redirect.settings import Mode
from addon.store.paths import users_path

from .. import running
from ..base import settings
from ..phone import Phone
from .test_modes import choose

pytestmark = pytest.mark.usefixtures("anki")


def edit(col: Collection, front: str, text: str) -> None:
    """Change a note: no count tells of it."""
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


def ankis_question() -> QMessageBox | None:
    box = QApplication.activeModalWidget()
    return box if isinstance(box, QMessageBox) else None


def answer_anki(start: str) -> None:
    """Press the button of Anki's own question that starts so, and wait for what follows."""
    running.spin(ankis_question)
    box = ankis_question()
    assert box is not None
    (button,) = [button for button in box.buttons() if button.text().startswith(start)]
    button.click()
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
def copied(base: Path, tmp_path: Path) -> Iterator[LanServer]:
    """This computer's server, in step with Anki, and another one made from a copy of it."""
    for front in ("shared one", "shared two"):
        if not running.anki().col.find_notes(f'"front:{front}"'):
            running.add_note(front)
    running.switch_on()
    sync()
    data = tmp_path / "elsewhere"
    server = LanServer(data, "127.0.0.1", 0)
    server.start()
    server.accounts.add("me", "secret")
    here = users_path(base / "lan_sync") / settings(base)["account"]
    shutil.copytree(here, users_path(data) / "me")
    # both go on by themselves, and Anki follows the one on this computer
    record = settings(base)
    address = running.profile()["customSyncUrl"]
    with phone(tmp_path / "here", address, record["account"], record["password"]) as near:
        edit(near.col, "shared one", "changed here")
        near.sync()
    sync()
    with phone(tmp_path / "there", f"http://127.0.0.1:{server.port}/", "me", "secret") as far:
        edit(far.col, "shared two", "changed there")
        far.sync()
    yield server
    if settings(base)["mode"] == "another_server":
        choose(Mode.THIS_COMPUTER)
        if running.question() is not None:
            running.answer("keep_anki")
    server.stop()


def go_there(server: LanServer) -> None:
    choose(Mode.ANOTHER_SERVER, f"http://127.0.0.1:{server.port}/", "secret")
    box = running.question()
    assert box is not None
    ok = box.findChild(QPushButton, "lan_sync_switch_ok")
    assert isinstance(ok, QPushButton)
    ok.click()


def test_switching_to_a_copy_asks_which_side_to_keep(copied: LanServer) -> None:
    go_there(copied)
    answer_anki("Download")
    assert back("shared two") == "changed there"
    assert back("shared one") == "back"
    sync()
    assert ankis_question() is None, "asked once"
    # the stamps of the copy and of this computer's are the same again
    choose(Mode.THIS_COMPUTER)
    assert running.question() is not None
    running.answer("keep_server")
    assert back("shared one") == "changed here"
    assert back("shared two") == "back"
    sync()
    assert ankis_question() is None, "asked once"


def test_coming_back_without_a_sync_elsewhere_asks_nothing(copied: LanServer) -> None:
    before = stamp()
    go_there(copied)
    answer_anki("Cancel")
    running.add_note("between two servers")
    choose(Mode.THIS_COMPUTER)
    assert running.question() is None
    assert ankis_question() is None
    assert stamp() == before
    assert back("shared one") == "changed here"
    running.click("toggle")
    running.click("toggle")
    assert running.question() is None, "off and on"
