"""A radio button whose text wraps, which Qt's own does not."""

from __future__ import annotations

from typing import Optional

from aqt.qt import QHBoxLayout, QMouseEvent, QRadioButton, Qt

from ..parts.widgets import WrappingLabel


class RadioChoice(QHBoxLayout):
    """A radio button and its text; a click on either selects it."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(words)
        self.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(_RadioLabel(words, self.radio), 1)


class _RadioLabel(WrappingLabel):
    def __init__(self, words: str, radio: QRadioButton) -> None:
        # a single line is placed where the button's own text would be
        super().__init__(words, f"{radio.objectName()}_words", radio.sizeHint().height())
        self._radio = radio

    def mousePressEvent(self, event: Optional[QMouseEvent]) -> None:
        """Select the button, as Qt does for a button's own text."""
        super().mousePressEvent(event)
        self._radio.click()
