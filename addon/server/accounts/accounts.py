"""Who may sync: users with a password, and one random key for each device that signed in.

Anki's own server derives its one key from name and password, so a new password logs every device
out and a lost phone cannot be shut out. Here each sign-in makes its own key: a device can be
revoked alone, and a new password leaves signed-in devices alone.
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
from ..events import Event
from . import contacts, devices, passwords
from .contacts import Contact
from .devices import Device
from .passwords import MAX_PASSWORD, BadPassword
from .schema import bring_up_to_date
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

# Seconds between two notes of "last seen"; a sync is some ten requests.
_SEEN_EVERY = 60
# Seconds to wait for another process (`adduser`) that is writing; a window may wait with us.
_PATIENCE = 2.0


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Account:
    """The user and device behind a host key."""

    user: str
    device: int
    client: str  # how the device's Anki names itself
    name: str = ""  # of the device, given by the person; "" if none


class NameTaken(ValueError):
    """There is a user of this name already."""


class NoSuchUser(KeyError):
    """There is no user of this name."""


class Accounts:
    """Users and devices in one SQLite file (times in seconds since 1970).

    Host keys are 160 random bits, so their plain SHA-256 is kept; passwords are hashed as
    werkzeug does it by default (scrypt, or PBKDF2 in older werkzeugs). Safe to use from any thread.

    With `elsewhere` the passwords here count for nothing: that one says who may sign in, and a
    user is noted here, without a password, at the first sign-in.

    Every method raises `DataFolderUnusable` where the file cannot be read or written.
    """

    def __init__(self, path: Path, elsewhere: SignIn | None = None) -> None:
        self._path = path
        self._elsewhere = elsewhere
        self._lock = threading.Lock()
        with contextlib.suppress(OSError):  # Windows keeps only the read-only bit
            path.touch(0o600)
            path.chmod(0o600)
        self._db = open_durable(path, _PATIENCE)
        try:
            self._db.execute("pragma foreign_keys = on")
            bring_up_to_date(self._db)
            use_log(self._db)
        except BaseException:
            self._db.close()
            raise
        # scrypt takes 32 MiB a time: more at once would let a stranger fill the memory.
        self._hashing = threading.Semaphore(2)

    def close(self) -> None:
        with self._lock:
            self._db.close()

    @contextlib.contextmanager
    def _cursor(self) -> Iterator[sqlite3.Cursor]:
        try:
            with self._lock, contextlib.closing(self._db.cursor()) as cursor:
                yield cursor
        except sqlite3.IntegrityError:  # means something to each caller
            raise
        except sqlite3.Error as error:
            raise DataFolderUnusable(self._path, str(error)) from error

    @contextlib.contextmanager
    def _note(self) -> Iterator[sqlite3.Cursor]:
        """Like `_cursor`, for what may be lost in a power cut."""
        with self._cursor() as cursor, unflushed(self._db):
            yield cursor

    @contextlib.contextmanager
    def _change(self, along: Callable[[], object]) -> Iterator[sqlite3.Cursor]:
        """A change that counts once `along` is done as well."""
        with self._cursor() as db:
            db.execute("begin immediate")
            try:
                yield db
                along()
                db.execute("commit")
            except BaseException:
                db.execute("rollback")
                raise

    def names(self) -> list[str]:
        """All user names, sorted."""
        with self._cursor() as db:
            return [name for (name,) in db.execute("select name from users order by name")]

    def free_name(self, name: str) -> str:
        """Return the name as `add` would keep it; `BadName`, `NameTaken`."""
        name = user_name(name)
        with self._cursor() as db:
            if db.execute("select 1 from users where folded = ?", (_fold(name),)).fetchone():
                raise NameTaken(f"there is a user {name!r} already")
        return name

    def add(self, name: str, password: str) -> None:
        """Create a user; `NameTaken` (also when only capitals differ), `BadName`, `BadPassword`."""
        name = user_name(name)
        self._add(name, passwords.hashed(password))

    def add_hashed(self, name: str, hashed: str) -> None:
        """Create a user from the hash of a password; raises what `add` raises."""
        name = user_name(name)
        passwords.require_known(hashed)
        self._add(name, hashed)

    def _add(self, name: str, hashed: str) -> None:
        try:
            with self._cursor() as db:
                db.execute(
                    "insert into users values (?, ?, ?, ?)",
                    (name, _fold(name), hashed, int(time.time())),
                )
        except sqlite3.IntegrityError:
            raise NameTaken(f"there is a user {name!r} already") from None

    def set_password(
        self, name: str, password: str, along: Callable[[], object] = _nothing
    ) -> None:
        """Change a password; devices stay signed in. `NoSuchUser`, `BadPassword`.

        `along` does what has to happen with it; if that raises, nothing is changed here.
        """
        self._set(name, passwords.hashed(password), along)

    def set_hashed(self, name: str, hashed: str) -> None:
        """Change a password, given its hash; raises what `set_password` raises."""
        passwords.require_known(hashed)
        self._set(name, hashed, _nothing)

    def _set(self, name: str, hashed: str, along: Callable[[], object]) -> None:
        with self._change(along) as db:
            db.execute("update users set password = ? where name = ?", (hashed, _typed(name)))
            if not db.rowcount:
                raise NoSuchUser(name)

    def remove(self, name: str, along: Callable[[], object] = _nothing) -> None:
        """Remove a user and its devices; the folder is the caller's. `NoSuchUser`.

        `along` as in `set_password`.
        """
        with self._change(along) as db:
            db.execute("delete from users where name = ?", (_typed(name),))
            if not db.rowcount:
                raise NoSuchUser(name)

    def login(self, name: str, password: str, client: str) -> str | None:
        """A new host key for this device, or None for a wrong name or password, in equal time.

        `client` is what the device calls itself, kept for the list of devices. Capitals in the
        name do not matter: phones like to begin with one.
        """
        user = self._who(name, password)
        if user is None:
            return None
        if self._elsewhere is not None:
            user = self._noted(user)
        return self._new_device(user, client, hosting=False)

    def is_right(self, name: str, password: str) -> bool:
        """Return whether `login` would give a key; no device is made."""
        return self._who(name, password) is not None

    def _who(self, name: str, password: str) -> str | None:
        if len(password) > MAX_PASSWORD:
            return None
        return (self._elsewhere or self).check(name, password)

    def check(self, name: str, password: str) -> str | None:
        """The user's name as it is kept here, None for a wrong name or password (`SignIn`)."""
        with self._cursor() as db:
            row = db.execute(
                "select name, password from users where folded = ?", (_fold(name),)
            ).fetchone()
            # An unknown name must cost what a wrong password costs, or names could be guessed by
            # time: then somebody's hash is computed.
            row = row or db.execute("select null, password from users limit 1").fetchone()
        if row is None:  # there is nobody yet
            return None
        known, hashed = row
        with self._hashing:
            right = any(passwords.is_right(hashed, one) for one in passwords.readings(password))
        return known if right else None

    def exists(self, name: str) -> bool:
        """Whether there is a user of this very name (`SignIn`)."""
        with self._cursor() as db:
            found = db.execute("select 1 from users where name = ?", (_typed(name),))
            return found.fetchone() is not None

    def _noted(self, name: str) -> str:
        """A user who is kept elsewhere, as the devices here know the name."""
        with self._cursor() as db:
            db.execute(
                "insert or ignore into users values (?, ?, '', ?)",
                (name, _fold(name), int(time.time())),
            )
            (noted,) = db.execute(
                "select name from users where folded = ?", (_fold(name),)
            ).fetchone()
        return str(noted)

    def issue_key(self, name: str, client: str) -> str:
        """A new host key without a password, as 0.1.0 gave the desktop that hosts this server."""
        return self._new_device(name, client, hosting=True)

    def _new_device(self, name: str, client: str, hosting: bool) -> str:
        key = secrets.token_hex(20)
        now = int(time.time())
        try:
            with self._cursor() as db:
                db.execute(
                    "insert into devices (key_hash, user, client, created, last_seen, hosting)"
                    " values (?, ?, ?, ?, ?, ?)",
                    (_hash_key(key), name, client, now, now, hosting),
                )
        except sqlite3.IntegrityError:
            raise NoSuchUser(name) from None
        return key

    def by_key(self, key: str, client: str = "") -> Account | None:
        """Whose host key this is; notes that (and as which client version) it was seen."""
        hashed = _hash_key(key)
        now = int(time.time())
        with self._cursor() as db:
            row = db.execute(
                "select id, user, client, detail, name, last_seen from devices where key_hash = ?",
                (hashed,),
            ).fetchone()
        if row is None:
            return None
        device, user, known_client, detail, name, last_seen = row
        if self._elsewhere is not None and not self._elsewhere.exists(user):
            return None
        if now - last_seen > _SEEN_EVERY or (client and client != known_client):
            try:
                with self._note() as db:
                    db.execute(
                        "update devices set last_seen = ?, client = ? where id = ?",
                        (now, client or known_client, device),
                    )
            except DataFolderUnusable as error:  # shown only: no reason to refuse
                log.warning("a device was seen, which cannot be noted: %s", error)
        return Account(user, device, detail or client or known_client, name)

    def devices(self, user: str | None = None) -> list[Device]:
        """The devices of a user, or of all, last seen first."""
        with self._cursor() as db:
            return devices.devices(db, user)

    def device(self, number: int) -> Device | None:
        """One device, None if there is none of this number."""
        with self._cursor() as db:
            return devices.device(db, number)

    def rename_device(self, number: int, name: str) -> None:
        """Give a device a name; an empty one takes it away. `NoSuchDevice`."""
        with self._cursor() as db:
            devices.rename(db, number, name)

    def revoke(self, number: int) -> None:
        """Make a device's key worthless at once; no other device notices. `NoSuchDevice`."""
        with self._cursor() as db:
            devices.revoke(db, number)

    def describe_device(self, number: int, detail: str) -> None:
        """Keep the fuller text with which a device names itself in `meta`."""
        with self._note() as db:
            devices.describe(db, number, detail)

    def contact(self, number: int) -> Contact:
        """How far a device is in step with its user's store, as far as known."""
        with self._cursor() as db:
            return contacts.contact(db, number)

    def keep_contact(self, number: int, contact: Contact) -> None:
        """Note how far a device is in step; one that was revoked is passed over."""
        with self._cursor() as db:
            contacts.keep(db, number, contact)

    def note(self, event: Event) -> None:
        """Keep what an event tells of a device's last sync."""
        with self._note() as db:
            devices.note(db, event, int(time.time()))


def _typed(name: str) -> str:
    """A name as it may be asked for; one that is no UTF-8 on a command line is nobody's."""
    return nfc(name).encode("utf-8", "replace").decode()


def _fold(name: str) -> str:
    return _typed(name).casefold()


def _hash_key(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
