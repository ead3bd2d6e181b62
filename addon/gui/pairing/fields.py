"""What has to be typed on a phone: address, user name and password, large and ready to copy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Sequence, Tuple

from aqt.qt import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    Qt,
    QVBoxLayout,
    QWidget,
    qconnect,
)

from ...i18n import tr
from ...server.generated_password import in_groups
from ..parts.colours import AMBER
from ..parts.widgets import Dot, WrappingLabel, button, copy_button, grey_label, panel, value_label
from .qr import SIDE, QrCode

_GAP = 6  # pixels between the code and its caption
_HIDDEN = "\N{BULLET}" * 12


@dataclass(frozen=True)
class WhatToType:
    """The three things a phone needs."""

    addresses: Tuple[str, ...]
    """URLs of this computer, the likely one first; at least one."""
    user: str
    password: str = field(repr=False)
    code: str = field(repr=False)
    """The one-time pass with which the page shows all three; "" if it is no longer valid."""
    warning: str = ""
    """A sentence on why no phone can reach these addresses; "" if they should work."""


def make_fields(
    shown: WhatToType, renew: Callable[[], None], new_password: Callable[[], None]
) -> QFrame:
    """Make the frame with the QR code and everything to copy; `renew` makes a new code,
    `new_password` a password where none is known."""
    frame = panel("lan_sync_fields")
    sides = QHBoxLayout(frame)
    sides.setContentsMargins(16, 16, 16, 16)
    sides.setSpacing(20)
    likely, *others = shown.addresses
    sides.addWidget(_code(shown, renew))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    sides.addLayout(grid, 1)
    address = value_label(likely, "lan_sync_address", scale=1.6)
    _row(grid, tr.pairing_address(), address, copy_button(lambda: likely))
    if others:
        grid.addWidget(_others(others), grid.rowCount(), 1, 1, 3)
    if shown.warning:
        grid.addWidget(_warning(shown.warning), grid.rowCount(), 1, 1, 3)
    user = value_label(shown.user, "lan_sync_user", scale=1.2)
    _row(grid, tr.pairing_user(), user, copy_button(lambda: shown.user))
    if not shown.password:
        row = grid.rowCount()
        grid.addWidget(QLabel(tr.pairing_password()), row, 0, Qt.AlignmentFlag.AlignTop)
        unknown = WrappingLabel(tr.pairing_password_unknown(), "lan_sync_password_unknown")
        grid.addWidget(unknown, row, 1)
        made = button(tr.pairing_new_password(), new_password, "lan_sync_new_password")
        grid.addWidget(made, row, 2, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(grid.rowCount(), 1)
        return frame
    password = value_label(_HIDDEN, "lan_sync_password", scale=1.2)
    row = _row(grid, tr.pairing_password(), password, copy_button(lambda: shown.password))
    grid.addWidget(_show_button(password, shown.password), row, 3)
    grid.setRowStretch(grid.rowCount(), 1)
    return frame


def _row(grid: QGridLayout, name: str, value: QLabel, copy: QPushButton) -> int:
    row = grid.rowCount()
    grid.addWidget(QLabel(name), row, 0)
    grid.addWidget(value, row, 1)
    grid.addWidget(copy, row, 2)
    return row


def _code(shown: WhatToType, renew: Callable[[], None]) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(_GAP)
    column.setFixedWidth(SIDE)
    if shown.code or not shown.password:
        link = f"{shown.addresses[0]}#{shown.code}" if shown.code else shown.addresses[0]
        layout.addWidget(QrCode(link, tr.pairing_scan()))
        layout.addWidget(grey_label(tr.pairing_scan()))
    else:
        layout.addWidget(WrappingLabel(tr.pairing_code_used(), "lan_sync_code_used"))
        layout.addWidget(button(tr.pairing_new_code(), renew, "lan_sync_new_code"))
    layout.addStretch(1)
    return column


def _others(addresses: Sequence[str]) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 4)
    layout.setSpacing(2)
    layout.addWidget(WrappingLabel(tr.pairing_other_addresses()))
    layout.addWidget(value_label("\n".join(addresses), "lan_sync_other_addresses"))
    return widget


def _warning(text: str) -> QWidget:
    widget = QWidget()
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 4)
    dot = Dot()
    dot.show_colour(AMBER)
    layout.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(WrappingLabel(text, "lan_sync_address_warning"), 1)
    return widget


def _show_button(label: QLabel, password: str) -> QPushButton:
    made = button(tr.pairing_show(), lambda: None, "lan_sync_show_password")
    made.setCheckable(True)

    def toggle(shown: bool) -> None:
        label.setText(in_groups(password) if shown else _HIDDEN)
        made.setText(tr.pairing_hide() if shown else tr.pairing_show())

    qconnect(made.toggled, toggle)
    return made
