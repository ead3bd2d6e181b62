"""Accounts: users with a password, and a random key for each device that signed in.

Anki's own server derives its only key from name and password, so a new password logs out every
device, and a lost phone cannot be locked out alone. Here each sign-in makes a new key: one device
can be removed, and a new password logs out none.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...errors import DataFolderUnusable
from ...store.sqlite import open_durable, unflushed, use_log
from ...store.user_names import BadName, nfc, user_name
from ..events import Event, SignedIn, SyncAsked
from . import contacts, devices, passwords
from .contacts import Contact
from .devices import Device
from .passwords import MAX_PASSWORD, BadPassword
from .schema import migrate
from .sign_in import SignIn

__all__ = [
    "MAX_PASSWORD",
    "Account",
    "Accounts",
    "BadName",
    "BadPassword",
    "NameTaken",
    "NoSuchUser",
]

log = logging.getLogger(__name__)

# Seconds between two updates of "last seen"; a sync is some ten requests.
_SEEN_EVERY = 60
# Seconds to wait for another process (`adduser`) that is writing; a window may be waiting for us.
_PATIENCE = 2.0


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Account:
    """The user and device behind a host key."""

    user: str
    device: int
    client: str  # how the device's Anki identifies itself
    name: str = ""  # of the device, chosen by the person; "" if none


class NameTaken(ValueError):
    """A user of this name already exists."""


class NoSuchUser(KeyError):
    """There is no user of this name."""


class Accounts:
    """Users and devices in an SQLite file (times in seconds since 1970). Any thread may call.

    Host keys are 160 random bits, so a plain SHA-256 of them is enough; passwords are hashed with
    werkzeug's default (scrypt, or PBKDF2 in older versions).

    With `elsewhere`, that object decides who may sign in, and the passwords here are not used: a
    user is added here, without a password, at the first sign-in.

    After `sign_out_after` days in which a device was not seen, its key is invalid; 0 for never.

    Every method raises DataFolderUnusable if the file cannot be read or written.
    """

    def __init__(
        self, path: Path, elsewhere: SignIn | None = None, sign_out_after: int = 0
    ) -> None:
        self._path = path
        self._sign_out_after = sign_out_after * 86_400  # s
        self._elsewhere = elsewhere
        self._lock = threading.Lock()
        with contextlib.suppress(OSError):  # Windows keeps only the read-only bit
            path.touch(0o600)
            path.chmod(0o600)
        self._db = open_durable(path, _PATIENCE)
        try:
            self._db.execute("pragma foreign_keys = on")
            migrate(self._db)
            use_log(self._db)
        except BaseException:
            self._db.close()
            raise
        # scrypt takes 32 MiB each time: with more at once, anyone could fill the memory.
        self._hashing = threading.Semaphore(2)

    def close(self) -> None:
        with self._lock:
            self._db.close()

    @contextlib.contextmanager
    def _cursor(self) -> Iterator[sqlite3.Cursor]:
        try:
            with self._lock, contextlib.closing(self._db.cursor()) as cursor:
                yield cursor
        except sqlite3.IntegrityError:  # its meaning depends on the caller
            raise
        except sqlite3.Error as error:
            raise DataFolderUnusable(self._path, str(error)) from error

    @contextlib.contextmanager
    def _unflushed_cursor(self) -> Iterator[sqlite3.Cursor]:
        """Do what `_cursor` does, for changes that a power cut may undo."""
        with self._cursor() as cursor, unflushed(self._db):
            yield cursor

    @contextlib.contextmanager
    def _change(self, before_commit: Callable[[], object]) -> Iterator[sqlite3.Cursor]:
        """Change the file in a transaction, which is committed if `before_commit` succeeds."""
        with self._cursor() as db:
            db.execute("begin immediate")
            try:
                yield db
                before_commit()
                db.execute("commit")
            except BaseException:
                db.execute("rollback")
                raise

    def names(self) -> list[str]:
        """Return all user names, sorted."""
        with self._cursor() as db:
            return [name for (name,) in db.execute("select name from users order by name")]

    def require_free(self, name: str) -> str:
        """Return a free name in its stored form. Raises BadName and NameTaken."""
        name = user_name(name)
        with self._cursor() as db:
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
            with self._cursor() as db:
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
        with self._change(before_commit) as db:
            db.execute("update users set password = ? where name = ?", (hashed, _typed(name)))
            if not db.rowcount:
                raise NoSuchUser(name)

    def remove(self, name: str, before_commit: Callable[[], object] = _nothing) -> None:
        """Remove a user and their devices, but not their folder. Raises NoSuchUser.

        If `before_commit` raises, nothing is changed.
        """
        with self._change(before_commit) as db:
            db.execute("delete from users where name = ?", (_typed(name),))
            if not db.rowcount:
                raise NoSuchUser(name)

    def login(self, name: str, password: str, client: str) -> str | None:
        """Sign a device in and return its new host key; None if the name or password is wrong.

        Both take the same time. `client` is how the device identifies itself, for the list of
        devices. The case of the name does not matter: phones like to begin with a capital.
        """
        user = self._authenticate(name, password)
        if user is None:
            return None
        if self._elsewhere is not None:
            user = self._ensure_added(user)
        return self._new_device(user, client)

    def hash_of(self, name: str) -> str:
        """Return what is stored of a user's password, which changes with it; "" if nothing."""
        with self._cursor() as db:
            found = db.execute("select password from users where name = ?", (name,)).fetchone()
        return "" if found is None else str(found[0])

    def is_right(self, name: str, password: str) -> bool:
        """Return whether `login` would succeed, without adding a device."""
        return self._authenticate(name, password) is not None

    def _authenticate(self, name: str, password: str) -> str | None:
        if len(password) > MAX_PASSWORD:
            return None
        return (self._elsewhere or self).check(name, password)

    def check(self, name: str, password: str) -> str | None:
        """Return the user's stored name; None if name or password is wrong (see SignIn)."""
        with self._cursor() as db:
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

    def stored_name(self, name: str) -> str | None:
        """Return the name of the user that something typed means; None if there is no such user.

        A user who is kept elsewhere is known once they have signed in.
        """
        with self._cursor() as db:
            row = db.execute("select name from users where folded = ?", (_fold(name),)).fetchone()
        return None if row is None else str(row[0])

    def exists(self, name: str) -> bool:
        """Return whether there is a user of exactly this name (see SignIn)."""
        with self._cursor() as db:
            found = db.execute("select 1 from users where name = ?", (_typed(name),))
            return found.fetchone() is not None

    def _ensure_added(self, name: str) -> str:
        """Add a user who is kept elsewhere, if new; return the name as it was first added."""
        with self._cursor() as db:
            db.execute(
                "insert or ignore into users values (?, ?, '', ?)",
                (name, _fold(name), int(time.time())),
            )
            (added,) = db.execute(
                "select name from users where folded = ?", (_fold(name),)
            ).fetchone()
        return str(added)

    def _new_device(self, name: str, client: str) -> str:
        key = secrets.token_hex(20)
        now = int(time.time())
        try:
            with self._cursor() as db:
                db.execute(
                    "insert into devices (key_hash, user, client, created, last_seen)"
                    " values (?, ?, ?, ?, ?)",
                    (_hash_key(key), name, client, now, now),
                )
        except sqlite3.IntegrityError:
            raise NoSuchUser(name) from None
        return key

    def by_key(self, key: str, client: str = "", address: str = "") -> Account | None:
        """Return the owner of a host key, if any; record when it was seen, the client, and the
        address it came from."""
        hashed = _hash_key(key)
        now = int(time.time())
        with self._cursor() as db:
            row = db.execute(
                "select id, user, client, detail, name, last_seen, address from devices"
                " where key_hash = ?",
                (hashed,),
            ).fetchone()
        if row is None:
            return None
        device, user, known_client, detail, name, last_seen, known_address = row
        if self._elsewhere is not None and not self._elsewhere.exists(user):
            return None
        if self._sign_out_after and now - last_seen > self._sign_out_after:
            return None
        client, address = client or known_client, address or known_address
        is_news = (client, address) != (known_client, known_address)
        if now - last_seen > _SEEN_EVERY or is_news:
            try:
                with self._unflushed_cursor() as db:
                    db.execute(
                        "update devices set last_seen = ?, client = ?, address = ? where id = ?",
                        (now, client, address, device),
                    )
            except DataFolderUnusable as error:  # only displayed: no reason to refuse
                log.warning("when a device was seen could not be recorded: %s", error)
        return Account(user, device, detail or client, name)

    def devices(self, user: str | None = None) -> list[Device]:
        """Return one user's devices, or all, the last seen first."""
        with self._cursor() as db:
            return devices.devices(db, user)

    def device(self, number: int) -> Device | None:
        """Return the device with this number, or None."""
        with self._cursor() as db:
            return devices.device(db, number)

    def rename_device(self, number: int, name: str) -> None:
        """Name a device; "" removes its name. Raises NoSuchDevice."""
        with self._cursor() as db:
            devices.rename(db, number, name)

    def revoke(self, number: int) -> tuple[int, ...]:
        """Remove a device: its keys are invalid at once. Raises NoSuchDevice.

        Returns the numbers of all its sign-ins.
        """
        with self._cursor() as db:
            return devices.revoke(db, number)

    def describe_device(self, number: int, detail: str) -> None:
        """Store the longer text with which a device identifies itself in `meta`."""
        with self._unflushed_cursor() as db:
            devices.describe(db, number, detail)

    def contact(self, number: int) -> Contact:
        """Return what is known about how far a device is in step with its user's store."""
        with self._cursor() as db:
            return contacts.contact(db, number)

    def keep_contact(self, number: int, contact: Contact) -> None:
        """Store how far a device is in step; do nothing if it was removed."""
        with self._cursor() as db:
            contacts.keep(db, number, contact)

    def record(self, event: Event) -> None:
        """Store what an event says about its device's last sync."""
        if isinstance(event, (SignedIn, SyncAsked)):
            with self._cursor() as db:
                devices.take_former_name(db, event.device)
        elif isinstance(event, devices.RECORDED):
            with self._unflushed_cursor() as db:
                devices.record(db, event, int(time.time()))


def _typed(name: str) -> str:
    """Normalise a name to look up; one that is not UTF-8 (on a command line) matches no user."""
    return nfc(name).encode("utf-8", "replace").decode()


def _fold(name: str) -> str:
    return _typed(name).casefold()


def _hash_key(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
