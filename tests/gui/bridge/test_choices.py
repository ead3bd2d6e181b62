"""Whether phones sync and where the profile syncs are two choices: any combination works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection
from aqt.qt import QApplication

from addon.hosting import LanServer
from tests.accounts import add_user

from .. import running
from ..base import settings
from ..phone import Phone
from ..switching.elsewhere import ankis_question, choose_own, go_elsewhere
from .scene import tap, wait_until_in_step

ADDRESS = "another server"


@pytest.fixture(params=["AnkiWeb", "another server", "none"])
def place(
    request: pytest.FixtureRequest, desktop: Collection, lan_server: LanServer
) -> Iterator[str]:
    """Where the profile syncs."""
    assert desktop is running.anki().col
    place = str(request.param)
    profile = running.profile()
    former = {name: profile.get(name) for name in ("syncKey", "syncUser", "customSyncUrl")}
    if place == "none":
        profile.update(dict.fromkeys(former))
    elif place == ADDRESS:
        add_user(lan_server.accounts, "me", "secret")
        go_elsewhere(f"http://127.0.0.1:{lan_server.port}/")
        running.spin(ankis_question)
        upload()
    yield place
    if place == ADDRESS:
        choose_own()
        running.answer("ok")
    running.profile().update(former)


def upload() -> None:
    """Answer Anki's own question: the other server is empty and gets what is here."""
    box = ankis_question()
    assert box is not None
    box.buttons()[0].click()
    running.settle()
    running.spin(lambda: QApplication.activeModalWidget() is None)


@pytest.mark.parametrize("phones", [True, False])
def test_any_combination_works(base: Path, tmp_path: Path, place: str, phones: bool) -> None:
    mw = running.anki()
    phone = None
    if phones:
        running.switch_on()
        record = settings(base)
        address = running.own_address()
        phone = Phone(tmp_path / "phone", address, record["account"], record["password"])
        phone.download()
    running.add_note("on the desktop")
    if phone is not None:
        phone.add("on the phone")
        tap(phone)
        wait_until_in_step(mw.col, phone.col)
    if place != "none":
        mw.on_sync_button_clicked()
        running.settle()
        assert mw.col.db is not None
        assert mw.col.db.scalar("select count() from notes where usn = -1") == 0
    if phone is not None:
        tap(phone)
        wait_until_in_step(mw.col, phone.col)
        assert {"on the desktop", "on the phone"} <= phone.fronts()
        phone.close()
        running.switch_off()
    assert running.open_messages() == []
