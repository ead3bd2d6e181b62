"""The tab for the data folder and the backups of this profile's copy."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, List, NamedTuple, Optional

from aqt.qt import (
    QHBoxLayout,
    Qt,
    QTreeWidgetItem,
    QVBoxLayout,
    qconnect,
)
from aqt.utils import openFolder

from ....i18n import format_bytes, tr
from ....redirect.settings import Config, ProfileSettings
from ...parts import storage_words
from ...parts.background import Background, WindowsWork
from ...parts.messages import show_message
from ...parts.problems import explain
from ...parts.table import Table
from ...parts.when import moment
from ...parts.widgets import Moment, WrappingLabel, button, grey_label, value_label
from ..context import Context
from ..fields import page
from ..repair_words import describe_repairs
from ..upkeep import AccountUpkeep
from .backup_numbers import BackupNumbers

if TYPE_CHECKING:
    from ....store.collection.summary import Summary
    from ....store.paths import UserFolder
    from ....store.transfer.backup_files import Backup

_WHY = 1  # the column of the reason
_UNKNOWN = "\N{EN DASH}"


class Storage:
    """Where the data is, how large it is, and the backups.

    How many are kept takes effect when it is saved, everything else at once.
    """

    def __init__(self, context: Context, config: Config, settings: ProfileSettings) -> None:
        self._context = context
        self._account = settings.account
        self.widget, layout = page()
        self._work = WindowsWork(self.widget, Background(context.mw))
        self._upkeep = AccountUpkeep(context.phones, context.data, self._account)
        self._is_there = True
        qconnect(self.widget.destroyed, self._gone)
        layout.addWidget(WrappingLabel(tr.settings_data_folder()))
        row = QHBoxLayout()
        where = value_label(str(context.data), "lan_sync_data_folder", wraps=True)
        row.addWidget(where, 1)
        self._open = button(
            tr.settings_open_folder(), lambda: openFolder(str(context.data)), "lan_sync_open_folder"
        )
        self._open.setEnabled(context.data.is_dir())
        row.addWidget(self._open)
        together = QVBoxLayout()
        together.setSpacing(4)
        together.addLayout(row)
        self._sizes = grey_label("", "lan_sync_sizes")
        together.addWidget(self._sizes)
        layout.addLayout(together)
        title = WrappingLabel(tr.settings_backups())
        layout.addWidget(title)
        headings = (
            tr.settings_backup_made(),
            tr.settings_backup_why(),
            tr.switching_cards(),
            tr.settings_backup_size(),
        )
        self._list = Table("lan_sync_backups", tr.settings_backups(), headings, wide=_WHY)
        title.setBuddy(self._list)
        qconnect(self._list.itemSelectionChanged, self._selected)
        qconnect(self._list.itemDoubleClicked, lambda _item, _column: self._on_restore())
        layout.addWidget(self._list, 1)
        row = QHBoxLayout()
        self._now = button(tr.settings_back_up_now(), self._on_now, "lan_sync_back_up_now")
        row.addWidget(self._now)
        self._restore = button(tr.settings_restore(), self._on_restore, "lan_sync_restore")
        self._restore.setEnabled(False)
        row.addWidget(self._restore)
        self._said = WrappingLabel("", "lan_sync_backup_result")
        row.addWidget(self._said, 1)
        layout.addLayout(row)
        layout.addWidget(grey_label(tr.settings_backups_explained()))
        numbers = BackupNumbers(config)
        self.fields, self.values, self.check = numbers.fields, numbers.values, numbers.check
        layout.addWidget(numbers)
        row = QHBoxLayout()
        row.addWidget(button(tr.settings_deleted_media(), self._on_trash, "lan_sync_deleted_media"))
        self._check = button(tr.settings_check(), self._on_check, "lan_sync_check_data")
        row.addWidget(self._check)
        self._moment = Moment("lan_sync_checking")
        row.addWidget(self._moment, 1)
        row.addStretch(1)
        layout.addLayout(row)
        self._now.setEnabled(False)
        self._refresh()

    def _count(self) -> None:
        """Add up the sizes, which takes a while with many media files."""
        if not self._sizes.text():
            self._sizes.setText(tr.devices_counting_storage())
        data = self._context.data
        show = self._sizes.setText
        self._work.run(
            lambda: storage_words.describe_usage(data), show, lambda problem: show(explain(problem))
        )

    def _folder(self) -> Optional[UserFolder]:
        from ....store.paths import UserFolder, users_path

        if not self._account:
            return None
        folder = UserFolder(users_path(self._context.data) / self._account)
        return folder if folder.has_collection else None

    def _backups(self) -> Optional[List[_Listed]]:
        """Look up the backups; None where nothing is stored. For a thread."""
        from ....store.transfer.backup_files import content_of, list_backups

        folder = self._folder()
        if folder is None:
            return None
        return [_Listed(each, content_of(each.path)) for each in list_backups(folder)]

    def _refresh(self, result: str = "") -> None:
        """Show what there is now, and `result`."""
        self._count()

        def show(backups: Optional[List[_Listed]]) -> None:
            self._now.setEnabled(backups is not None)
            none_yet = "" if backups else tr.settings_no_backups()
            said = result or none_yet
            self._said.setText(tr.settings_nothing_stored() if backups is None else said)
            self._list.clear()
            self._list.addTopLevelItems([_row(each) for each in backups or ()])

        self._work.run(self._backups, show, lambda problem: self._said.setText(explain(problem)))

    def _gone(self) -> None:
        self._is_there = False

    def _selected(self) -> None:
        self._restore.setEnabled(bool(self._list.selectedItems()))

    def _on_restore(self) -> None:
        selected = self._list.selectedItems()
        if selected:
            name = selected[0].data(0, Qt.ItemDataRole.UserRole)
            self._context.restore(self.widget, self._account, name, self._restored)

    def _restored(self) -> None:
        if self._is_there:
            self._refresh()

    def _on_trash(self) -> None:
        from ..trash_window import TrashWindow

        TrashWindow(self.widget, self._upkeep, Background(self._context.mw)).open()

    def _on_check(self) -> None:
        def ended(words: str, warning: bool) -> None:
            self._moment.end()
            self._check.setEnabled(True)
            show_message(self.widget, words, warning=warning)
            self._refresh()

        self._check.setEnabled(False)
        self._moment.begin()
        self._work.run(
            self._upkeep.check,
            lambda repaired: ended(describe_repairs(repaired), warning=False),
            lambda problem: ended(explain(problem), warning=True),
        )

    def _on_now(self) -> None:
        def back_it_up() -> str:
            """Make a backup and return what to say of it. For a thread."""
            from ....store.transfer.copies import back_up
            from ....store.transfer.packing import pack_now

            folder = self._folder()
            try:
                made = None if folder is None else back_up(folder)
                return "" if made is None else tr.settings_backed_up(name=pack_now(made).name)
            except (OSError, sqlite3.Error) as error:
                return tr.settings_backup_failed(reason=str(error))

        self._now.setEnabled(False)
        self._work.run(back_it_up, self._refresh, lambda problem: self._refresh(explain(problem)))


class _Listed(NamedTuple):
    backup: Backup
    content: Optional[Summary]
    """None if it is damaged."""


def _row(listed: _Listed) -> QTreeWidgetItem:
    backup, content = listed
    cards = _UNKNOWN if content is None else tr.switching_number(count=content.cards)
    item = QTreeWidgetItem(
        [moment(backup.made), _why(backup.reason), cards, format_bytes(backup.size)]
    )
    item.setToolTip(0, backup.path.name)
    item.setData(0, Qt.ItemDataRole.UserRole, backup.name)
    return item


def _why(reason: str) -> str:
    if reason == "manual":
        return tr.settings_backup_manual()
    if reason == "daily":
        return tr.settings_backup_daily()
    if reason == "deletions":
        return tr.settings_backup_deletions()
    if reason == "desktop":
        return tr.settings_backup_desktop()
    if reason == "upload":
        return tr.settings_backup_upload()
    if reason == "repair":
        return tr.settings_backup_repair()
    return tr.settings_backup_replaced()
