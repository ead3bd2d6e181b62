"""The window with deleted and replaced media, which can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Sequence

from aqt.qt import (
    QAbstractItemView,
    QHBoxLayout,
    Qt,
    QTreeWidgetItem,
    QWidget,
    qconnect,
)

from ...errors import Problem
from ...i18n import format_bytes, tr
from ..parts.background import Background, WindowsWork
from ..parts.problems import explain
from ..parts.table import Table
from ..parts.when import moment
from ..parts.widgets import WrappingLabel, button
from ..parts.window import Window
from .upkeep import AccountUpkeep

if TYPE_CHECKING:
    from ...store.media.trash import Trashed

_FILE = 0  # the column of the name


class TrashWindow(Window):
    """Takes effect at once."""

    def __init__(self, parent: QWidget, upkeep: AccountUpkeep, background: Background) -> None:
        super().__init__(parent, "lan_sync_trash_window", tr.trash_title())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._upkeep = upkeep
        self._work = WindowsWork(self, background)
        self._files: Sequence[Trashed] = ()
        layout = self.body
        layout.addWidget(WrappingLabel(tr.trash_explained()))
        headings = (tr.trash_file(), tr.trash_since(), tr.settings_backup_size())
        self._list = Table("lan_sync_trash", tr.trash_title(), headings, wide=_FILE)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        qconnect(self._list.itemSelectionChanged, self._selected)
        layout.addWidget(self._list, 1)
        row = QHBoxLayout()
        self._said = WrappingLabel("", "lan_sync_trash_result")
        row.addWidget(self._said, 1)
        self._put_back = button(tr.trash_put_back(), self._on_put_back, "lan_sync_put_back")
        self._put_back.setEnabled(False)
        row.addWidget(self._put_back)
        layout.addLayout(row)
        self.add_close_button()
        self.body.addStrut(560)
        self._refresh("")

    def _refresh(self, said: str) -> None:
        def show(files: List[Trashed]) -> None:
            self._files = files
            self._said.setText(said if files else f"{said} {tr.trash_empty()}".strip())
            self._list.clear()
            self._list.addTopLevelItems([_row(each) for each in files])

        self._work.run(self._upkeep.deleted_media, show, self._failed)

    def _selected(self) -> None:
        self._put_back.setEnabled(bool(self._list.selectedItems()))

    def _on_put_back(self) -> None:
        rows = sorted(self._list.indexOfTopLevelItem(item) for item in self._list.selectedItems())
        wanted = [self._files[row] for row in rows]
        if not wanted:
            return
        self._put_back.setEnabled(False)
        self._work.run(
            lambda: self._upkeep.put_back(wanted),
            lambda _nothing: self._refresh(tr.trash_done(count=len(wanted))),
            self._failed,
        )

    def _failed(self, problem: Problem) -> None:
        self._said.setText(explain(problem))
        self._selected()


def _row(file: Trashed) -> QTreeWidgetItem:
    row = QTreeWidgetItem([file.name, moment(file.discarded), format_bytes(file.size)])
    row.setToolTip(_FILE, file.name)
    return row
