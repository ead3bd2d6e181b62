"""The list of people (or profiles) who may sync with this computer."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterator, List

from aqt.qt import QHBoxLayout, QListWidget, QVBoxLayout, QWidget, qconnect

from ...errors import DataFolderUnusable, Problem
from ...i18n import tr
from ...phones.account import make_password
from ...store.paths import accounts_path, users_path
from ..parts.messages import confirm, show_message
from ..parts.problems import explain
from ..parts.widgets import WrappingLabel, button, grey_label
from .account_dialog import AccountDialog

if TYPE_CHECKING:
    from ...server.accounts.accounts import Accounts, BadName
    from .context import Context


def _require_chosen_well(password: str) -> None:
    # imported only here: it needs a library that is importable once the server was started
    from ...server.accounts.passwords import require_chosen_well

    require_chosen_well(password)


class AccountsPanel(QWidget):
    """The list and its buttons. Everything here takes effect at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(WrappingLabel(tr.accounts_title()))
        self._list = QListWidget()
        self._list.setObjectName("lan_sync_accounts")
        self._list.setMinimumHeight(90)
        layout.addWidget(self._list, 1)
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
        self._list.clear()
        names: List[str] = []
        if self._context.phones.server is not None or accounts_path(self._context.data).exists():
            wrong = self._attempt(lambda accounts: names.extend(accounts.names()))
            if wrong:
                show_message(self, wrong)
        self._list.addItems(names)
        self._enable()

    def _folder(self, name: str) -> Path:
        return users_path(self._context.data) / name

    @contextlib.contextmanager
    def _accounts(self) -> Iterator[Accounts]:
        server = self._context.phones.server
        if server is not None:
            yield server.accounts  # type: ignore[misc]
            return
        self._context.load_libraries()
        from ...hosting import open_accounts

        accounts = open_accounts(self._context.data)
        try:
            yield accounts
        finally:
            accounts.close()

    def _attempt(self, act: Callable[[Accounts], object]) -> str:
        """Do something with the accounts; return what is wrong, or "" on success."""
        try:
            with self._accounts() as accounts:
                from ...server.accounts.accounts import BadName, BadPassword, NameTaken, NoSuchUser

                try:
                    act(accounts)
                except NameTaken:
                    return tr.accounts_name_taken()
                except BadName as bad:
                    return _what_is_wrong_with(bad)
                except BadPassword:
                    return tr.accounts_bad_password()
                except NoSuchUser:
                    return tr.accounts_gone()
        except Problem as problem:
            return explain(problem)
        except (OSError, sqlite3.Error) as error:
            return explain(DataFolderUnusable(self._context.data, str(error)))
        return ""

    def _change(self, act: Callable[[Accounts], object]) -> str:
        wrong = self._attempt(act)
        if not wrong:
            self._refresh()
        return wrong

    def _on_add(self) -> None:
        def add(name: str, password: str) -> str:
            kept = ""

            def check(accounts: Accounts) -> None:
                nonlocal kept
                kept = accounts.free_name(name)
                _require_chosen_well(password)

            wrong = self._attempt(check)
            if wrong:
                return wrong
            if self._folder(kept).exists() and kept not in confirmed:
                confirmed.append(kept)
                return tr.accounts_data_there(name=kept, path=str(self._folder(kept)))
            return self._change(lambda accounts: accounts.add(kept, password))

        confirmed: List[str] = []
        AccountDialog(self, tr.accounts_add_title(), "", make_password(), add).open()

    def _on_change(self) -> None:
        chosen, phones = self._chosen(), self._context.phones

        def change(name: str, password: str) -> str:
            def set_it(accounts: Accounts) -> None:
                _require_chosen_well(password)
                accounts.set_password(
                    name, password, along=lambda: phones.password_changed(name, password)
                )

            return self._change(set_it)

        title = tr.accounts_change_title(name=chosen)
        AccountDialog(self, title, chosen, make_password(), change).open()

    def _on_remove(self) -> None:
        name, phones = self._chosen(), self._context.phones
        try:
            users = phones.profiles_of(name)
        except Problem as problem:
            show_message(self, explain(problem))
            return
        if users:
            show_message(self, tr.accounts_in_use(name=name, profile=users[0]), warning=False)
            return

        def remove() -> None:
            wrong = self._change(
                lambda accounts: accounts.remove(name, along=lambda: phones.account_removed(name))
            )
            if wrong:
                show_message(self, wrong)

        folder = self._folder(name)
        text = (
            tr.accounts_remove_with_data(name=name, path=str(folder))
            if folder.exists()
            else tr.accounts_remove_without_data(name=name)
        )
        confirm(self, text, tr.accounts_remove_ok(), remove)


def _what_is_wrong_with(bad: BadName) -> str:
    if bad.reserved:
        return tr.accounts_name_reserved(name=bad.name)
    # the rule, and which character breaks it: many are invisible
    code = f" (U+{ord(bad.character):04X})" if bad.character else ""
    return tr.accounts_bad_name() + code
