"""What "Connect a phone" shows: this computer's addresses, and one person's sign-in."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from ...errors import Problem
from ...phones.phones import Phones
from .addresses import Moved, to_type
from .fields import WhatToType

if TYPE_CHECKING:
    from ...hosting import LanServer


class Pairing:
    """The content of one open window. Runs on the main thread."""

    def __init__(self, server: LanServer, phones: Phones, moved: Moved, user: str = "") -> None:
        """`user` is whose phone it is, "" for the profile's own. Raises DataFolderUnusable."""
        self._server = server
        self._phones = phones
        self._moved = moved
        self.user = user or phones.account
        self._checked = ("", "", "")
        """User, password, and the hash against which it was checked."""
        self._outdated = ("", "")
        """User and password, if it is known to be wrong."""
        self._password = self._known_password()
        self._code = ""
        self.renew()

    @property
    def is_own(self) -> bool:
        """Whether the phone is to sync with the open profile."""
        return self.user == self._phones.account

    def choose(self, user: str) -> None:
        """Go on with another person's phone. Raises DataFolderUnusable."""
        former, self.user = self.user, user
        try:
            self._password = self._known_password()
        except Problem:
            self.user = former
            raise
        self.renew()

    def renew(self) -> None:
        """Make a new one-time pass, which ends the old one; none without a password."""
        self._code = self._server.issue_pass(self.user, self._password) if self._password else ""

    def check_password(self) -> None:
        """Notice a password that was changed elsewhere, as by the command `passwd`. For a thread.

        It is shown as unknown from then on. Raises DataFolderUnusable.
        """
        user, password = self.user, self._password
        try:
            accounts = self._server.accounts
        except RuntimeError:  # the server was stopped, and the window closes
            return
        now = (user, password, accounts.users.hash_of(user))
        if password and now != self._checked:
            if not accounts.is_right(user, password):
                self._outdated = (user, password)
            self._checked = now

    def _known_password(self) -> str:
        password = self._phones.password_of(self.user)
        return "" if (self.user, password) == self._outdated else password

    def current(self) -> WhatToType:
        """Return the current values."""
        with contextlib.suppress(Problem):  # the disk is gone: keep what was shown
            password = self._known_password()
            if password != self._password:
                self._password = password
                self.renew()
        addresses, warning = to_type(self._server, self._phones.config, self._moved)
        valid = self._server.is_pass_valid(self._code)
        return WhatToType(
            addresses, self.user, self._password, self._code if valid else "", warning
        )
