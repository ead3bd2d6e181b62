"""A phone that used AnkiWeb comes to this computer: nothing of either is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import Collection
from anki.sync import SyncAuth
from aqt.qt import QCheckBox

from tests.store.anki_server import PASSWORD, USER

from .. import running
from ..base import settings
from ..phone import Phone
from .scene import in_step, meanwhile, wait_until_in_step


def tick_that_it_has_a_past(it: bool) -> None:
    sheet = running.sheet()
    assert sheet is not None
    box = sheet.findChild(QCheckBox, "lan_sync_phone_has_past")
    assert isinstance(box, QCheckBox)
    box.setChecked(it)


@pytest.mark.parametrize("announced", [True, False])
def test_a_phone_with_a_past_loses_nothing(
    base: Path, ankiweb: str, desktop: Collection, tmp_path: Path, announced: bool
) -> None:
    phone = Phone(tmp_path / "phone", ankiweb, USER, PASSWORD)
    phone.download()
    phone.add(f"made on the phone {announced}")
    running.add_note(f"made on the desktop {announced}")
    running.anki().on_sync_button_clicked()  # or it would know less of AnkiWeb than the phone
    running.settle()
    running.switch_on()
    if announced:
        tick_that_it_has_a_past(True)
    record = settings(base)
    address = running.own_address()
    key = phone.col.sync_login(record["account"], record["password"], address).hkey
    phone.auth = SyncAuth(hkey=key, endpoint=address, io_timeout_secs=120)
    asked: list[int] = []
    meanwhile(
        lambda: asked.append(phone.col.sync_collection(phone.auth, sync_media=False).required)
    )
    result = phone.col.sync_collection(phone.auth, sync_media=False)
    if announced:
        assert asked == [result.NO_CHANGES], "merged like at any sync"
        assert result.required in (result.FULL_DOWNLOAD, result.FULL_SYNC)
        meanwhile(phone.download)
    else:
        assert asked == [result.FULL_SYNC]
        backups = Path(running.anki().pm.backupFolder())
        before = set(backups.iterdir())
        meanwhile(phone.upload)
        running.spin(lambda: desktop.find_notes(f'"front:made on the phone {announced}"'))
        assert set(backups.iterdir()) - before
        if phone.col.sync_collection(phone.auth, sync_media=False).required != result.NO_CHANGES:
            meanwhile(phone.download)
    wait_until_in_step(desktop, phone.col)
    assert {f"made on the phone {announced}", f"made on the desktop {announced}"} <= phone.fronts()
    assert in_step(desktop, phone.col) == []
    assert running.dismiss() == ""
    phone.close()
