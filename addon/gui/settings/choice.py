"""Choices with texts that wrap, which Qt's own do not."""

from __future__ import annotations

from typing import Optional

from aqt.qt import QCheckBox, QHBoxLayout, QLabel, QMouseEvent, QRadioButton, QStyle, Qt

from ..parts.widgets import WrappingLabel


class RadioChoice(QHBoxLayout):
    """A radio button and its text; a click on either selects it."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.setSpacing(0)  # the button leaves some beside itself
        self.radio = QRadioButton()
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(words)
        self.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(_RadioLabel(words, self.radio), 1)


def indented(label: QLabel, below: QCheckBox) -> QHBoxLayout:
    """Put an explanation below a box's own text."""
    style = below.style()
    assert style is not None
    row = QHBoxLayout()
    row.addSpacing(
        style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, below)
        + style.pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, below)
    )
    row.addWidget(label, 1)
    return row


class _RadioLabel(WrappingLabel):
    def __init__(self, words: str, radio: QRadioButton) -> None:
        # a single line is placed where the button's own text would be
        super().__init__(words, f"{radio.objectName()}_words", radio.sizeHint().height())
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setBuddy(radio)  # its mnemonic clicks the button
        self._radio = radio

    def mousePressEvent(self, event: Optional[QMouseEvent]) -> None:
        """Select the button, as Qt does for a button's own text."""
        super().mousePressEvent(event)
        self._radio.click()
