"""A question for a person, with what each side contains."""

from __future__ import annotations

from typing import Callable, Sequence, Tuple

from aqt.qt import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    Qt,
    QWidget,
)

from ...i18n import tr
from ...store.totals import Totals
from .widgets import WrappingLabel, button, grey_label, panel
from .window import Window

AnswerButton = Tuple[str, str, Callable[[], None]]
"""A button: name for tests, label, what it does."""


class SidesQuestion(Window):
    """Two columns and a few buttons; closing it in any other way calls `declined`."""

    def __init__(  # noqa: PLR0913, RUF100
        self,
        parent: QWidget,
        sentences: Sequence[str],
        sides: Sequence[Tuple[str, Totals]],
        choices: Sequence[AnswerButton],
        declined: Callable[[], None],
    ) -> None:
        """`sides`: titles and counts, if any; `choices`: the buttons, the last one preferred."""
        super().__init__(parent, "lan_sync_switch", tr.menu_title())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._declined = declined
        layout = self.body
        first, *others = sentences
        layout.addWidget(WrappingLabel(first, "lan_sync_switch_text"))
        if sides:
            layout.addWidget(_table(sides))
        for sentence in others:
            layout.addWidget(WrappingLabel(sentence))
        layout.addStretch(1)
        self._fill_footer(choices)
        self.body.addStrut(470)

    def _fill_footer(self, choices: Sequence[AnswerButton]) -> None:
        row = self.footer
        cancel = button(tr.switching_cancel(), self.reject, "lan_sync_switch_cancel")
        row.addWidget(cancel)
        row.addStretch(1)
        for name, label, act in choices:
            row.addWidget(self._choice(name, label, act))
        cancel.setFocus()

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


def _table(sides: Sequence[Tuple[str, Totals]]) -> QFrame:
    frame = panel()
    grid = QGridLayout(frame)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    labels = (tr.switching_cards(), tr.switching_notes(), tr.switching_reviews())
    for row, label in enumerate(labels, 1):
        grid.addWidget(grey_label(label), row, 0)
    for column, (title, counts) in enumerate(sides, 1):
        heading = WrappingLabel(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        grid.addWidget(heading, 0, column)
        for row, count in enumerate(counts, 1):
            # below its heading; otherwise, a label treats digits as left-to-right text
            number = QLabel(tr.switching_number(count=count))
            grid.addWidget(number, row, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(column, 1)
    return frame
