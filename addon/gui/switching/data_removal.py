"""What happens to the server's data when the add-on is deleted."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from aqt.qt import QFile, QMessageBox, Qt

from ...errors import DataFolderInUse
from ...i18n import tr
from ...logfile import FORMER_LOG_NAME, LOG_NAME
from ...store import patient
from ...store.folder_lock import NAME as LOCK_NAME
from ...store.folder_lock import locked
from ...store.paths import replaced_path, users_path
from ..parts.mnemonics import give_mnemonics
from ..parts.problems import explain

if TYPE_CHECKING:
    from aqt.main import AnkiQt

logger = logging.getLogger(__name__)

# Libraries, log and lock are nobody's work, and Windows cannot trash them while in use, so they are
# deleted. Everything else goes to the trash, even what a later version adds.
_NOT_PERSONAL = frozenset({"lib", LOG_NAME, FORMER_LOG_NAME, LOCK_NAME})

_PATIENCE = 5.0  # seconds for our own server's last request


def has_data(data: Path) -> bool:
    """Return whether the server keeps anything a person may want."""
    return any(
        folder.is_dir() and any(folder.iterdir())
        for folder in (users_path(data), replaced_path(data))
    )


def wants_data_deleted(mw: AnkiQt, data: Path) -> bool:
    """Ask, and wait for the answer, because Anki deletes the add-on right after."""
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
    give_mnemonics(box)
    box.exec()
    return box.clickedButton() is delete


def move_to_trash(data: Path) -> None:
    """Move what the server kept to the trash, for all profiles; raises OSError with a sentence.

    The server here was stopped; another Anki may serve the same folder.
    """
    # Qt's, because Anki's own deletes for good where there is no trash; Qt 5.12 has none
    move = getattr(QFile, "moveToTrash", None)
    try:
        with locked(data, _PATIENCE):
            for path in sorted(data.iterdir()):
                if path.name in _NOT_PERSONAL:
                    continue
                moved = move is not None and move(str(path))
                if not (moved[0] if isinstance(moved, tuple) else moved):
                    raise OSError(str(path))
    except DataFolderInUse as problem:
        raise OSError(explain(problem)) from problem
    for path in sorted(data.iterdir()):
        with contextlib.suppress(OSError):  # in use
            if path.name in _NOT_PERSONAL:
                patient.remove_tree(path) if path.is_dir() else patient.remove(path)
    with contextlib.suppress(OSError):
        patient.remove_folder(data)
