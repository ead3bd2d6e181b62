"""Add-ons > Config: Anki's own editor, with our schema, counting at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import aqt
import pytest
from aqt.addons import AddonsDialog, ConfigEditor
from aqt.qt import QApplication, QLabel, QMessageBox, QPushButton, QTimer

from tests.ports import free_port

from .. import running
from ..base import ANKIWEB, identity, on_disk

pytestmark = pytest.mark.usefixtures("anki")


def edit(config: dict[str, Any]) -> str:
    """Type a configuration into Anki's editor and press OK; returns the error it shows, if any."""
    running.anki().addonManager.onAddonsDialog()
    dialog = aqt.dialogs._dialogs["AddonsDialog"][1]
    assert isinstance(dialog, AddonsDialog)
    row = [addon.dir_name for addon in dialog.addons].index(running.PACKAGE)
    dialog.form.addonList.setCurrentRow(row)
    dialog.onConfig()
    settings = running.settings_dialog()
    assert settings is not None
    as_text = settings.findChild(QPushButton, "lan_sync_as_text")
    assert isinstance(as_text, QPushButton)
    as_text.click()
    editor = next(
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, ConfigEditor) and widget.isVisible()
    )
    editor.form.editor.setPlainText(json.dumps(config))
    shown: list[str] = []

    def read_error() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            shown.append(box.text())
            box.close()

    QTimer.singleShot(300, read_error)
    editor.accept()
    if shown:
        editor.reject()
    running.settle()
    dialog.reject()
    running.settle()
    return shown[0] if shown else ""


def test_another_port_takes_effect_at_once(base: Path) -> None:
    running.switch_on()
    port = free_port()
    assert edit({**running.config(), "port": port}) == ""
    assert running.dismiss() == ""
    sheet = running.sheet()
    assert sheet is not None
    address = sheet.findChild(QLabel, "lan_sync_address")
    assert isinstance(address, QLabel)
    assert address.text() == f"http://127.0.0.1:{port}/"
    assert running.own_address() == address.text()
    assert identity(running.profile()) == identity(on_disk(base)) == ANKIWEB


@pytest.mark.parametrize(
    ("key", "value"),
    [("port", 0), ("endpoint", "ftp://x/"), ("allow", "all"), ("backup_count", 0)],
)
def test_a_wrong_value_is_refused_by_name(key: str, value: object) -> None:
    config = running.config()
    assert edit({**config, key: value}).startswith(f"{key}: ")
    assert running.config() == config
