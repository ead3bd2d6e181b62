"""The window "Phone can't connect?": the self-test's findings, and what to do about them."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import Enum
from typing import Callable, Sequence

from aqt.qt import (
    QGridLayout,
    Qt,
    QWidget,
    qconnect,
)

from ...errors import Problem
from ...i18n import tr
from ..parts.background import Background
from ..parts.colours import AMBER, GREEN, RED
from ..parts.problems import explain
from ..parts.widgets import Dot, WrappingLabel, busy_bar, button, copy_button, value_label
from ..parts.window import Window


class Severity(Enum):
    """How a finding is coloured."""

    GOOD = GREEN
    DOUBTFUL = AMBER
    BAD = RED


@dataclass(frozen=True)
class Finding:
    """A sentence about one thing that was checked."""

    severity: Severity
    text: str
    line: str = ""
    """A command to copy into a terminal; "" where there is none."""


RunChecks = Callable[[threading.Event], Sequence[Finding]]
"""Runs the checks; returns early with what it has once the event is set."""


class CheckWindow(Window):
    """Checks as soon as it opens, and again on demand."""

    def __init__(
        self,
        parent: QWidget,
        check: RunChecks,
        background: Background,
    ) -> None:
        super().__init__(parent, "lan_sync_check_window", tr.check_title())
        self._check = check
        self._background = background
        self._cancelled = threading.Event()
        qconnect(self.finished, lambda _result: self._cancelled.set())
        self._busy = busy_bar()
        self._findings = QWidget()
        self._again = button(tr.check_again(), self.start, "lan_sync_check_again")
        self._stop = button(tr.check_stop(), self.stop, "lan_sync_check_stop")
        layout = self.body
        layout.addWidget(WrappingLabel(tr.check_intro()))
        layout.addWidget(self._busy)
        layout.addWidget(self._findings)
        layout.addWidget(WrappingLabel(tr.check_phone_side(), "lan_sync_check_phone_side"))
        layout.addStretch(1)
        self.footer.addWidget(self._again)
        self.footer.addWidget(self._stop)
        self.add_close_button()
        self.body.addStrut(550)
        self.start()

    def start(self) -> None:
        """Run all checks, in the background."""
        cancelled = self._cancelled = threading.Event()

        def done(findings: Sequence[Finding]) -> None:
            if not cancelled.is_set():  # else Qt may have deleted the widgets
                self._finish(findings)

        def failed(problem: Problem) -> None:
            done((Finding(Severity.DOUBTFUL, explain(problem)),))

        self._again.setVisible(False)
        self._stop.setVisible(True)
        self._busy.setVisible(True)
        self._show(())
        self._background.run(lambda: self._check(cancelled), done, failed, "lan-sync-check")

    def stop(self) -> None:
        """Stop waiting."""
        self._cancelled.set()
        self._finish((Finding(Severity.DOUBTFUL, tr.check_stopped()),))

    def _finish(self, findings: Sequence[Finding]) -> None:
        self._stop.setVisible(False)
        self._again.setVisible(True)
        self._busy.setVisible(False)
        self._show(findings)

    def _show(self, findings: Sequence[Finding]) -> None:
        fresh = _list(findings)
        self.body.replaceWidget(self._findings, fresh)
        self._findings.deleteLater()
        self._findings = fresh
        fresh.setVisible(bool(findings))


def _list(findings: Sequence[Finding]) -> QWidget:
    widget = QWidget()
    widget.setObjectName("lan_sync_findings")
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    for finding in findings:
        row = grid.rowCount()
        dot = Dot()
        dot.show_colour(finding.severity.value)
        grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(WrappingLabel(finding.text), row, 1, 1, 2)
        if finding.line:
            line = value_label(finding.line, "lan_sync_firewall_line", wraps=True)
            grid.addWidget(line, row + 1, 1)
            copy = copy_button(lambda text=finding.line: text)  # type: ignore[misc]
            grid.addWidget(copy, row + 1, 2, Qt.AlignmentFlag.AlignTop)
    return widget
