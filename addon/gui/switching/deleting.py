"""The add-on is about to be deleted: what becomes of the data its server kept."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from aqt.qt import QFile, QMessageBox, Qt

from ...i18n import tr
from ...store.paths import users_path

if TYPE_CHECKING:
    from aqt.main import AnkiQt

logger = logging.getLogger(__name__)

# the rest (libraries, log) is nobody's work, and Windows does not delete it while it is in use
_PERSONAL = ("users", "accounts.db", "profiles.json")


def has_data(data: Path) -> bool:
    """Whether the server keeps anything a person may want."""
    users = users_path(data)
    return users.is_dir() and any(users.iterdir())


def wants_data_deleted(mw: AnkiQt, data: Path) -> bool:
    """Ask; waits for the answer, because Anki deletes the add-on right after."""
    box = QMessageBox(mw)
    box.setObjectName("lan_sync_delete_data")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr.menu_title())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr.switching_delete_data(path=str(data)))
    keep = box.addButton(tr.switching_delete_keep(), QMessageBox.ButtonRole.RejectRole)
    delete = box.addButton(tr.switching_delete_trash(), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is delete


def move_to_trash(data: Path) -> None:
    """Move what the server kept to the trash, for all profiles; raises OSError."""
    # Qt's, because Anki's own deletes for good where there is no trash; Qt 5.12 has none
    move = getattr(QFile, "moveToTrash", None)
    for name in _PERSONAL:
        path = data / name
        if not path.exists():
            continue
        moved = move is not None and move(str(path))
        if not (moved[0] if isinstance(moved, tuple) else moved):
            raise OSError(str(path))
    shutil.rmtree(data, ignore_errors=True)
