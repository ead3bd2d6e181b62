"""`python -m tools.demo.desktop install|sync ...`: one start of real Anki, driven from inside.

install BASE PACKAGE LISTEN    through Anki's add-on manager
sync BASE RESULT PICTURE [--keep]    switch on, let the second client sync, report
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import aqt
from aqt import gui_hooks
from aqt.addons import InstallOk
from aqt.main import AnkiQt
from aqt.qt import (
    QAction,
    QApplication,
    QColor,
    QLabel,
    QMessageBox,
    QPainter,
    QPixmap,
    QPushButton,
    QTimer,
    QWidget,
)

from ..environment import ROOT
from .report import inventory
from .scratch import PROFILE

PACKAGE = "lan_sync"
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


def main(step: str, base: str, *arguments: str) -> int:
    """Start Anki, do the step, and quit unless told to stay; return Anki's exit code."""
    app = start_anki(base)
    if step == "install":
        _install(Path(arguments[0]), arguments[1])
    else:
        _sync(Path(base), Path(arguments[0]), Path(arguments[1]))
    if "--keep" not in arguments:
        QTimer.singleShot(0, main_window().unloadProfileAndExit)
    return app.exec()


def start_anki(base: str, language: str = "en") -> aqt.AnkiApp:
    """Start Anki on a folder of scratch.py and wait until it is idle."""
    # Names a socket through which Anki would find, and raise, another running Anki.
    aqt.AnkiApp.KEY = f"lan-sync-demo-{os.getpid()}"
    opened: list[bool] = []
    gui_hooks.profile_did_open.append(lambda: opened.append(True))
    app = aqt._run(argv=["anki", "-b", base, "-p", PROFILE, "-l", language], exec=False)
    sys.stderr = sys.__stderr__  # Anki's own would show a window
    if app is None:
        raise SystemExit("another Anki runs with the same key")
    wait(lambda: opened, "Anki opens the profile")
    settle()
    return app


def _install(package: Path, listen: str) -> None:
    addons = main_window().addonManager
    answer = addons.install(str(package))
    if not isinstance(answer, InstallOk) or not answer.compatible:
        raise SystemExit(f"Anki did not install {package}: {answer}")
    config = addons.getConfig(PACKAGE) or {}
    addons.writeConfig(PACKAGE, {**config, "listen": listen})


def _sync(base: Path, result: Path, picture: Path) -> None:
    action("lan_sync_toggle").trigger()
    window = wait(sheet, "the window with what to type on a phone opens")
    assert window is not None
    settle()
    shown = read(window)
    held = phone(base / "phone", shown)
    # What the phone sent appears in Anki automatically.
    wait_until_in_step(held)
    found = {"shown": shown, "phone": held, "desktop": inventory(main_window().col)}
    _paint(picture, main_window(), window)
    unfinished = result.with_suffix(".part")
    unfinished.write_text(json.dumps(found), encoding="utf-8")
    unfinished.replace(result)


def sheet() -> QWidget | None:
    """Return the window with what to type, if it is open; accept the offer of another port."""
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget.objectName() == "lan_sync_phone_sheet":
            return widget
        if widget.isVisible() and isinstance(widget, QMessageBox):
            offers = [
                button
                for button in widget.buttons()
                if widget.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole
            ]
            if not offers:
                raise SystemExit(f"Anki says: {widget.text()}")
            print(widget.text(), flush=True)
            offers[0].click()
    return None


def read(window: QWidget) -> dict[str, str]:
    """Return what a person reads from the window."""
    show = child(window, QPushButton, "lan_sync_show_password")
    show.click()
    names = ("address", "user", "password")
    shown = {name: child(window, QLabel, f"lan_sync_{name}").text() for name in names}
    show.click()
    return shown


def phone(folder: Path, shown: dict[str, str], python: str = sys.executable) -> Any:
    """Run the second client while Anki and its server keep running; return what it contains.

    If this Anki is not the newest, `python` is that of .venv.
    """
    folder.mkdir()
    typed, held = folder / "typed.json", folder / "held.json"
    typed.write_text(json.dumps(shown), encoding="utf-8")
    with typed.open("rb") as stdin, held.open("wb") as stdout:
        command = [python, "-m", "tools.demo.phone", str(folder)]
        process = subprocess.Popen(command, cwd=ROOT, stdin=stdin, stdout=stdout)
    wait(lambda: process.poll() is not None, "the second client ends")
    if process.returncode != 0:
        raise SystemExit("the second client failed; see its output above")
    return json.loads(held.read_text("utf-8"))


def wait_until_in_step(held: Any, seconds: float = 30) -> None:
    """Wait, but not longer than this, until Anki has what the phone has; the caller compares."""
    end = time.monotonic() + seconds
    wait(
        lambda: time.monotonic() > end or as_told(main_window().col) == held,
        "Anki has what the phone sent",
    )
    settle()


def as_told(col: Any) -> Any:
    """Return a collection's content in the form in which the second client reports it."""
    return json.loads(json.dumps(inventory(col)))


def _paint(path: Path, *windows: QWidget) -> None:
    """Save a picture of these windows side by side, and of nothing else on the screen."""
    pictures = [window.grab() for window in windows]
    ratio = pictures[0].devicePixelRatio()
    sizes = [picture.deviceIndependentSize().toSize() for picture in pictures]
    width = sum(size.width() for size in sizes)
    height = max(size.height() for size in sizes)
    whole = QPixmap(int(width * ratio), int(height * ratio))
    whole.setDevicePixelRatio(ratio)
    whole.fill(QColor("white"))
    painter = QPainter(whole)
    left = 0
    for picture, size in zip(pictures, sizes, strict=True):
        painter.drawPixmap(left, 0, picture)
        left += size.width()
    painter.end()
    path.parent.mkdir(exist_ok=True)
    if not whole.save(str(path)):
        raise SystemExit(f"cannot write {path}")


def main_window() -> AnkiQt:
    """Return Anki's main window."""
    assert aqt.mw is not None
    return aqt.mw


def action(name: str) -> QAction:
    """Return an entry of the Tools menu."""
    found = main_window().findChild(QAction, name)
    if found is None:
        raise SystemExit(f"the Tools menu has no {name}: the add-on was not loaded")
    return found


def child(parent: QWidget, kind: type[W], name: str) -> W:
    """Return a part of a window, by its name."""
    found = parent.findChild(kind, name)
    if found is None:
        raise SystemExit(f"{parent.objectName()} has no {name}")
    return found


def settle() -> None:
    """Wait until Anki and the add-on are idle: no progress window, no operation, no media sync,
    no background work except a question to another server."""
    mw = main_window()

    def quiet() -> bool:
        operations = getattr(mw, "_background_op_count", 0)  # since 2.1.45
        if mw.progress.busy() or operations or mw.media_syncer.is_syncing():
            return False
        return not any(each.name == "lan-sync-background" for each in threading.enumerate())

    for _ in range(5):  # one thing may lead to another
        wait(quiet, "Anki comes to rest")
        for _ in range(10):
            QApplication.processEvents()
            time.sleep(0.01)


def wait(condition: Callable[[], T], what: str, seconds: float = 120) -> T:
    """Run Qt's event loop until the condition returns something true; return that."""
    end = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > end:
            raise SystemExit(f"timed out after {seconds:.0f} s, waiting until {what}")
        QApplication.processEvents()
        time.sleep(0.01)
    return value


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
