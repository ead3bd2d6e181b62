"""What happened on the server, newest first, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

from aqt.qt import QAbstractItemView, QBrush, QTreeWidgetItem

from ...i18n import tr
from ..parts.colours import WRONG
from ..parts.table import Table
from ..parts.when import moment
from ..parts.widgets import of_theme

_WHEN, _DEVICE, _WHAT = range(3)


@dataclass(frozen=True)
class ActivityLine:
    """One thing that happened; `when` in seconds since 1970."""

    when: float
    device: str
    what: str
    well: bool
    user: str = ""
    backup: str = ""
    """The name of a backup of what was there before; "" if none was made."""


class ActivityList(Table):
    """Rebuilt whenever its lines differ: there are a few hundred at most."""

    def __init__(self) -> None:
        headings = (tr.activity_when(), tr.activity_device(), tr.activity_what())
        super().__init__("lan_sync_activity", tr.activity_tab(), headings, wide=_WHAT)
        self._lines: Sequence[ActivityLine] = ()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def show_lines(self, lines: Sequence[ActivityLine]) -> None:
        """Show these lines in this order."""
        if lines == self._lines:
            return
        self._lines = lines
        self.clear()
        for line in lines:
            item = QTreeWidgetItem(self, [moment(line.when), line.device, line.what])
            item.setToolTip(_WHAT, line.what)
            if not line.well:
                item.setForeground(_WHAT, QBrush(of_theme(WRONG, self.palette())))

    def selected(self) -> Optional[ActivityLine]:
        """Return the line that is selected, if it is one."""
        rows = [self.indexOfTopLevelItem(item) for item in self.selectedItems()]
        return self._lines[rows[0]] if len(rows) == 1 and 0 <= rows[0] < len(self._lines) else None
