"""The accounts of this computer, read and changed for the settings.

Everything here is for a thread: another program may have the file locked, and a password takes a
moment to be hashed.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Iterator, List

from ...errors import DataFolderUnusable, Problem
from ...i18n import tr
from ...store.paths import accounts_path
from .context import Context

if TYPE_CHECKING:
    from ...server.accounts.accounts import Accounts
    from ...server.accounts.local_users import LocalUsers
    from ...store.user_names import BadName


class InvalidAccount(Problem):
    """What was typed cannot be; the message is what to show."""


class AccountList:
    """The server's accounts, or those in its folder while it does not run.

    Every method raises a Problem.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def names(self) -> List[str]:
        """Return all names. For a thread."""
        if self._context.phones.server is None and not accounts_path(self._context.data).exists():
            return []
        with self._users() as users:
            return users.names()

    def check(self, name: str, password: str) -> str:
        """Return the name as `add` would keep it, if it can be added. For a thread."""
        with self._users() as users:
            kept = users.require_free(name)
            _require_strong(password)
            return kept

    def add(self, name: str, password: str) -> None:
        """Add an account. For a thread."""
        with self._users() as users:
            users.add(name, password)
        self._context.phones.password_changed(name, password)

    def set_password(self, name: str, password: str) -> None:
        """Change a password, also where it is shown for phones. For a thread."""
        phones = self._context.phones
        with self._users() as users:
            _require_strong(password)
            users.set_password(
                name, password, before_commit=lambda: phones.password_changed(name, password)
            )

    def remove(self, name: str) -> None:
        """Remove an account. For a thread."""
        phones = self._context.phones
        with self._users() as users:
            users.remove(name, before_commit=lambda: phones.account_removed(name))

    @contextlib.contextmanager
    def _users(self) -> Iterator[LocalUsers]:
        """Open the accounts, and put in words what the block raises. For a thread."""
        try:
            with self._accounts() as accounts:
                from ...server.accounts.local_users import NameTaken, NoSuchUser
                from ...server.accounts.passwords import BadPassword
                from ...store.user_names import BadName

                try:
                    yield accounts.users
                except NameTaken:
                    raise InvalidAccount(tr.accounts_name_taken()) from None
                except BadName as bad:
                    raise InvalidAccount(_what_is_wrong_with(bad)) from None
                except BadPassword:
                    raise InvalidAccount(tr.accounts_bad_password()) from None
                except NoSuchUser:
                    raise InvalidAccount(tr.accounts_gone()) from None
        except (OSError, sqlite3.Error) as error:
            raise DataFolderUnusable(self._context.data, str(error)) from error

    @contextlib.contextmanager
    def _accounts(self) -> Iterator[Accounts]:
        """Open the accounts. For a thread."""
        server = self._context.phones.server
        if server is not None:
            yield server.accounts
            return
        self._context.load_libraries()
        from ...hosting import open_accounts

        with contextlib.closing(open_accounts(self._context.data)) as accounts:
            yield accounts


def _require_strong(password: str) -> None:
    # imported only here: it needs a library that is importable once the server was started
    from ...server.accounts.passwords import require_strong

    require_strong(password)


def _what_is_wrong_with(bad: BadName) -> str:
    if bad.reserved:
        return tr.accounts_name_reserved(name=bad.name)
    character = bad.character
    if not character:
        return tr.accounts_bad_name()
    from ...store.user_names import is_visible

    if is_visible(character):
        return tr.accounts_bad_character(character=character)
    return tr.accounts_bad_invisible(code=f"U+{ord(character):04X}")
