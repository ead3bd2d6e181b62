"""AnkiWeb, this computer, another server, and back: nothing is lost, the login least of all."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from aqt.qt import QApplication, QLabel, QMessageBox, QPushButton

from addon.hosting import LanServer
from addon.redirect.settings import Mode

from .. import running
from ..base import ANKIWEB, identity, on_disk, settings
from ..settings.window import ask, choose_mode, fill_in, open_settings

pytestmark = pytest.mark.usefixtures("anki")


@pytest.fixture
def elsewhere(lan_server: LanServer) -> LanServer:
    lan_server.accounts.add("me", "secret")
    return lan_server


def choose(mode: Mode, address: str = "", password: str = "") -> None:
    """Save the settings with another mode."""
    dialog = open_settings()
    choose_mode(dialog, mode)
    if address:
        fill_in(dialog, address, "me", password)
    ask(dialog, "save")


def texts() -> str:
    box = running.question()
    assert box is not None
    return " ".join(label.text() for label in box.findChildren(QLabel))


def decline_ankis_question() -> bool:
    box = QApplication.activeModalWidget()
    if not isinstance(box, QMessageBox):
        return False
    box.buttons()[-1].click()
    return True


def test_all_modes_and_back_leave_the_profile_as_it_was(base: Path, elsewhere: LanServer) -> None:
    running.add_note("one")
    before = copy.deepcopy(running.profile())
    choose(Mode.THIS_COMPUTER)
    assert running.action("toggle").isChecked()
    address = f"http://127.0.0.1:{elsewhere.port}/"

    choose(Mode.ANOTHER_SERVER, address.removeprefix("http://") + "sync", "wrong")
    dialog = running.settings_dialog()
    assert dialog is not None, "a wrong password is said in the dialog"
    result = dialog.findChild(QLabel, "lan_sync_test_result")
    assert isinstance(result, QLabel)
    assert result.text()
    dialog.reject()
    assert settings(base)["mode"] == "this_computer"

    choose(Mode.ANOTHER_SERVER, address, "secret")
    assert "not known yet" in texts()
    running.answer("cancel")
    assert settings(base)["mode"] == "this_computer"
    choose(Mode.ANOTHER_SERVER, address, "secret")
    box = running.question()
    assert box is not None
    ok = box.findChild(QPushButton, "lan_sync_switch_ok")
    assert isinstance(ok, QPushButton)
    ok.click()
    running.spin(decline_ankis_question)
    running.settle()
    assert running.profile()["customSyncUrl"] == address
    assert running.profile()["syncUser"] == "me"
    assert settings(base)["choice"] == {"mode": "another_server", "address": address}
    running.anki().pm.save()
    assert identity(on_disk(base)) == ANKIWEB

    choose(Mode.THIS_COMPUTER)
    assert settings(base)["choice"]["mode"] == "off"
    choose(Mode.OFF)
    assert "me@example.org" in texts()
    running.answer("ok")
    assert not running.action("toggle").isChecked()
    after = running.profile()
    changing = {"lastSync", "mainWindowGeom", "mainWindowState", "lastOptimize"}
    assert {k: v for k, v in after.items() if k not in changing} == {
        k: v for k, v in before.items() if k not in changing
    }


@pytest.mark.parametrize("keep", ["anki", "server"])
def test_the_person_chooses_the_side_that_stays_and_the_other_is_backed_up(
    base: Path, keep: str
) -> None:
    col = running.anki().col
    running.add_note(f"shared {keep}")
    running.click("toggle")
    running.click("toggle")
    running.add_note(f"only in Anki {keep}")
    col.mod_schema(check=False)  # as a one-way sync with AnkiWeb does
    record = settings(base)
    server_backups = base / "lan_sync" / "users" / record["account"] / "backups"
    anki_backups = base / "User 1" / "backups"
    before = [set(folder.glob("*")) for folder in (server_backups, anki_backups)]
    running.click("toggle")
    shown = texts()
    assert "Which one do you want to keep?" in shown
    assert str(col.note_count()) in shown
    assert not running.action("toggle").isChecked()
    running.answer(f"keep_{keep}")
    running.spin(lambda: running.action("toggle").isChecked())
    running.settle()
    found = running.anki().col.find_notes(f'"front:only in Anki {keep}"')
    assert bool(found) is (keep == "anki")
    after = [set(folder.glob("*")) for folder in (server_backups, anki_backups)]
    assert after[0 if keep == "anki" else 1] - before[0 if keep == "anki" else 1]


def test_declining_changes_nothing(base: Path) -> None:
    running.add_note("declined")
    running.click("toggle")
    running.click("toggle")
    running.anki().col.mod_schema(check=False)
    before = copy.deepcopy(running.profile())
    running.click("toggle")
    running.answer("cancel")
    assert not running.action("toggle").isChecked()
    assert running.profile() == before
    assert settings(base)["mode"] == "off"


def test_switching_off_can_be_declined() -> None:
    running.switch_on()
    running.action("toggle").trigger()
    running.settle()
    running.answer("cancel")
    assert running.action("toggle").isChecked()
