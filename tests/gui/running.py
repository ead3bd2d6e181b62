"""Real Anki in this process: start it, turn its event loop, look at it, and end it."""

from __future__ import annotations

import contextlib
import gc
import os
import re
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# QtWebEngine does not start as root with its sandbox
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")

import aqt  # before any QApplication exists: it loads QtWebEngine
from anki.decks import DEFAULT_DECK_ID
from aqt import gui_hooks
from aqt.qt import QAction, QApplication, QDialog, QLabel, QMessageBox, QPushButton, QTimer, QWidget

from addon.hosting import open_accounts
from addon.phones.account import make_password, suggest_name
from addon.redirect.profiles_file import ProfilesFile
from tests.accounts import add_user
from tests.live.content import own_moment

from . import errors
from .base import ANKIWEB

if TYPE_CHECKING:
    from aqt.main import AnkiQt

PACKAGE = "lan_sync"
_EVERY_FEW_MINUTES = range(5 * 60_000, 10 * 60_000 + 1)  # ms


def spin(condition: Callable[[], object], seconds: float = 60.0) -> None:
    """Run Qt's event loop until the condition holds; fails after `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "what was waited for did not happen"
        QApplication.processEvents()
        time.sleep(0.01)


def boot(base: Path, profile: str, language: str = "en") -> aqt.AnkiApp:
    """Start Anki with a profile and wait until it has come to rest."""
    # the name of a socket in the temporary folder; Anki would find another running one by it
    aqt.AnkiApp.KEY = f"lan-sync-test-{os.getpid()}"
    opened: list[bool] = []
    gui_hooks.profile_did_open.append(lambda: opened.append(True))
    arguments = ["anki", "-b", str(base), "-p", profile, "-l", language]
    app = aqt._run(argv=arguments, exec=False)
    assert app is not None, "another Anki answered"
    errors.listen()
    spin(lambda: opened)
    settle()
    for timer in anki().findChildren(QTimer):
        # a backup and media would be in the way of whichever test runs at that moment
        if timer.interval() in _EVERY_FEW_MINUTES:
            timer.stop()
    return app


def anki() -> AnkiQt:
    """Anki's main window."""
    assert aqt.mw is not None
    return aqt.mw


def settle() -> None:
    """Wait until Anki and the add-on do nothing any more: no progress window, no operation, no
    media sync, nothing that a window waits for but an answer from the network."""

    def quiet() -> bool:
        mw = anki()
        if mw.progress.busy() or mw._background_op_count or mw.media_syncer.is_syncing():
            return False
        return not any(each.name == "lan-sync-background" for each in threading.enumerate())

    for _ in range(3):  # one thing may lead to another
        spin(quiet)
        for _ in range(5):
            QApplication.processEvents()
            time.sleep(0.01)


def close(app: aqt.AnkiApp) -> int:
    """End Anki as Quit does, automatic sync and all. Returns the exit code."""
    mw = anki()
    QTimer.singleShot(0, mw.unloadProfileAndExit)
    QTimer.singleShot(60_000, lambda: app.exit(99))
    code = app.exec()
    sys.excepthook = sys.__excepthook__  # Anki leaves it None
    gc.enable()  # Anki collects on its own
    return code


def switch_profile(name: str) -> None:
    """Close the open profile and open another one."""
    mw = anki()
    closed: list[bool] = []
    mw.unloadProfile(lambda: closed.append(True))
    spin(lambda: closed)
    mw.pm.load(name)
    mw.loadProfile()
    settle()


def action(name: str) -> QAction:
    """Return an entry of the add-on's menu."""
    found = anki().findChild(QAction, f"lan_sync_{name}")
    assert isinstance(found, QAction)
    return found


def click(name: str) -> None:
    """Choose an entry of the add-on's menu and wait for what follows; what is asked stays open."""
    action(name).trigger()
    settle()


def window(name: str) -> QWidget | None:
    """Return one of the add-on's windows, if it is shown."""
    for widget in QApplication.topLevelWidgets():
        if widget.objectName() == f"lan_sync_{name}" and widget.isVisible():
            return widget
    return None


def question() -> QDialog | None:
    """Return the question before a switch, if it is shown."""
    return _dialog("switch")


def settings_dialog() -> QDialog | None:
    """Return the settings, if they are shown."""
    return _dialog("settings_dialog")


def _dialog(name: str) -> QDialog | None:
    found = window(name)
    return found if isinstance(found, QDialog) else None


def answer(choice: str) -> None:
    """Press a button of the question and wait for what follows."""
    box = question()
    assert box is not None
    button = box.findChild(QPushButton, f"lan_sync_switch_{choice}")
    assert isinstance(button, QPushButton)
    button.click()
    settle()


def switch_on() -> None:
    """Let phones sync with this computer. Each test starts without a store, so nothing is asked."""
    _ensure_quick_account()
    click("toggle")
    assert (message(), question()) == (None, None)
    assert action("toggle").isChecked()


def _ensure_quick_account() -> None:
    """Give the profile the account it would get now, but one whose password is checked quickly.

    To click the toggle alone, as switching/test_toggle.py does, is what makes an account.
    """
    profile = anki().pm.name
    assert profile is not None
    data = Path(anki().pm.base, PACKAGE)
    profiles = ProfilesFile(data / "profiles.json")
    if profiles.read(profile).account:
        return
    name, password = suggest_name(profile), make_password()
    profiles.update(profile, lambda known: replace(known, account=name, password=password))
    with contextlib.closing(open_accounts(data)) as accounts:
        add_user(accounts, name, password)


def switch_off() -> None:
    """Stop letting phones sync."""
    click("toggle")
    assert (message(), question()) == (None, None)
    assert not action("toggle").isChecked()


def leave_other_server() -> None:
    """Let the profile sync as before, and agree to what that means."""
    click("elsewhere")
    answer("ok")
    assert not action("elsewhere").isChecked()


def config() -> dict[str, Any]:
    """Return the add-on's configuration."""
    found = anki().addonManager.getConfig(PACKAGE)
    assert found is not None
    return dict(found)


def configure(**changes: object) -> None:
    """Change it where Anki keeps it; the fixture `anki` puts back what it was."""
    anki().addonManager.writeConfig(PACKAGE, {**config(), **changes})


def own_address() -> str:
    """Where phones reach the server in this Anki."""
    return f"http://127.0.0.1:{config()['port']}/"


def words(text: str) -> str:
    """Return a control's text without its mnemonic."""
    return re.sub("&(.)", r"\1", text)


def choose(box: QMessageBox, start: str) -> None:
    """Press the button whose text begins like this."""
    (button,) = [each for each in box.buttons() if words(each.text()).startswith(start)]
    button.click()


def message() -> QMessageBox | None:
    """Return the message the add-on shows, if any."""
    found = window("message")
    return found if isinstance(found, QMessageBox) else None


def dismiss() -> str:
    """Close the add-on's message and return its text; "" if there is none."""
    box = message()
    if box is None:
        return ""
    text = box.text()
    box.reject()
    spin(lambda: message() is None)
    return text


def open_messages() -> list[str]:
    """Return what the add-on shows or asks at the moment, closed without an answer."""
    found = []
    while message() is not None:
        found.append(dismiss())
    box = question()
    if box is not None:
        found += [label.text() for label in box.findChildren(QLabel)][:1]
        answer("cancel")  # a server waits behind it
    return found


def sheet() -> QWidget | None:
    """Return the window with what to type on a phone, if it is shown."""
    return window("phone_sheet")


def profile() -> dict[str, Any]:
    """Return the open profile in memory."""
    opened = anki().pm.profile
    assert opened is not None
    return opened


def log_in_to_ankiweb_again() -> None:
    """Give the profile the login it had before Anki or a test changed it."""
    profile().pop("customSyncUrl", None)
    profile().update(ANKIWEB)
    anki().pm.save()


def add_note(front: str) -> int:
    """Add a note to the open collection; returns its id."""
    col = anki().col
    note = col.new_note(col.models.current())  # its name and fields are in Anki's language
    note.fields = [front, "back"]
    with own_moment():
        col.add_note(note, DEFAULT_DECK_ID)
    return note.id
