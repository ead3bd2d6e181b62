"""The users of this server and the hashes of their passwords."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable

from ...store.user_names import nfc, user_name
from . import passwords
from .accounts_file import AccountsFile


class NameTaken(ValueError):
    """A user of this name already exists."""


class NoSuchUser(KeyError):
    """There is no user of this name."""


def _nothing() -> None:
    pass


class LocalUsers:
    """Decides who may sign in (see SignIn), unless another class does. Any thread may call.

    If another class does, the passwords here are not used: a user is added, without a password, at
    the first sign-in.

    Passwords are hashed with werkzeug's default (scrypt, or PBKDF2 in older versions). Every method
    raises DataFolderUnusable if the file cannot be read or written.
    """

    def __init__(self, file: AccountsFile) -> None:
        self._file = file
        # scrypt takes 32 MiB each time: with more at once, anyone could fill the memory.
        self._hashing = threading.Semaphore(2)

    def names(self) -> list[str]:
        """Return all user names, sorted."""
        with self._file.cursor() as db:
            return [name for (name,) in db.execute("select name from users order by name")]

    def stored_name(self, name: str) -> str | None:
        """Return the name of the user that something typed means; None if there is no such user.

        A user who is kept elsewhere is known once they have signed in.
        """
        with self._file.cursor() as db:
            row = db.execute("select name from users where folded = ?", (_fold(name),)).fetchone()
        return None if row is None else str(row[0])

    def exists(self, name: str) -> bool:
        """Return whether there is a user of exactly this name (see SignIn)."""
        with self._file.cursor() as db:
            found = db.execute("select 1 from users where name = ?", (_typed(name),))
            return found.fetchone() is not None

    def require_free(self, name: str) -> str:
        """Return a free name in its stored form. Raises BadName and NameTaken."""
        name = user_name(name)
        with self._file.cursor() as db:
            if db.execute("select 1 from users where folded = ?", (_fold(name),)).fetchone():
                raise NameTaken(f"user {name!r} already exists")
        return name

    def add(self, name: str, password: str) -> None:
        """Add a user. Raises NameTaken (also if only the case differs), BadName and BadPassword."""
        name = user_name(name)
        self._add(name, passwords.hash_password(password))

    def add_hashed(self, name: str, hashed: str) -> None:
        """Add a user, given a password's hash. Raises what `add` raises."""
        name = user_name(name)
        passwords.require_supported(hashed)
        self._add(name, hashed)

    def _add(self, name: str, hashed: str) -> None:
        try:
            with self._file.cursor() as db:
                db.execute(
                    "insert into users values (?, ?, ?, ?)",
                    (name, _fold(name), hashed, int(time.time())),
                )
        except sqlite3.IntegrityError:
            raise NameTaken(f"user {name!r} already exists") from None

    def set_password(
        self, name: str, password: str, before_commit: Callable[[], object] = _nothing
    ) -> None:
        """Change a password; devices stay signed in. Raises NoSuchUser and BadPassword.

        If `before_commit` raises, nothing is changed.
        """
        self._set(name, passwords.hash_password(password), before_commit)

    def set_hashed(self, name: str, hashed: str) -> None:
        """Change a password, given its hash. Raises what `set_password` raises."""
        passwords.require_supported(hashed)
        self._set(name, hashed, _nothing)

    def _set(self, name: str, hashed: str, before_commit: Callable[[], object]) -> None:
        with self._file.change(before_commit) as db:
            db.execute("update users set password = ? where name = ?", (hashed, _typed(name)))
            if not db.rowcount:
                raise NoSuchUser(name)

    def remove(self, name: str, before_commit: Callable[[], object] = _nothing) -> None:
        """Remove a user and their devices, but not their folder. Raises NoSuchUser.

        If `before_commit` raises, nothing is changed.
        """
        with self._file.change(before_commit) as db:
            db.execute("delete from users where name = ?", (_typed(name),))
            if not db.rowcount:
                raise NoSuchUser(name)

    def hash_of(self, name: str) -> str:
        """Return what is stored of a user's password, which changes with it; "" if nothing."""
        with self._file.cursor() as db:
            found = db.execute("select password from users where name = ?", (name,)).fetchone()
        return "" if found is None else str(found[0])

    def check(self, name: str, password: str) -> str | None:
        """Return the user's stored name; None if name or password is wrong (see SignIn)."""
        with self._file.cursor() as db:
            row = db.execute(
                "select name, password from users where folded = ?", (_fold(name),)
            ).fetchone()
            # An unknown name must take as long as a wrong password, or names could be guessed by
            # timing: so check the password of some other user.
            row = row or db.execute("select null, password from users limit 1").fetchone()
        if row is None:  # there are no users yet
            return None
        known, hashed = row
        with self._hashing:
            right = any(passwords.matches(hashed, one) for one in passwords.readings(password))
        return known if right else None

    def ensure_added(self, name: str) -> str:
        """Add a user who is kept elsewhere, if new; return the name as it was first added."""
        with self._file.cursor() as db:
            db.execute(
                "insert or ignore into users values (?, ?, '', ?)",
                (name, _fold(name), int(time.time())),
            )
            (added,) = db.execute(
                "select name from users where folded = ?", (_fold(name),)
            ).fetchone()
        return str(added)


def _typed(name: str) -> str:
    """Normalise a name to look up; one that is not UTF-8 (on a command line) matches no user."""
    return nfc(name).encode("utf-8", "replace").decode()


def _fold(name: str) -> str:
    return _typed(name).casefold()
