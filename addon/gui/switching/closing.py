"""The window shown while a closing profile waits for a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from aqt.qt import QApplication, QDialog, QEventLoop, Qt, QVBoxLayout

from ...i18n import tr
from ..parts.widgets import WrappingLabel

if TYPE_CHECKING:
    from aqt.main import AnkiQt

_WITHOUT_WINDOW = 0.3  # seconds; a server without a running sync has stopped by then
_PAUSE = 0.05


def wait_and_say_so(mw: AnkiQt, ended: Callable[[float], bool]) -> None:
    """Wait until `ended`, which waits for its argument in s, is true; say so if it takes long."""
    if ended(_WITHOUT_WINDOW):
        return
    # not Anki's own progress window: Anki is in the middle of closing, and may be showing it
    window = QDialog(mw)
    window.setObjectName("lan_sync_closing")
    window.setWindowTitle(tr.menu_title())
    window.setWindowModality(Qt.WindowModality.ApplicationModal)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(24, 20, 24, 20)
    layout.addWidget(WrappingLabel(tr.switching_closing(), "lan_sync_closing_text"))
    window.setMinimumWidth(360)
    window.show()
    while not ended(_PAUSE):
        # no clicks: everything is half closed
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    window.close()
