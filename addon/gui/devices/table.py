"""The table of devices: one row for each, renamed in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Optional, Sequence

from aqt.qt import (
    QAbstractItemView,
    QBrush,
    QColor,
    Qt,
    QTreeWidgetItem,
    qconnect,
)

from ...i18n import tr
from ..parts.colours import WRONG
from ..parts.table import Table
from ..parts.when import ago, day, moment
from ..parts.widgets import of_theme

_NAME, _APP, _USER, _SEEN, _SYNC, _ADDED = range(6)


@dataclass(frozen=True)
class RefusedSignIns:
    """Sign-ins that were refused; `last` in seconds since 1970."""

    times: int
    address: str
    """Where they came from; "" if unknown."""
    last: float
    slowed: bool
    """Whether the next password is checked only after a wait."""
    is_news: bool
    """Whether the device has not synced since."""


@dataclass(frozen=True)
class DeviceRow:
    """What is shown of a device; times in seconds since 1970."""

    id: int
    """Negative for one that never signed in."""
    name: str
    app: str
    user: str
    address: str
    """Where in the network it was last seen; "" if unknown."""
    first_seen: Optional[float]
    last_seen: float
    last_sync: str
    """In words."""
    problem: str
    """What went wrong after that, in English; "" if nothing."""
    refused: Optional[RefusedSignIns]

    @property
    def has_key(self) -> bool:
        """Whether it may sync, and so can be named and removed."""
        return self.id > 0


class DevicesTable(Table):
    """Follows `show_rows` without losing the selection or a name being typed."""

    def __init__(self, rename: Callable[[int, str], None]) -> None:
        headings = (
            tr.devices_name(),
            tr.devices_app(),
            tr.devices_user(),
            tr.devices_last_seen(),
            tr.devices_last_sync(),
            tr.devices_added(),
        )
        super().__init__("lan_sync_devices", tr.devices_tab(), headings, wide=_SYNC, lines=2)
        self._rename = rename
        self._rows: Dict[int, DeviceRow] = {}
        self._filling = False
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        qconnect(self.itemChanged, self._edited)
        qconnect(self.itemDoubleClicked, lambda item, _column: self.editItem(item, _NAME))

    def show_rows(self, rows: Sequence[DeviceRow]) -> None:
        """Show these devices, in this order."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # a name is being typed; the next look will do
        self._filling = True
        if [row.id for row in rows] != list(self._rows):
            self._rebuild(rows)
        self._rows = {row.id: row for row in rows}
        for number, row in enumerate(rows):
            item = self.topLevelItem(number)
            assert item is not None
            _fill(item, row, of_theme(WRONG, self.palette()))
        self.setColumnHidden(_USER, len({row.user for row in rows}) < 2)
        self._filling = False

    def selected(self) -> Optional[DeviceRow]:
        """Return the device of the selected row."""
        chosen = self.selectedItems()
        return self._rows.get(chosen[0].data(_NAME, Qt.ItemDataRole.UserRole)) if chosen else None

    def edit_name(self) -> None:
        """Let the person type another name for the selected device."""
        item = self.currentItem()
        if item is not None:
            self.editItem(item, _NAME)

    def _rebuild(self, rows: Sequence[DeviceRow]) -> None:
        former = self.selected()
        self.clear()
        for row in rows:
            item = QTreeWidgetItem(self)
            if row.has_key:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(_NAME, Qt.ItemDataRole.UserRole, row.id)
            if former is not None and row.id == former.id:
                self.setCurrentItem(item)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column != _NAME:
            return
        row = self._rows[item.data(_NAME, Qt.ItemDataRole.UserRole)]
        name = item.text(_NAME).strip()
        if name and name != row.name:
            self._rename(row.id, name)
        else:
            item.setText(_NAME, row.name)


def _fill(item: QTreeWidgetItem, row: DeviceRow, wrong: QColor) -> None:
    for column, text in ((_NAME, row.name), (_APP, row.app), (_USER, row.user)):
        item.setText(column, text)
        item.setToolTip(column, text)
    seen = ago(row.last_seen)
    at = tr.devices_seen_at(ago=seen, address=row.address) if row.address else seen
    item.setText(_SEEN, at)
    item.setToolTip(_SEEN, "\n".join(filter(None, (moment(row.last_seen), row.address))))
    refused = "" if row.refused is None else _describe(row.refused)
    item.setText(_SYNC, tr.devices_failed() if row.problem else row.last_sync)
    item.setForeground(_SYNC, QBrush())
    if row.refused is not None and row.refused.is_news:
        item.setText(_SYNC, refused)
        item.setForeground(_SYNC, QBrush(wrong))
    item.setToolTip(_SYNC, "\n".join(filter(None, (refused, row.problem, row.last_sync))))
    added = row.first_seen
    item.setText(_ADDED, "" if added is None else day(added))
    item.setToolTip(_ADDED, "" if added is None else moment(added))


def _describe(refused: RefusedSignIns) -> str:
    when = ago(refused.last)
    address = refused.address or "?"
    text = tr.devices_refused_from(count=refused.times, address=address, ago=when)
    return tr.devices_slowed(refused=text) if refused.slowed else text
