"""Accounts: users with a password, and a random key for each device that signed in.

Anki's own server derives its only key from name and password, so a new password logs out every
device, and a lost phone cannot be locked out alone. Here each sign-in makes a new key: one device
can be removed, and a new password logs out none.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from ...errors import DataFolderUnusable
from .accounts_file import AccountsFile
from .contacts import Contacts
from .devices import Devices
from .local_users import LocalUsers
from .passwords import MAX_PASSWORD
from .sign_in import SignIn

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Account:
    """The user and device behind a host key."""

    user: str
    device: int
    client: str  # how the device's Anki identifies itself
    name: str = ""  # of the device, chosen by the person; "" if none


class Accounts:
    """Users, their devices and contacts, in one SQLite file. Any thread may call.

    Every method raises DataFolderUnusable if the file cannot be read or written.
    """

    def __init__(
        self, path: Path, elsewhere: SignIn | None = None, sign_out_after: int = 0
    ) -> None:
        """With `elsewhere`, that object decides who may sign in, and no password here is used.

        After `sign_out_after` days in which a device was not seen, its key is invalid; 0 for never.
        """
        self._file = AccountsFile(path)
        self._elsewhere = elsewhere
        self.users = LocalUsers(self._file)
        self.devices = Devices(self._file, sign_out_after * 86_400)
        self.contacts = Contacts(self._file)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def login(self, name: str, password: str, client: str) -> str | None:
        """Sign a device in and return its new host key; None if the name or password is wrong.

        Both take the same time. `client` is how the device identifies itself, for the list of
        devices. The case of the name does not matter: phones like to begin with a capital.
        """
        user = self._authenticate(name, password)
        if user is None:
            return None
        if self._elsewhere is not None:
            user = self.users.ensure_added(user)
        return self.devices.add(user, client)

    def is_right(self, name: str, password: str) -> bool:
        """Return whether `login` would succeed, without adding a device."""
        return self._authenticate(name, password) is not None

    def _authenticate(self, name: str, password: str) -> str | None:
        if len(password) > MAX_PASSWORD:
            return None
        return (self._elsewhere or self.users).check(name, password)

    def by_key(self, key: str, client: str = "", address: str = "") -> Account | None:
        """Return the owner of a host key, if any; record when it was seen, the client, and the
        address it came from."""
        known = self.devices.by_key(key)
        if known is None:
            return None
        if self._elsewhere is not None and not self._elsewhere.exists(known.user):
            return None
        client = client or known.client
        try:
            self.devices.seen(known, client, address or known.address)
        except DataFolderUnusable as error:  # only displayed: no reason to refuse
            log.warning("when a device was seen could not be recorded: %s", error)
        return Account(known.user, known.id, known.detail or client, known.name)
