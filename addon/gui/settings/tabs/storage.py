"""The tab for the data folder and the backups of this profile's copy."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Optional, Union

from aqt.qt import QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, qconnect
from aqt.utils import openFolder

from ....i18n import format_bytes, tr
from ....redirect.settings import ProfileSettings
from ...parts import storage_words
from ...parts.background import Background
from ...parts.problems import explain
from ...parts.when import moment
from ...parts.widgets import RoomyRows, WrappingLabel, button, grey_label, value_label
from ..context import Context
from ..fields import page

if TYPE_CHECKING:
    from ....store.paths import UserFolder


class Storage:
    """Where the data is, how large it is, and the backups. Everything takes effect at once."""

    def __init__(self, context: Context, settings: ProfileSettings) -> None:
        self._context = context
        self._account = settings.account
        self._background = Background(context.mw)
        self.widget, layout = page()
        layout.addWidget(WrappingLabel(tr.settings_data_folder()))
        row = QHBoxLayout()
        where = value_label(str(context.data), "lan_sync_data_folder")
        where.setWordWrap(True)
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
        layout.addWidget(WrappingLabel(tr.settings_backups()))
        self._list = QTreeWidget()
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
        self._closed = False
        qconnect(self.widget.destroyed, self._close)
        self._refresh()

    def _close(self) -> None:
        self._closed = True

    def _count(self) -> None:
        """Add up the sizes, which takes a while with many media files."""

        def done(words: str) -> None:
            if not self._closed:
                self._sizes.setText(words)

        if not self._sizes.text():
            self._sizes.setText(tr.devices_counting_storage())
        data = self._context.data
        self._background.run(
            lambda: storage_words.describe_usage(data), done, lambda problem: done(explain(problem))
        )

    def _folder(self) -> Optional[UserFolder]:
        from ....store.paths import UserFolder, users_path

        if not self._account:
            return None
        folder = UserFolder(users_path(self._context.data) / self._account)
        return folder if folder.has_collection else None

    def _refresh(self) -> None:
        self._count()
        folder = self._folder()
        self._now.setEnabled(folder is not None)
        self._list.clear()
        if folder is None:
            self._said.setText(tr.settings_nothing_stored())
            return
        from ....store.transfer.manual_backups import list_backups

        for backup in list_backups(folder):
            why = tr.settings_backup_manual() if backup.manual else tr.settings_backup_replaced()
            item = QTreeWidgetItem([moment(backup.made), why, format_bytes(backup.size)])
            item.setToolTip(0, backup.path.name)
            self._list.addTopLevelItem(item)

    def _on_now(self) -> None:
        from ....store.transfer.manual_backups import back_up

        folder = self._folder()
        if folder is None:
            return
        kept = folder

        def work() -> Union[Path, str]:
            try:
                return back_up(kept) or ""
            except (OSError, sqlite3.Error) as error:
                return str(error)

        def done(result: Union[Path, str]) -> None:
            if self._closed:
                return
            self._now.setEnabled(True)
            self._refresh()
            if isinstance(result, Path):
                self._said.setText(tr.settings_backed_up(name=result.name))
            else:
                self._said.setText(tr.settings_backup_failed(reason=result))

        self._now.setEnabled(False)
        self._background.run(work, done, lambda problem: done(str(problem)))
