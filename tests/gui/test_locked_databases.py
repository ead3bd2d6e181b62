"""Another program has the server's databases for itself: no window of Anki's waits for it.

Each test looks at a window while they are still locked; what waits for them goes on afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from aqt.qt import QDialog, QLabel, QPushButton, QTreeWidget, QWidget

from addon.store.paths import UserFolder, accounts_path, activity_path, users_path

from . import running
from .base import PROFILE, settings
from .databases import held
from .phone import Phone
from .settings.window import account_dialog, accounts, line, press, text_of
from .test_status_dot import evaluated

pytestmark = pytest.mark.usefixtures("anki")

_TITLE = "document.getElementById('lan-sync-status').title"


def open_window(name: str, shown: str) -> QWidget:
    """Choose an entry of the menu, and wait for nothing but its window."""
    running.action(name).trigger()
    running.spin(lambda: running.window(shown) is not None)
    found = running.window(shown)
    assert found is not None
    return found


def is_shown(window: QWidget, name: str) -> bool:
    found = window.findChild(QLabel, f"lan_sync_{name}")
    return found is not None and found.isVisible()


def click(window: QWidget, name: str) -> None:
    """Click a button and wait for nothing."""
    found = window.findChild(QPushButton, f"lan_sync_{name}")
    assert found is not None
    found.click()


def form_for(account: str) -> tuple[QWidget, QDialog]:
    """Return the settings and, above them, the form for a new account, with its name typed."""
    running.switch_on()
    dialog = open_window("settings", "settings_dialog")
    running.settle()
    press(dialog, "account_add")
    form = account_dialog()
    line(form, "account_name").setText(account)
    return dialog, form


def test_the_settings_show_the_accounts_once_they_can_be_read(base: Path) -> None:
    running.switch_on()
    account = settings(base)["account"]
    with held(accounts_path(base / "lan_sync")) as lock:
        dialog = open_window("settings", "settings_dialog")
        running.spin(lambda: is_shown(dialog, "accounts_moment"))
        assert lock.still
        assert accounts(dialog) == []  # type: ignore[arg-type]
        lock.let_go()
        running.spin(lambda: accounts(dialog) == [account])  # type: ignore[arg-type]
    assert not is_shown(dialog, "accounts_moment")


def test_an_account_is_added_once_the_file_is_free(base: Path) -> None:
    dialog, form = form_for("bob")
    with held(accounts_path(base / "lan_sync")) as lock:
        click(form, "account_save")
        running.spin(lambda: is_shown(form, "account_moment"))
        assert lock.still
        assert text_of(form, "account_wrong") == ""
        lock.let_go()
        running.spin(lambda: "bob" in accounts(dialog))  # type: ignore[arg-type]
    assert running.window("account_dialog") is None


def test_a_form_that_is_being_saved_closes_once_it_is_saved(base: Path) -> None:
    dialog, form = form_for("dora")
    with held(accounts_path(base / "lan_sync")) as lock:
        click(form, "account_save")
        form.close()
        assert lock.still
        assert running.message() is None, "nothing is asked: it is being saved"
        assert running.window("account_dialog") is form
        lock.let_go()
        running.spin(lambda: "dora" in accounts(dialog))  # type: ignore[arg-type]
    assert running.window("account_dialog") is None


def test_a_form_that_is_cancelled_while_it_waits_does_no_harm(base: Path) -> None:
    dialog, form = form_for("carol")
    with held(accounts_path(base / "lan_sync")) as lock:
        click(form, "account_save")
        form.reject()
        dialog.close()
        running.spin(lambda: running.settings_dialog() is None)
        assert lock.still
    running.settle()


def test_devices_and_activity_are_shown_once_they_can_be_read(
    new_phone: Callable[[], Phone], base: Path
) -> None:
    new_phone()
    data = base / "lan_sync"
    with held(accounts_path(data), activity_path(data)) as lock:
        window = open_window("devices", "devices_window")
        devices = window.findChild(QTreeWidget, "lan_sync_devices")
        assert devices is not None
        running.spin(lambda: str(accounts_path(data)) in text_of(window, "storage"))
        assert lock.still
        assert devices.topLevelItemCount() == 0
        lock.let_go()
        running.spin(devices.topLevelItemCount)
    assert "ollection" in text_of(window, "storage")  # how much the data take, as ever


def test_the_dot_names_a_phone_without_reading_a_file(
    new_phone: Callable[[], Phone], base: Path
) -> None:
    phone = new_phone()
    phone.add("half way")
    running.anki().moveToState("deckBrowser")
    running.spin(lambda: "can sync" in (evaluated(_TITLE) or ""))
    data = base / "lan_sync"
    with (
        phone.held_at("sanityCheck2"),
        held(accounts_path(data), activity_path(data)) as lock,
    ):
        running.spin(lambda: "is syncing" in evaluated(_TITLE))
        assert lock.still


def test_a_profile_opens_and_its_phones_follow(base: Path) -> None:
    running.switch_on()
    data = base / "lan_sync"
    with held(accounts_path(data), activity_path(data)) as lock:
        mw = running.anki()
        closed: list[bool] = []
        mw.unloadProfile(lambda: closed.append(True))
        running.spin(lambda: closed)
        mw.pm.load(PROFILE)
        mw.loadProfile()
        running.spin(lambda: mw.state == "deckBrowser")
        assert lock.still
        assert running.action("toggle").isChecked()
        assert not running.action("connect").isEnabled()
        lock.let_go()
        running.spin(running.action("connect").isEnabled)
    assert running.message() is None


def test_a_store_that_another_program_has_is_reported_and_not_waited_for(
    new_phone: Callable[[], Phone], base: Path
) -> None:
    phone = new_phone()
    folder = UserFolder(users_path(base / "lan_sync") / settings(base)["account"])
    running.anki().moveToState("deckBrowser")
    with held(folder.collection) as lock:
        running.add_note("while it is locked")
        running.anki().moveToState("overview")
        running.anki().moveToState("deckBrowser")
        running.action("toggle").trigger()  # off, which brings both together first
        running.spin(lambda: not running.action("toggle").isChecked())
        assert lock.still
    running.switch_on()
    phone.sync()
    assert "while it is locked" in phone.fronts()
