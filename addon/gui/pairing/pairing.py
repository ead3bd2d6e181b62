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
        self._password = phones.password_of(self.user)
        self._code = ""
        self.renew()

    @property
    def is_own(self) -> bool:
        """Whether the phone is to sync with the open profile."""
        return self.user == self._phones.account

    def choose(self, user: str) -> None:
        """Go on with another person's phone. Raises DataFolderUnusable."""
        self._password = self._phones.password_of(user)
        self.user = user
        self.renew()

    def renew(self) -> None:
        """Make a new one-time pass, which ends the old one; none without a password."""
        self._code = self._server.issue_pass(self.user, self._password) if self._password else ""

    def current(self) -> WhatToType:
        """Return the current values."""
        with contextlib.suppress(Problem):  # the disk is gone: keep what was shown
            password = self._phones.password_of(self.user)
            if password != self._password:
                self._password = password
                self.renew()
        addresses, warning = to_type(self._server.port, self._phones.listen, self._moved)
        valid = self._server.is_pass_valid(self._code)
        return WhatToType(
            addresses, self.user, self._password, self._code if valid else "", warning
        )
