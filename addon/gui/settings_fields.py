"""A field of the settings: its label, one explaining sentence, and what is wrong with it."""

from __future__ import annotations

from aqt.qt import QLabel, QVBoxLayout, QWidget

from .widgets import grey_label, text_label

_RED = "color: #d64545"  # readable on white and on black


class Field(QWidget):
    """A widget with its words above and below."""

    def __init__(self, label: str, widget: QWidget, explanation: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        name = QLabel(label)
        name.setBuddy(widget)
        layout.addWidget(name)
        layout.addWidget(widget)
        self.widget = widget
        self._wrong = text_label("", f"{widget.objectName()}_wrong")
        self._wrong.setStyleSheet(_RED)
        self._wrong.hide()
        layout.addWidget(self._wrong)
        layout.addWidget(grey_label(explanation))

    def complain(self, sentence: str) -> None:
        """Say what is wrong; "" = nothing is."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))


def page() -> tuple[QWidget, QVBoxLayout]:
    """An empty tab."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.setSpacing(14)
    return widget, layout
