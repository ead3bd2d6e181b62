"""What to type on a phone, large and ready to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Sequence, Tuple

from aqt.qt import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    Qt,
    QTabWidget,
    QTimer,
    QVBoxLayout,
    QWidget,
    qconnect,
)

from ..i18n import tr
from ..net.addresses import lan_addresses
from ..redirect.address import WILDCARDS, own_address
from ..settings import ProfileSettings

_HIDDEN = "\N{BULLET}" * 12
_COPIED_MS = 1500


@dataclass(frozen=True)
class WhatToType:
    """The three things a phone needs."""

    addresses: Tuple[str, ...]
    """URLs of this computer, the likely one first; at least one."""
    user: str
    password: str


def what_to_type(port: int, listen: str, settings: ProfileSettings) -> WhatToType:
    """Gather them for the open profile."""
    hosts = lan_addresses() if listen in WILDCARDS else [listen]
    addresses = tuple(own_address(host, port) for host in hosts) or (own_address("", port),)
    return WhatToType(addresses, settings.account, settings.password)


class PhoneSheet(QDialog):
    """A window that may stay open beside Anki's."""

    silentlyClose = True  # Anki closes it with the profile

    def __init__(self, parent: QWidget, shown: WhatToType) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("lan_sync_phone_sheet")
        self.setWindowTitle(tr.pairing_title())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addWidget(_text(tr.pairing_intro()))
        layout.addWidget(self._fields(shown))
        layout.addWidget(_tabs())
        note = _text(tr.pairing_note())
        note.setEnabled(False)  # greyed in every theme
        layout.addWidget(note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        qconnect(buttons.rejected, self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)
        self.resize(self.sizeHint())

    def _fields(self, shown: WhatToType) -> QFrame:
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        likely, *others = shown.addresses
        address = _value(likely, "lan_sync_address", scale=1.7)
        _row(grid, tr.pairing_address(), address, _copy_button(lambda: likely))
        if others:
            grid.addWidget(_others(others), grid.rowCount(), 1, 1, 3)
        user = _value(shown.user, "lan_sync_user", scale=1.25)
        _row(grid, tr.pairing_user(), user, _copy_button(lambda: shown.user))
        password = _value(_HIDDEN, "lan_sync_password", scale=1.25)
        row = _row(grid, tr.pairing_password(), password, _copy_button(lambda: shown.password))
        grid.addWidget(_show_button(password, shown.password), row, 3)
        return frame


def _tabs() -> QTabWidget:
    tabs = QTabWidget()
    for title, steps in (
        (
            tr.pairing_ankidroid(),
            (
                tr.pairing_ankidroid_server(),
                tr.pairing_ankidroid_login(),
                tr.pairing_ankidroid_sync(),
            ),
        ),
        (
            tr.pairing_ankimobile(),
            (
                tr.pairing_ankimobile_server(),
                tr.pairing_ankimobile_login(),
                tr.pairing_ankimobile_network(),
            ),
        ),
        (
            tr.pairing_computer(),
            (
                tr.pairing_computer_server(),
                tr.pairing_computer_login(),
                tr.pairing_computer_sync(),
            ),
        ),
    ):
        tabs.addTab(_steps(steps), title)
    return tabs


def _steps(steps: Sequence[str]) -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(14, 14, 14, 14)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    for number, step in enumerate(steps):
        label = QLabel(f"{number + 1}.")
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, number, 0)
        grid.addWidget(_text(step), number, 1)
    grid.setRowStretch(len(steps), 1)
    return page


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _value(text: str, name: str, scale: float) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    # addresses, names and passwords read from left to right in every language
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    label.setFont(font)
    return label


def _others(addresses: Sequence[str]) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 4)
    layout.setSpacing(2)
    layout.addWidget(_text(tr.pairing_other_addresses()))
    layout.addWidget(_value("\n".join(addresses), "lan_sync_other_addresses", scale=1.0))
    return widget


def _row(grid: QGridLayout, name: str, value: QLabel, button: QPushButton) -> int:
    row = grid.rowCount()
    grid.addWidget(QLabel(name), row, 0)
    grid.addWidget(value, row, 1)
    grid.addWidget(button, row, 2)
    return row


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return button


def _copy_button(text: Callable[[], str]) -> QPushButton:
    button = _button(tr.pairing_copy())

    def copy() -> None:
        clipboard = QApplication.clipboard()
        assert clipboard is not None
        clipboard.setText(text())
        button.setText(tr.pairing_copied())
        restore.start()

    # the button's own, so that it ends with the window
    restore = QTimer(button)
    restore.setSingleShot(True)
    restore.setInterval(_COPIED_MS)
    qconnect(restore.timeout, lambda: button.setText(tr.pairing_copy()))
    qconnect(button.clicked, copy)
    return button


def _show_button(label: QLabel, password: str) -> QPushButton:
    button = _button(tr.pairing_show())
    button.setObjectName("lan_sync_show_password")
    button.setCheckable(True)

    def toggle(shown: bool) -> None:
        label.setText(password if shown else _HIDDEN)
        button.setText(tr.pairing_hide() if shown else tr.pairing_show())

    qconnect(button.toggled, toggle)
    return button
