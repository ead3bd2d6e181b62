"""The window "Devices and activity": who syncs here, what is going on, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional, Sequence

from aqt.qt import (
    QCheckBox,
    QHBoxLayout,
    QSize,
    Qt,
    QTabWidget,
    QTimer,
    QVBoxLayout,
    QWidget,
    qconnect,
)

from ...errors import Problem
from ...i18n import tr
from ...server.generated_password import in_groups
from ..parts.background import Background, WindowsWork
from ..parts.colours import BLUE
from ..parts.live import Live
from ..parts.messages import confirm, show_message
from ..parts.problems import explain
from ..parts.widgets import Dot, WrappingLabel, button, copy_button, grey_label
from ..parts.window import Window, room
from .activity_list import ActivityList
from .server_view import Content, ServerView
from .table import DeviceRow, DevicesTable

_EVERY_MS = 1000


@dataclass(frozen=True)
class Helpers:
    """What the window needs from Anki."""

    live: Live
    background: Background
    new_password: Callable[[str], str]
    """Makes a new password for an account and returns it. For a thread; raises a Problem."""
    restore: Callable[[QWidget, str, str], None]
    """Offers to restore a user's backup of that name; see gui/restoring.py."""


class DevicesWindow(Window):
    """A window that may stay open beside Anki's."""

    def __init__(self, parent: QWidget, view: ServerView, helpers: Helpers) -> None:
        super().__init__(
            parent, "lan_sync_devices_window", tr.devices_title(), Qt.WindowType.Window
        )
        self._view = view
        self._helpers = helpers
        self._counting = False
        self._work = WindowsWork(self, helpers.background)
        self._stale = False
        """Whether something may have happened since the last reading began."""
        self._reading = False
        self._overtaken = False
        """Whether the reading under way may find the state before a change."""
        self._changing = 0
        self._table = DevicesTable(self._rename)
        self._activity = ActivityList()
        self._progress = _Progress()
        tabs = QTabWidget()
        tabs.addTab(self._devices_page(), tr.devices_tab())
        tabs.addTab(self._activity_page(), tr.activity_tab())
        self.body.addWidget(self._progress)
        self.body.addWidget(tabs, 1)
        self.body.addLayout(self._storage_row())
        self.add_close_button()
        self.resize(QSize(1020, 520).boundedTo(room(self)))  # headings in Russian need that much
        self._follow()

    def refresh(self) -> None:
        """Refresh everything that is cheap to read; the files in the background, because another
        program may lock them."""
        self._progress.show_sentences(self._view.running())
        self._forgive_button.setVisible(self._view.is_anybody_slowed())
        self._stale = True
        self._read()

    def _read(self) -> None:
        if not self._stale or self._reading or self._changing:
            return  # or when that is done
        self._stale, self._reading = False, True
        self._work.run(self._view.read, self._show, self._not_read)

    def _show(self, content: Content) -> None:
        self._storage.setText(self._used)  # in place of what was wrong, if anything was
        if not self._overtaken:
            self._table.show_rows(content.devices)
            self._activity.show_lines(content.activity)
            self._selected()
        self._reading = self._overtaken = False
        self._read()

    def _not_read(self, problem: Problem) -> None:
        self._reading = self._overtaken = False
        # asked again in a second: a message of its own would come again and again
        self._storage.setText(explain(problem))

    def _follow(self) -> None:
        unsubscribe = self._helpers.live.subscribe(lambda _event, _name: self._changed())
        qconnect(self.finished, lambda _result: unsubscribe())
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        qconnect(timer.timeout, self.refresh)
        timer.start()
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        if not self._counting:
            self._counting = True
            self._work.run(
                self._view.storage,
                self._show_storage,
                lambda problem: self._show_storage(explain(problem)),
            )

    def _devices_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._table, 1)
        self._forgive_button = button(tr.devices_forgive(), self._forgive, "lan_sync_forgive")
        self._rename_button = button(
            tr.devices_rename(), self._table.edit_name, "lan_sync_rename_device"
        )
        self._remove_button = button(tr.devices_remove(), self._ask, "lan_sync_remove_device")
        row = QHBoxLayout()
        row.addWidget(grey_label(tr.devices_hint()), 1)
        row.addWidget(self._forgive_button)
        row.addWidget(self._rename_button)
        row.addWidget(self._remove_button)
        layout.addLayout(row)
        qconnect(self._table.itemSelectionChanged, self._selected)
        return page

    def _activity_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._activity, 1)
        row = QHBoxLayout()
        row.addWidget(grey_label(tr.activity_log_hint()), 1)
        self._restore_button = button(
            tr.activity_restore(), self._restore, "lan_sync_restore_before"
        )
        self._restore_button.setEnabled(False)
        row.addWidget(self._restore_button)
        row.addWidget(
            copy_button(self._view.technical_log, tr.activity_copy_log(), "lan_sync_copy_log")
        )
        layout.addLayout(row)
        qconnect(self._activity.itemSelectionChanged, self._line_selected)
        return page

    def _line_selected(self) -> None:
        line = self._activity.selected()
        self._restore_button.setEnabled(line is not None and bool(line.backup))

    def _restore(self) -> None:
        line = self._activity.selected()
        if line is not None and line.backup:
            self._helpers.restore(self, line.user, line.backup)

    def _storage_row(self) -> QHBoxLayout:
        self._used = tr.devices_counting_storage()
        self._storage = WrappingLabel(self._used, "lan_sync_storage")
        row = QHBoxLayout()
        row.addWidget(self._storage, 1)
        row.addWidget(
            button(tr.devices_open_folder(), self._view.open_folder, "lan_sync_open_folder")
        )
        return row

    def _show_storage(self, sentence: str) -> None:
        self._counting = False
        self._used = sentence
        self._storage.setText(sentence)

    def _selected(self) -> None:
        row = self._table.selected()
        may_sync = row is not None and row.has_key
        self._rename_button.setEnabled(may_sync)
        self._remove_button.setEnabled(may_sync)

    def _forgive(self) -> None:
        self._view.forgive()
        self.refresh()

    def _rename(self, device: int, name: str) -> None:
        self._change(lambda: self._view.rename(device, name))

    def _ask(self) -> None:
        row = self._table.selected()
        if row is None:
            return
        password = QCheckBox(tr.devices_remove_password(user=row.user))
        password.setObjectName("lan_sync_remove_password")
        question = tr.devices_remove_question(device=row.name)
        confirm(
            self,
            question,
            tr.devices_remove_now(),
            lambda: self._remove(row, password.isChecked()),
            password,
        )

    def _remove(self, row: DeviceRow, and_password: bool) -> None:
        def remove() -> None:
            self._view.revoke(row.id)

        def show(password: str) -> None:
            text = tr.devices_new_password(user=row.user, password=in_groups(password))
            show_message(self, text, warning=False)

        def failed(problem: Problem) -> None:
            show_message(self, explain(problem))

        def renew() -> None:
            self._work.run(lambda: self._helpers.new_password(row.user), show, failed)

        self._change(remove, renew if and_password else lambda: None)

    def _change(self, change: Callable[[], None], then: Callable[[], None] = lambda: None) -> None:
        """Change something in a thread, and go on if it worked."""

        def ended() -> None:
            self._changing -= 1
            self.refresh()

        def done(_nothing: None) -> None:
            ended()
            then()

        def failed(problem: Problem) -> None:
            ended()
            show_message(self, explain(problem))

        self._changing += 1
        self._overtaken = self._reading
        self._work.run(change, done, failed)


class _Progress(QWidget):
    """A strip at the top while something syncs."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._label = WrappingLabel("", "lan_sync_running")
        dot = Dot()
        dot.show_colour(BLUE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show the sentences, or that nothing syncs."""
        self._label.setText("\n".join(sentences))
        self.setVisible(bool(sentences))
