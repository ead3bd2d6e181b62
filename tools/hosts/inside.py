"""`python -m tools.hosts.inside TASK`: one start of any version of Anki, driven from inside.

TASK is a JSON file written by trial.py; the findings go to TASK.found. This also runs on Python 3.8
with PyQt5.

install           through Anki's add-on manager; then make a small collection
serve             let phones sync, and sync one; stays on
serve-again       the same after a restart, and each window; odd visitors at the port
redirect          sync with another server, chosen in the settings; both stay on
redirect-again    the same after a restart, switch both off
"""

from __future__ import annotations

import faulthandler
import json
import os
import platform
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any, Callable, Dict, List, NoReturn, cast

import aqt.update
from aqt.addons import InstallOk
from aqt.qt import (
    QT_VERSION_STR,
    QAction,
    QApplication,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPoint,
    QPushButton,
    QRadioButton,
    QTimer,
    QWidget,
)

from ..data_folder import ANKIWEB, identity
from ..demo import desktop, scratch
from ..demo.report import COUNTED
from ..environment import ROOT
from .dialogs import Watch

Task = Dict[str, Any]
_SECONDS = 150  # for all; a busy machine must not fail a host
ENVIRONMENT = {name: os.environ.get(name) for name in ("SYNC_ENDPOINT", "SYNC_ENDPOINT_MEDIA")}


def main(path: str) -> NoReturn:
    """Start Anki, do the step, quit with Anki's exit code."""
    # shows where it hangs, most likely in a dialog that nobody sees
    faulthandler.dump_traceback_later(_SECONDS, exit=True, file=2)
    task: Task = json.loads(Path(path).read_text("utf-8"))
    # 23.10 to 24.06 look for a newer Anki whatever the settings say
    setattr(aqt.update, "check_for_update", lambda: None)  # noqa: B010
    watch = Watch()
    watch.begin_with_anki()
    app = desktop.start_anki(task["base"])
    faulthandler.enable(file=2)  # Anki has sent it to a file of its own
    STEPS[task["step"]](task, watch)
    desktop.settle()
    watch.complain()
    found = {
        "python": platform.python_version(),
        "qt": QT_VERSION_STR,
        "werkzeug": metadata.version("werkzeug"),
    }
    Path(f"{path}.found").write_text(json.dumps(found), encoding="utf-8")
    QTimer.singleShot(0, desktop.main_window().unloadProfileAndExit)
    code: int = app.exec()
    watch.complain()  # closing may sync
    # not sys.exit(): with Qt 5, Python's own cleanup crashes now and then, add-on or not
    os._exit(code)


def install(task: Task, _watch: Watch) -> None:
    """Install the package, listen on loopback only, and make a collection."""
    addons = desktop.main_window().addonManager
    answer = addons.install(task["package"])
    if not isinstance(answer, InstallOk) or not answer.compatible:
        raise SystemExit(f"Anki did not install the package: {answer}")
    config = addons.getConfig(desktop.PACKAGE) or {}
    changed = {**config, "listen": "127.0.0.1", "port": task["port"]}
    addons.writeConfig(desktop.PACKAGE, changed)
    _fill(desktop.main_window().col)


def _fill(col: Any) -> None:
    if hasattr(col, "set_v3_scheduler"):  # since 2.1.45; the phone knows no other
        _first(col, "upgrade_to_v2_scheduler", "changeSchedulerVer")(
            *(() if hasattr(col, "upgrade_to_v2_scheduler") else (2,))
        )
        col.set_v3_scheduler(True)
    model = _first(col.models, "by_name", "byName")("Basic")
    deck = col.decks.id(scratch.DECK)
    for front, back in scratch.NOTES:
        note = _first(col, "new_note", "newNote")(*([model] if hasattr(col, "new_note") else []))
        note.fields[:2] = [front, back]
        col.add_note(note, deck)
    col.media.write_data("red.svg", scratch.PICTURE)


def _first(owner: Any, *names: str) -> Callable[..., Any]:
    """Return the first of these methods that this version has."""
    method: Callable[..., Any] = getattr(owner, next(n for n in names if hasattr(owner, n)))
    return method


def serve(task: Task, _watch: Watch) -> None:
    """Do what tools/demo does in the newest Anki."""
    toggle = desktop.action("lan_sync_toggle")
    if not task["serves"]:
        _look_at_menu(_Pictures(Path(task["pictures"])))
        _expect_refusal(toggle)
        return
    toggle.trigger()
    sheet = desktop.wait(desktop.sheet, "the window with what to type on a phone opens")
    assert sheet is not None
    desktop.settle()
    _one_tap(task, desktop.read(sheet))
    sheet.close()


def serve_again(task: Task, watch: Watch) -> None:
    """Sync another phone; then look at each window."""
    if not task["serves"]:
        return
    picture = _Pictures(Path(task["pictures"]))
    connect = desktop.action("lan_sync_connect")
    desktop.wait(connect.isEnabled, "the server runs again")
    connect.trigger()
    sheet = _window("lan_sync_phone_sheet")
    picture.take(sheet, "connect")
    _one_tap(task, desktop.read(sheet))
    desktop.child(sheet, QPushButton, "lan_sync_check").click()
    check = _window("lan_sync_check_window")
    again = desktop.child(check, QPushButton, "lan_sync_check_again")
    desktop.wait(again.isEnabled, "the self-test ends")
    picture.take(check, "check")
    check.close()
    sheet.close()
    for name, window in (("devices", "devices_window"), ("settings", "settings_dialog")):
        desktop.action(f"lan_sync_{name}").trigger()
        opened = _window(f"lan_sync_{window}")
        picture.take(opened, name)
        opened.close()
    _look_at_menu(picture)
    if not _dot() > 0.5:
        raise SystemExit("the dot is not at the end of the bar below the deck list")
    _let_odd_visitors_come(task)
    watch.complain()


def _let_odd_visitors_come(task: Task) -> None:
    """Send a TLS hello and nonsense, and let connections time out: nothing may reach stderr, which
    Ankis before 24.04 show."""
    connection = sys.modules[f"{desktop.PACKAGE}.net.connection"]
    waits = {name: getattr(connection, name) for name in ("IO_TIMEOUT", "IDLE_TIMEOUT")}
    for name in waits:
        setattr(connection, name, 0.5)
    heard: List[str] = []
    handler: Any = desktop.main_window().errorHandler
    sys.stderr = handler  # start_anki has put it aside
    write = handler.write

    def hear(text: str) -> None:
        heard.append(text)
        write(text)

    handler.write = hear
    config = desktop.main_window().addonManager.getConfig(desktop.PACKAGE) or {}
    visitors = subprocess.Popen(
        [task["python"], "-m", "tests.net.odd_visitors", str(config["port"])],
        cwd=ROOT,
        stderr=sys.__stderr__,
    )
    desktop.wait(lambda: visitors.poll() is not None, "the odd visitors leave")
    desktop.settle()
    del handler.write
    sys.stderr = sys.__stderr__
    for name, seconds in waits.items():
        setattr(connection, name, seconds)
    if heard or visitors.returncode != 0:
        raise SystemExit(f"odd visitors: {visitors.returncode}, {''.join(heard)}")


def _expect_refusal(toggle: QAction) -> None:
    """Check that an Anki too old to serve says so."""
    if "2.1.50" not in toggle.text():
        raise SystemExit(f"the menu does not say that this Anki is too old: {toggle.text()}")
    toggle.trigger()
    box = cast(QMessageBox, _window("lan_sync_message"))
    message = box.text()
    box.close()
    if "2.1.50" not in message:
        raise SystemExit(f"the message does not say that this Anki is too old: {message}")
    if toggle.isChecked():
        raise SystemExit("the menu shows a tick though nothing is switched on")


def redirect(task: Task, watch: Watch) -> None:
    """Choose another server in the settings, and upload to it."""
    elsewhere = task["elsewhere"]
    watch.login = (elsewhere["user"], elsewhere["password"])
    desktop.action("lan_sync_settings").trigger()
    settings = _window("lan_sync_settings_dialog")
    desktop.child(settings, QRadioButton, "lan_sync_server_other").setChecked(True)
    for name in ("address", "user", "password"):
        field = desktop.child(settings, QLineEdit, f"lan_sync_{name}_elsewhere")
        field.setText(elsewhere[name])
    picture = _Pictures(Path(task["pictures"]))
    picture.take(settings, "elsewhere")
    desktop.child(settings, QPushButton, "lan_sync_save").click()
    _agree()
    # before 23.10 Anki's upload of a collection cuts off the media sync that runs beside it
    _sync()
    _sync_with_client(task, elsewhere)
    _own_phone_too(task)
    _stay_on()


def redirect_again(task: Task, _watch: Watch) -> None:
    """Sync another client of the other server, and another phone."""
    _sync_with_client(task, task["elsewhere"])
    _own_phone_too(task)
    if not task["serves"] and _dot() != 0:
        raise SystemExit("there is a dot though this computer is no server")
    _switch_off(_Pictures(Path(task["pictures"])), task["serves"])


def _sync_with_client(task: Task, shown: Dict[str, str]) -> None:
    """Sync a new client of the other server, sync with Anki's own button, and compare."""
    folder = Path(f"{task['base']}-{task['step']}-client")
    held = desktop.phone(folder, shown, task["python"])
    _sync()
    _compare(held)


def _own_phone_too(task: Task) -> None:
    """Let a phone get everything that Anki has by now, and send something."""
    if task["serves"]:
        connect = desktop.action("lan_sync_connect")
        desktop.wait(connect.isEnabled, "the server runs")
        connect.trigger()
        sheet = _window("lan_sync_phone_sheet")
        desktop.settle()
        shown = desktop.read(sheet)
        sheet.close()
        _one_tap(task, shown)


def _one_tap(task: Task, shown: Dict[str, str]) -> None:
    """Let a new phone download, change and sync; Anki must follow without being touched."""
    folder = Path(f"{task['base']}-{task['step']}-phone")
    held = desktop.phone(folder, shown, task["python"])
    desktop.wait_until_in_step(held)
    _compare(held)


def _compare(held: Any) -> None:
    ours = desktop.as_told(desktop.main_window().col)
    differing = [kind for kind in COUNTED if ours[kind] != held[kind]]
    if differing:
        pairs = "\n".join(f"{kind}: {ours[kind]}\nphone: {held[kind]}" for kind in differing)
        raise SystemExit(f"desktop and phone differ:\n{pairs}")


def _sync() -> None:
    """Click Anki's own button; during a media sync, it would only show the progress."""
    desktop.settle()
    desktop.main_window().on_sync_button_clicked()
    desktop.settle()


def _stay_on() -> None:
    """Sync when Anki closes and opens; with which server differs between versions of Anki."""
    _profile()["autoSync"] = True


def _switch_off(picture: _Pictures, serves: bool) -> None:
    """Switch both off, and check that everything is as before."""
    _profile()["autoSync"] = False
    desktop.action("lan_sync_elsewhere").trigger()
    picture.take(_window("lan_sync_switch"), "switch")
    _agree()
    desktop.settle()
    if serves:
        desktop.action("lan_sync_toggle").trigger()
        desktop.settle()
    now = (identity(_profile()), {name: os.environ.get(name) for name in ENVIRONMENT})
    if now != (ANKIWEB, ENVIRONMENT):
        raise SystemExit(f"after switching off: {now}; before: {ANKIWEB}, {ENVIRONMENT}")
    for name in ("toggle", "elsewhere"):
        if desktop.action(f"lan_sync_{name}").isChecked():
            raise SystemExit(f"the menu still shows a tick at {name}")


def _profile() -> Task:
    profile = desktop.main_window().pm.profile
    assert profile is not None
    return profile


def _look_at_menu(picture: _Pictures) -> None:
    menu = desktop.child(desktop.main_window(), QMenu, "lan_sync_menu")
    menu.popup(desktop.main_window().mapToGlobal(QPoint(40, 40)))
    picture.take(menu, "menu")
    menu.close()


def _dot() -> float:
    """Return where the dot is in the bar, from 0 (left) to 1 (right); 0 if it is hidden.

    The browsers of old Qt versions support less CSS.
    """
    answers: List[Any] = []
    script = """(dot => dot && dot.getBoundingClientRect().x / innerWidth)
        (document.getElementById('lan-sync-status'))"""
    for _ in range(20):  # Anki may be drawing the bar
        desktop.settle()
        answers.clear()
        desktop.main_window().bottomWeb.evalWithCallback(script, answers.append)
        desktop.wait(lambda: answers, "the bar below the deck list answers")
        if isinstance(answers[0], (int, float)):
            return answers[0]
    raise SystemExit("the bar below the deck list has no dot")


def _agree() -> None:
    question = _window("lan_sync_switch")
    desktop.child(question, QPushButton, "lan_sync_switch_ok").click()


def _window(name: str) -> QWidget:
    def find() -> List[QWidget]:
        widgets = QApplication.topLevelWidgets()
        return [each for each in widgets if each.isVisible() and each.objectName() == name]

    found = desktop.wait(find, f"{name} opens", seconds=30)
    return found[0]


class _Pictures:
    """Saves pictures of the windows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, window: QWidget, name: str) -> None:
        desktop.settle()
        self._folder.mkdir(parents=True, exist_ok=True)
        if not window.grab().save(str(self._folder / f"{name}.png")):
            raise SystemExit(f"cannot paint {name}")


STEPS = {
    "install": install,
    "serve": serve,
    "serve-again": serve_again,
    "redirect": redirect,
    "redirect-again": redirect_again,
}


if __name__ == "__main__":
    main(sys.argv[1])
