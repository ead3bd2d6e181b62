"""Adding an account, from the settings and from "Connect a phone"."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List

from aqt.qt import QWidget

from ...errors import Problem
from ...i18n import tr
from ...phones.account import make_password
from ...store.paths import users_path
from ..parts.background import WindowsWork
from ..parts.problems import explain
from .account_dialog import AccountDialog, Answered
from .account_list import AccountList, InvalidAccount


def ask_for_account(
    parent: QWidget,
    accounts: AccountList,
    data: Path,
    work: WindowsWork,
    added: Callable[[str], None],
) -> None:
    """Ask for a name and a password; call `added` with the name that was added, if one was."""
    confirmed: List[str] = []

    def add(name: str, password: str, answered: Answered) -> None:
        def failed(problem: Problem) -> None:
            answered(sentence(problem))

        def checked(kept: str) -> None:
            folder = users_path(data) / kept
            if folder.exists() and kept not in confirmed:
                confirmed.append(kept)
                answered(tr.accounts_data_there(name=kept, path=str(folder)))
                return

            def done(_nothing: None) -> None:
                answered("")
                added(kept)

            work.run(lambda: accounts.add(kept, password), done, failed)

        work.run(lambda: accounts.check(name, password), checked, failed)

    AccountDialog(parent, tr.accounts_add_title(), "", make_password(), add).open()


def sentence(problem: Problem) -> str:
    return str(problem) if isinstance(problem, InvalidAccount) else explain(problem)
