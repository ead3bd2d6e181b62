"""Short messages that do not block, unlike Anki's own showWarning()."""

from __future__ import annotations

from typing import Callable, Optional

from aqt.qt import QCheckBox, QMessageBox, Qt, QWidget, qconnect

from ...i18n import tr
from .mnemonics import give_mnemonics


def show_message(parent: QWidget, text: str, title: str = "", warning: bool = True) -> QMessageBox:
    """Show a sentence with a Close button."""
    box = _box(parent, text, title, warning)
    box.addButton(tr.widgets_close(), QMessageBox.ButtonRole.RejectRole)
    return _opened(box)


def offer(parent: QWidget, text: str, action: str, accepted: Callable[[], None]) -> QMessageBox:
    """Show a sentence with a button that does something about it, and "Not now"."""
    box = _box(parent, text, "", warning=True)
    _add_choice(box, action, accepted)
    box.addButton(tr.messages_not_now(), QMessageBox.ButtonRole.RejectRole)
    return _opened(box)


def confirm(
    parent: QWidget,
    text: str,
    action: str,
    accepted: Callable[[], None],
    option: Optional[QCheckBox] = None,
) -> QMessageBox:
    """Ask before something that cannot be undone easily; Return does not do it."""
    box = _box(parent, text, "", warning=True)
    _add_choice(box, action, accepted)
    box.setDefaultButton(box.addButton(tr.settings_cancel(), QMessageBox.ButtonRole.RejectRole))
    if option is not None:
        box.setCheckBox(option)
    return _opened(box)


def _add_choice(box: QMessageBox, action: str, accepted: Callable[[], None]) -> None:
    do_it = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)

    def on_finished(_result: int) -> None:
        if box.clickedButton() is do_it:
            accepted()

    qconnect(box.finished, on_finished)


def _box(parent: QWidget, text: str, title: str, warning: bool) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName("lan_sync_message")
    icon = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.Information
    box.setIcon(icon)
    box.setWindowTitle(title or tr.menu_title())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Anki closes such windows without asking when it closes the profile
    box.silentlyClose = True  # type: ignore[attr-defined]
    return box


def _opened(box: QMessageBox) -> QMessageBox:
    give_mnemonics(box)
    box.open()
    option = box.checkBox()
    if option is not None:  # Tab would come to it last
        buttons = sorted(box.buttons(), key=lambda each: each.x(), reverse=box.isRightToLeft())
        order = [option, *buttons]
        for one, other in zip(order, order[1:]):
            QWidget.setTabOrder(one, other)
    return box
