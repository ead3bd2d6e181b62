"""The tab for the data folder and the backups of this profile's copy."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, List, Optional

from aqt.qt import QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout
from aqt.utils import openFolder

from ....i18n import format_bytes, tr
from ....redirect.settings import ProfileSettings
from ...parts import storage_words
from ...parts.background import Background, WindowsWork
from ...parts.problems import explain
from ...parts.when import moment
from ...parts.widgets import RoomyRows, WrappingLabel, button, grey_label, value_label
from ..context import Context
from ..fields import page

if TYPE_CHECKING:
    from ....store.paths import UserFolder
    from ....store.transfer.manual_backups import Backup


class Storage:
    """Where the data is, how large it is, and the backups. Everything takes effect at once."""

    def __init__(self, context: Context, settings: ProfileSettings) -> None:
        self._context = context
        self._account = settings.account
        self.widget, layout = page()
        self._work = WindowsWork(self.widget, Background(context.mw))
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
        self._list = QTreeWidget()
        self._list.setAccessibleName(tr.settings_backups())
        title.setBuddy(self._list)
        self._list.setObjectName("lan_sync_backups")
        self._list.setRootIsDecorated(False)
        self._list.setItemDelegate(RoomyRows(self._list))
        self._list.setHeaderLabels(
            [tr.settings_backup_made(), tr.settings_backup_why(), tr.settings_backup_size()]
        )
        header = self._list.header()
        assert header is not None
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        layout.addWidget(self._list, 1)
        row = QHBoxLayout()
        self._now = button(tr.settings_back_up_now(), self._on_now, "lan_sync_back_up_now")
        row.addWidget(self._now)
        self._said = WrappingLabel("", "lan_sync_backup_result")
        row.addWidget(self._said, 1)
        layout.addLayout(row)
        layout.addWidget(grey_label(tr.settings_backups_explained()))
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

    def _backups(self) -> Optional[List[Backup]]:
        """Look up the backups; None where nothing is stored. For a thread."""
        from ....store.transfer.manual_backups import list_backups

        folder = self._folder()
        return None if folder is None else list_backups(folder)

    def _refresh(self, result: str = "") -> None:
        """Show what there is now, and `result`."""
        self._count()

        def show(backups: Optional[List[Backup]]) -> None:
            self._now.setEnabled(backups is not None)
            none_yet = "" if backups else tr.settings_no_backups()
            said = result or none_yet
            self._said.setText(tr.settings_nothing_stored() if backups is None else said)
            self._list.clear()
            self._list.addTopLevelItems([_row(each) for each in backups or ()])

        self._work.run(self._backups, show, lambda problem: self._said.setText(explain(problem)))

    def _on_now(self) -> None:
        def back_it_up() -> str:
            """Make a backup and return what to say of it. For a thread."""
            from ....store.transfer.manual_backups import back_up

            folder = self._folder()
            try:
                made = None if folder is None else back_up(folder)
            except (OSError, sqlite3.Error) as error:
                return tr.settings_backup_failed(reason=str(error))
            return "" if made is None else tr.settings_backed_up(name=made.name)

        self._now.setEnabled(False)
        self._work.run(back_it_up, self._refresh, lambda problem: self._refresh(explain(problem)))


def _row(backup: Backup) -> QTreeWidgetItem:
    why = tr.settings_backup_manual() if backup.manual else tr.settings_backup_replaced()
    item = QTreeWidgetItem([moment(backup.made), why, format_bytes(backup.size)])
    item.setToolTip(0, backup.path.name)
    return item
