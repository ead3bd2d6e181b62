"""The list of people (or profiles) who may sync with this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List

from aqt.qt import QHBoxLayout, QListWidget, QVBoxLayout, QWidget, qconnect

from ...errors import Problem
from ...i18n import tr
from ...phones.account import make_password
from ...store.paths import users_path
from ..parts.background import Background, WindowsWork
from ..parts.messages import confirm, show_message
from ..parts.problems import explain
from ..parts.table import RoomyRows
from ..parts.widgets import Moment, WrappingLabel, button, grey_label
from .account_dialog import AccountDialog, Answered
from .account_list import AccountList
from .adding import ask_for_account, sentence
from .context import Context


class AccountsPanel(QWidget):
    """The list and its buttons. Everything here takes effect at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._accounts = AccountList(context)
        self._work = WindowsWork(self, Background(context.mw))
        self._looks = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        title = WrappingLabel(tr.accounts_title())
        layout.addWidget(title)
        self._list = QListWidget()
        self._list.setAccessibleName(tr.accounts_title())
        title.setBuddy(self._list)
        self._list.setObjectName("lan_sync_accounts")
        self._list.setMinimumHeight(90)
        self._list.setItemDelegate(RoomyRows(self._list))
        layout.addWidget(self._list, 1)
        self._moment = Moment("lan_sync_accounts_moment")
        layout.addWidget(self._moment)
        row = QHBoxLayout()
        row.addWidget(button(tr.accounts_add(), self._on_add, "lan_sync_account_add"))
        self._edit = button(tr.accounts_change(), self._on_change, "lan_sync_account_change")
        self._remove = button(tr.accounts_remove(), self._on_remove, "lan_sync_account_remove")
        row.addWidget(self._edit)
        row.addWidget(self._remove)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(grey_label(tr.accounts_explained()))
        qconnect(self._list.currentRowChanged, lambda _row: self._enable())
        self._refresh()

    def _chosen(self) -> str:
        item = self._list.currentItem()
        return item.text() if item is not None else ""

    def _enable(self) -> None:
        self._edit.setEnabled(bool(self._chosen()))
        self._remove.setEnabled(bool(self._chosen()))

    def _refresh(self) -> None:
        self._looks += 1
        look = self._looks

        def show(names: List[str]) -> None:
            if look != self._looks:  # another look was begun, after a change
                return
            self._moment.end()
            chosen = self._chosen()
            self._list.clear()
            self._list.addItems(names)
            own = self._context.phones.account
            wanted = [name for name in (chosen, own, *names) if name in names]
            self._list.setCurrentRow(names.index(wanted[0]) if wanted else -1)
            self._enable()

        def failed(problem: Problem) -> None:
            self._moment.end()
            show_message(self, sentence(problem))

        self._moment.begin()
        self._enable()
        self._work.run(self._accounts.names, show, failed)

    def _folder(self, name: str) -> Path:
        return users_path(self._context.data) / name

    def _change(self, change: Callable[[], None], answered: Answered) -> None:
        """Change the accounts; `answered` hears what is wrong, "" if it is done."""

        def done(_nothing: None) -> None:
            self._refresh()
            answered("")

        self._work.run(change, done, lambda problem: answered(sentence(problem)))

    def _on_add(self) -> None:
        def added(name: str) -> None:
            self._refresh()
            self._context.connect_phone(name)

        ask_for_account(self, self._accounts, self._context.data, self._work, added)

    def _on_change(self) -> None:
        chosen = self._chosen()

        def change(name: str, password: str, answered: Answered) -> None:
            self._change(lambda: self._accounts.set_password(name, password), answered)

        title = tr.accounts_change_title(name=chosen)
        AccountDialog(self, title, chosen, make_password(), change).open()

    def _on_remove(self) -> None:
        name = self._chosen()
        try:
            users = self._context.phones.profiles_of(name)
        except Problem as problem:
            show_message(self, explain(problem))
            return
        if users:
            show_message(self, tr.accounts_in_use(name=name, profile=users[0]), warning=False)
            return

        def answered(wrong: str) -> None:
            if wrong:
                show_message(self, wrong)

        folder = self._folder(name)
        text = (
            tr.accounts_remove_with_data(name=name, path=str(folder))
            if folder.exists()
            else tr.accounts_remove_without_data(name=name)
        )
        confirm(
            self,
            text,
            tr.accounts_remove_ok(),
            lambda: self._change(lambda: self._accounts.remove(name), answered),
        )
