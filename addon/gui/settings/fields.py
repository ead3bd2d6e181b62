"""A field of the settings, with its label, an explanation, and what is wrong with it."""

from __future__ import annotations

from aqt.qt import QLabel, QVBoxLayout, QWidget

from ..parts.colours import WRONG
from ..parts.widgets import TintedLabel, grey_label


class Complaint(TintedLabel):
    """What is wrong with the input; takes no space while nothing is."""

    def __init__(self, name: str) -> None:
        super().__init__("", name, WRONG)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; "" if all is well."""
        self.setText(sentence)
        self.setVisible(bool(sentence))


class Field(QWidget):
    """A widget with its label above and its explanation below."""

    def __init__(self, label: str, widget: QWidget, explanation: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        name = QLabel(label)
        typed = widget.focusProxy() or widget  # a line with a button beside it
        typed.setAccessibleName(label)
        name.setBuddy(typed)
        layout.addWidget(name)
        layout.addWidget(widget)
        self.widget = widget
        self._wrong = Complaint(f"{widget.objectName()}_wrong")
        layout.addWidget(self._wrong)
        if explanation:
            layout.addWidget(grey_label(explanation))

    @property
    def complaint(self) -> str:
        """What is shown to be wrong; "" if nothing is."""
        return self._wrong.text()

    def complain(self, sentence: str) -> None:
        """Say what is wrong; "" if nothing is."""
        self._wrong.say(sentence)


def page() -> tuple[QWidget, QVBoxLayout]:
    """Make an empty tab."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.setSpacing(14)
    return widget, layout
