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

    def __init__(self, server: LanServer, phones: Phones, moved: Moved) -> None:
        """Raises DataFolderUnusable."""
        self._server = server
        self._phones = phones
        self._moved = moved
        self._user = phones.account
        self._password = phones.settings.password
        self._code = ""
        self.renew()

    def renew(self) -> None:
        """Make a new one-time pass, which ends the old one."""
        self._code = self._server.issue_pass(self._user, self._password)

    def look(self) -> WhatToType:
        """Return the current values."""
        with contextlib.suppress(Problem):  # the disk is gone: keep what was shown
            password = self._phones.settings.password
            if password != self._password:
                self._password = password
                self.renew()
        addresses, warning = to_type(self._server.port, self._phones.listen, self._moved)
        valid = self._server.is_pass_valid(self._code)
        return WhatToType(
            addresses, self._user, self._password, self._code if valid else "", warning
        )
