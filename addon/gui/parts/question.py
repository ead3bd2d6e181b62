"""A question for a person, with what each side contains."""

from __future__ import annotations

from typing import Callable, Optional, Sequence, Tuple

from aqt.qt import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    Qt,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...store.totals import Totals
from .widgets import WrappingLabel, button, grey_label, panel

AnswerButton = Tuple[str, str, Callable[[], None]]
"""A button: name for tests, label, what it does."""


class SidesQuestion(QDialog):
    """Two columns and a few buttons; closing it in any other way calls `declined`."""

    silentlyClose = True  # Anki closes it with the profile

    def __init__(  # noqa: PLR0913, RUF100
        self,
        parent: QWidget,
        sentences: Sequence[str],
        sides: Sequence[Tuple[str, Optional[Totals]]],
        choices: Sequence[AnswerButton],
        declined: Callable[[], None],
    ) -> None:
        """`sides`: titles and totals, if known; `choices`: the buttons, the last one preferred."""
        super().__init__(parent)
        self.setObjectName("lan_sync_switch")
        self.setWindowTitle(tr.menu_title())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._declined = declined
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        first, *others = sentences
        layout.addWidget(WrappingLabel(first, "lan_sync_switch_text"))
        layout.addWidget(_table(sides))
        for sentence in others:
            layout.addWidget(WrappingLabel(sentence))
        layout.addLayout(self._buttons(choices))
        self.setMinimumWidth(520)

    def _buttons(self, choices: Sequence[AnswerButton]) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel = button(tr.switching_cancel(), self.reject, "lan_sync_switch_cancel")
        row.addWidget(cancel)
        row.addStretch(1)
        for name, label, act in choices:
            row.addWidget(self._choice(name, label, act))
        cancel.setFocus()
        return row

    def _choice(self, name: str, label: str, act: Callable[[], None]) -> QPushButton:
        def chosen() -> None:
            self._declined = act
            self.accept()

        return button(label, chosen, f"lan_sync_switch_{name}")

    def done(self, result: int) -> None:
        """Close, and run exactly one callback, however it is closed."""
        then, self._declined = self._declined, lambda: None
        super().done(result)
        then()


def _table(sides: Sequence[Tuple[str, Optional[Totals]]]) -> QFrame:
    frame = panel()
    grid = QGridLayout(frame)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    labels = (tr.switching_cards(), tr.switching_notes(), tr.switching_reviews())
    for row, label in enumerate(labels, 1):
        grid.addWidget(grey_label(label), row, 0)
    for column, (title, known) in enumerate(sides, 1):
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        grid.addWidget(heading, 0, column)
        for row, value in enumerate(_values(known), 1):
            # below its heading; by itself, a label takes digits for left-to-right text
            grid.addWidget(QLabel(value), row, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(column, 1)
    return frame


def _values(known: Optional[Totals]) -> Sequence[str]:
    if known is None:
        return (tr.switching_not_known(),) * 3
    return [tr.switching_number(count=number) for number in known]
