"""What child.py can do in an Anki of its own. Each returns something JSON can hold."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aqt
from aqt.addons import InstallOk
from aqt.qt import QAbstractButton, QAction, QApplication, QMenu, QMessageBox, QTimer
from aqt.theme import Theme

from tools.screenshots.tour import Tour

from . import running
from .base import identity
from .child import GO_ON, OPEN
from .looks import look as look_at


def install(package: str) -> bool:
    """Install the built package as Anki does."""
    done = running.anki().addonManager.install(package)
    assert isinstance(done, InstallOk), done
    assert done.name == "LAN Sync"
    return done.compatible


def look() -> dict[str, Any]:
    """Return what an Anki just opened looks like."""
    box = running.message()
    menu = running.anki().findChild(QAction, "lan_sync_toggle") is not None
    return {
        "identity": identity(running.profile()),
        "menu": menu,
        "on": menu and running.action("toggle").isChecked(),
        "address": running.own_address() if menu else "",
        "message": box.text() if box else "",
        "server loaded": f"{running.PACKAGE}.hosting" in sys.modules,
    }


def switch_on() -> dict[str, Any]:
    """Click the toggle, in a collection that is not empty."""
    running.add_note("there before")
    running.click("toggle")
    return look()


def ask_for_the_buttons_colour_and_switch_on() -> dict[str, Any]:
    """Let Anki make its first request, with the login there is, before anything is switched."""
    running.anki().toolbar.update_sync_status()
    running.settle()
    return switch_on()


def add_note(front: str) -> dict[str, Any]:
    """Add a note; what happens to it on closing is the point."""
    running.add_note(front)
    running.anki().col.media.write_data(f"{front}.txt", front.encode())
    return look()


def stay_open() -> dict[str, Any]:
    """Keep the window open until the test says go on."""
    base = Path(running.anki().pm.base)
    written = base / f"{OPEN}.new"
    written.write_text(json.dumps(look()), encoding="utf-8")
    written.rename(base / OPEN)
    running.spin((base / GO_ON).exists, 100)
    return look()


def fronts() -> list[str]:
    """Return the first field of every note."""
    col = running.anki().col
    return [col.get_note(id).fields[0] for id in col.find_notes("")]


def disable() -> dict[str, Any]:
    """Disable the add-on as the Add-ons dialog does."""
    running.anki().addonManager.toggleEnabled(running.PACKAGE, enable=False)
    return look()


def answer_next_box(answer: Callable[[QMessageBox], object]) -> None:
    """Call `answer` with the message box that opens next, once it is shown."""
    present = QApplication.activeModalWidget()
    looking = QTimer(QApplication.instance())

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box is not present:
            looking.stop()
            answer(box)

    looking.timeout.connect(look)
    looking.start(20)


def delete(data: str = "keep") -> dict[str, Any]:
    """Delete the add-on in Anki's dialog, and "keep" or "trash" what the server has."""
    running.anki().addonManager.onAddonsDialog()
    dialog = aqt.dialogs._dialogs["AddonsDialog"][1]
    row = [addon.dir_name for addon in dialog.addons].index(running.PACKAGE)
    dialog.form.addonList.setCurrentRow(row)

    questions: list[str] = []

    def agree(box: QMessageBox) -> None:
        button = box.button(QMessageBox.StandardButton.Yes)
        assert button is not None
        answer_next_box(about_the_data)
        button.click()

    def about_the_data(box: QMessageBox) -> None:
        assert box.objectName() == "lan_sync_delete_data"
        questions.append(box.text())
        default = box.defaultButton()
        (other,) = (button for button in box.buttons() if button is not default)
        chosen = default if data == "keep" else other
        assert chosen is not None
        chosen.click()

    answer_next_box(agree)
    dialog.onDelete()
    running.spin(lambda: questions)
    menu = running.anki().findChild(QMenu, "lan_sync_menu")
    assert isinstance(menu, QMenu)
    entry = menu.menuAction()
    assert entry is not None
    assert not entry.isVisible()
    dialog.reject()
    running.settle()
    return {"identity": identity(running.profile()), "questions": questions}


def crash() -> None:
    """End the process without any closing, with a profile saved in between."""
    running.anki().pm.save()
    os._exit(7)


def quit_without_closing() -> None:
    """End the application as another add-on may, without closing the profile."""
    app = QApplication.instance()
    assert app is not None
    QTimer.singleShot(0, app.quit)
    app.exec()
    os._exit(7)


def end_python() -> None:
    """End the interpreter with the profile open and Anki's application still there."""
    sys.exit(1)  # child.py sees to the exit code


def use_offered_port() -> dict[str, Any]:
    """Accept the port offered in the message that the port is taken."""
    box = running.message()
    assert box is not None
    message = box.text()
    button = next(
        button
        for button in box.buttons()
        if box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole
    )
    assert isinstance(button, QAbstractButton)
    button.click()
    running.spin(lambda: running.message() is None)
    running.settle()
    return {**look(), "offer": message}


def tour() -> dict[str, Any]:
    """Switch on and look at every window; the results by the windows' names."""
    switch_on()
    sheet = running.sheet()
    assert sheet is not None
    sheet.close()
    seen: dict[str, Any] = {}
    Tour(lambda window, name: seen.update({name: look_at(window)})).take()
    return seen


def tour_in_the_dark() -> dict[str, Any]:
    """`tour` in the dark theme."""
    running.anki().set_theme(Theme.DARK)
    return tour()
