"""The window "Devices and activity" on a running server, with real clients as the devices."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from anki.errors import SyncError, SyncErrorKind
from aqt.qt import QApplication, QLabel, Qt, QTreeWidgetItem, QWidget

from addon.i18n import without_unicode_isolation
from addon.protocol.body import compress_whole
from addon.server.generated_password import in_groups
from addon.store.paths import accounts_path

from .. import running
from ..base import settings
from ..bridge.scene import answer_next
from ..phone import Phone
from ..settings.window import button
from ..tables import rows, tree

pytestmark = pytest.mark.usefixtures("anki")

NAME, APP, _USER, SEEN, SYNC, _ADDED = range(6)


def window() -> QWidget:
    """Open "Devices and activity"."""
    running.click("devices")
    shown = running.window("devices_window")
    assert shown is not None
    return shown


def phones(shown: QWidget) -> list[QTreeWidgetItem]:
    """Return the rows of all devices; those of former tests come last."""
    return [row for row in rows(tree(shown, "devices")) if number(row) > 0]


def number(row: QTreeWidgetItem) -> int:
    """Return a device's number; negative for somebody who was refused."""
    return int(row.data(NAME, Qt.ItemDataRole.UserRole))


def remove_selected(shown: QWidget) -> str:
    """Click "Remove this device" and agree; returns the question."""
    button(shown, "remove_device").click()
    box = running.message()
    assert box is not None
    asked = without_unicode_isolation(box.text())
    running.choose(box, "Remove")
    running.spin(lambda: running.message() is None)
    return asked


def test_a_removed_phone_is_shut_out_at_once_and_others_are_not(
    new_phone: Callable[[], Phone],
) -> None:
    lost = new_phone()
    shown = window()
    before = len(phones(shown))
    lost_number = number(phones(shown)[0])
    kept = new_phone()
    running.spin(lambda: len(phones(shown)) == before + 1)

    row = next(row for row in phones(shown) if number(row) == lost_number)
    tree(shown, "devices").setCurrentItem(row)
    name = row.text(NAME)
    assert remove_selected(shown).startswith(f"Remove {name}?")
    running.spin(lambda: len(phones(shown)) == before)
    with pytest.raises(SyncError) as refused:
        lost.sync()
    assert refused.value.kind is SyncErrorKind.AUTH
    kept.sync()


def test_a_phone_that_cannot_be_removed_now_stays_in_the_table(
    new_phone: Callable[[], Phone], base: Path
) -> None:
    phone = new_phone()
    shown = window()
    tree(shown, "devices").setCurrentItem(phones(shown)[0])
    button(shown, "remove_device").click()
    box = running.message()
    assert box is not None
    path = accounts_path(base / "lan_sync")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as another_program:
        another_program.execute("begin exclusive")
        running.choose(box, "Remove")
        running.spin(lambda: (box := running.message()) is not None and str(path) in box.text())
        running.dismiss()
    phone.sync()


def test_with_a_phone_its_owners_password_is_replaced(
    new_phone: Callable[[], Phone], base: Path
) -> None:
    new_phone()
    kept = new_phone()
    before = settings(base)
    shown = window()
    tree(shown, "devices").setCurrentItem(phones(shown)[-1])
    button(shown, "remove_device").click()
    box = running.message()
    assert box is not None
    also = box.checkBox()
    assert also is not None
    assert not also.isChecked(), "it is offered, not done unasked"
    also.setChecked(True)
    running.choose(box, "Remove")
    running.spin(lambda: settings(base)["password"] != before["password"])
    password = settings(base)["password"]

    def is_told() -> bool:
        said = running.message()
        return said is not None and in_groups(password) in said.text()

    running.spin(is_told)
    running.dismiss()
    kept.sync()


def test_who_was_refused_is_shown_with_the_address(
    new_phone: Callable[[], Phone], base: Path
) -> None:
    phone = new_phone()
    record = settings(base)
    url = f"{phone.auth.endpoint}sync/hostKey"
    shown = window()
    devices = tree(shown, "devices")
    running.spin(lambda: phones(shown))
    stranger = json.dumps({"v": 11, "k": "", "s": "", "c": "26.05,dev,android"})
    for user in (record["account"], "nobody"):
        guess = compress_whole(json.dumps({"u": user, "p": "a guess"}).encode())
        request = urllib.request.Request(url, guess, {"anki-sync": stranger})
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(request)

    def refused() -> list[QTreeWidgetItem]:
        return [row for row in rows(devices) if number(row) < 0]

    running.spin(refused)
    row = next(row for row in refused() if row.text(NAME) == "AnkiDroid")
    told = without_unicode_isolation(row.text(SYNC))
    assert re.fullmatch(r"Refused sign-ins: \d+ from 127\.0\.0\.1, .+", told), told
    devices.setCurrentItem(row)
    assert not button(shown, "remove_device").isEnabled(), "it has no key"
    assert not button(shown, "rename_device").isEnabled()
    running.spin(lambda: len(rows(tree(shown, "activity"))) > 1)
    told = without_unicode_isolation(" ".join(r.text(2) for r in rows(tree(shown, "activity"))))
    assert f"Wrong password for {record['account']}: refused (127.0.0.1)" in told
    assert "Unknown user name: refused (127.0.0.1)" in told


def test_after_too_many_wrong_passwords_one_click_lets_everyone_try_again(
    new_phone: Callable[[], Phone], base: Path
) -> None:
    phone = new_phone()
    url = f"{phone.auth.endpoint}sync/hostKey"
    shown = window()
    running.spin(lambda: phones(shown))
    forgive = button(shown, "forgive")

    def answer(user: str) -> int:
        guess = compress_whole(json.dumps({"u": user, "p": "a guess"}).encode())
        stranger = json.dumps({"v": 11, "k": "", "s": "", "c": "26.05,dev,android"})
        try:
            urllib.request.urlopen(urllib.request.Request(url, guess, {"anki-sync": stranger}))
        except urllib.error.HTTPError as error:
            return error.code
        return 200

    try:
        # a wait is short at first; on a slow computer it may be over before the next guess
        running.spin(lambda: answer(settings(base)["account"]) == 503)
        running.spin(forgive.isVisible)
        phone.sync()  # it has a key
    finally:
        forgive.click()
    assert answer("nobody") == 403
    running.spin(lambda: not forgive.isVisible())


def test_a_name_stays_when_the_window_is_opened_again(new_phone: Callable[[], Phone]) -> None:
    new_phone()
    shown = window()
    row = phones(shown)[0]
    assert row.text(NAME).startswith("Anki 2")
    row.setText(NAME, "  Ada's tablet ")
    shown.close()
    row = phones(window())[0]
    assert row.text(NAME) == "Ada's tablet"


def test_an_empty_name_is_not_taken(new_phone: Callable[[], Phone]) -> None:
    new_phone()
    row = phones(window())[0]
    before = row.text(NAME)
    row.setText(NAME, " ")
    assert row.text(NAME) == before


def test_what_a_sync_did_is_shown_while_the_window_is_open(
    new_phone: Callable[[], Phone],
) -> None:
    phone = new_phone()
    shown = window()
    row = phones(shown)[0]
    assert "downloaded the whole collection" in row.text(SYNC)
    phone.add("from the phone")
    phone.sync()

    def last_sync() -> str:
        return without_unicode_isolation(phones(shown)[0].text(SYNC))

    running.spin(lambda: " changes, in Anki since " in last_sync())
    answer_next(phone.col)
    phone.sync()
    running.spin(lambda: " 1 review, in Anki since " in last_sync())
    activity = tree(shown, "activity")
    running.spin(lambda: rows(activity))
    told = without_unicode_isolation(" ".join(row.text(2) for row in rows(activity)))
    assert "changes from Anki " in told


def test_a_sync_under_way_is_shown_until_it_ends(new_phone: Callable[[], Phone]) -> None:
    phone = new_phone()
    shown = window()
    strip = shown.findChild(QLabel, "lan_sync_running")
    assert isinstance(strip, QLabel)
    phone.add("half way")
    with phone.held_at("sanityCheck2"):
        running.spin(lambda: "is syncing: " in strip.text())
        running.spin(strip.isVisible)
    running.spin(lambda: not strip.isVisible())


def test_storage_and_log_are_shown(new_phone: Callable[[], Phone], base: Path) -> None:
    key = new_phone().auth.hkey
    shown = window()
    storage = shown.findChild(QLabel, "lan_sync_storage")
    assert isinstance(storage, QLabel)
    running.spin(lambda: "ollection" in storage.text())
    button(shown, "copy_log").click()
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    log = clipboard.text()
    assert log.startswith("Anki ")
    assert "serving on" in log
    record = settings(base)
    assert record["password"] not in log
    assert key not in log
