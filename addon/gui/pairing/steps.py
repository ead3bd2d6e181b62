"""What to do on each kind of client, in tabs."""

from __future__ import annotations

from typing import Sequence

from aqt.qt import QGridLayout, QLabel, Qt, QTabWidget, QWidget

from ...i18n import tr
from ..parts.widgets import WrappingLabel


def steps_in_tabs() -> QTabWidget:
    """Make tabs for AnkiDroid, AnkiMobile and Anki itself, with numbered steps."""
    tabs = QTabWidget()
    tabs.setObjectName("lan_sync_steps")
    tabs.addTab(
        _page(
            tr.pairing_ankidroid_server(),
            tr.pairing_ankidroid_login(),
            tr.pairing_ankidroid_sync(),
        ),
        tr.pairing_ankidroid(),
    )
    tabs.addTab(
        _page(
            tr.pairing_ankimobile_server(),
            tr.pairing_ankimobile_login(),
            tr.pairing_ankimobile_network(),
        ),
        tr.pairing_ankimobile(),
    )
    tabs.addTab(
        _page(
            tr.pairing_computer_server(),
            tr.pairing_computer_login(),
            tr.pairing_computer_sync(),
            tr.pairing_computer_older(),
        ),
        tr.pairing_computer(),
    )
    return tabs


def _page(*steps: str) -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(14, 14, 14, 14)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    for number, step in enumerate(_numbered(steps)):
        grid.addWidget(step, number, 0)
        grid.addWidget(WrappingLabel(steps[number]), number, 1)
    grid.setRowStretch(len(steps), 1)
    return page


def _numbered(steps: Sequence[str]) -> Sequence[QLabel]:
    labels = [QLabel(f"{number}.") for number in range(1, len(steps) + 1)]
    for label in labels:
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return labels
