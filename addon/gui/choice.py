"""One of several choices, with words that wrap: those of a radio button of Qt's never do."""

from __future__ import annotations

from typing import Optional

from aqt.qt import QHBoxLayout, QLabel, QMouseEvent, QRadioButton, Qt


class Choice(QHBoxLayout):
    """A radio button and its words; a click on either chooses it."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(words)
        self.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(_Words(words, self.radio), 1)


class _Words(QLabel):
    def __init__(self, words: str, radio: QRadioButton) -> None:
        super().__init__(words)
        self.setObjectName(f"{radio.objectName()}_words")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # a single line stands where the button's own words would
        self.setMinimumHeight(radio.sizeHint().height())
        self._radio = radio

    def mousePressEvent(self, event: Optional[QMouseEvent]) -> None:
        """As Qt does it for the words of a button."""
        super().mousePressEvent(event)
        self._radio.click()
