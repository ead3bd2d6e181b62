"""One of several choices, with words that wrap: those of a radio button of Qt's never do."""

from __future__ import annotations

from typing import Optional

from aqt.qt import QHBoxLayout, QMouseEvent, QRadioButton, Qt

from ..parts.widgets import Words


class RadioChoice(QHBoxLayout):
    """A radio button and its words; a click on either chooses it."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(words)
        self.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(_RadioWords(words, self.radio), 1)


class _RadioWords(Words):
    def __init__(self, words: str, radio: QRadioButton) -> None:
        # a single line stands where the button's own words would
        super().__init__(words, f"{radio.objectName()}_words", radio.sizeHint().height())
        self._radio = radio

    def mousePressEvent(self, event: Optional[QMouseEvent]) -> None:
        """Choose, as Qt does for the words of a button."""
        super().mousePressEvent(event)
        self._radio.click()
