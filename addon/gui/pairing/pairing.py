"""What the window "Connect a phone" shows: the way to this computer, and one person's sign-in."""

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
    """From one opening of the window on. Everything here runs on the main thread."""

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
        """Make a new one-time pass; the former one ends."""
        self._code = self._server.issue_pass(self._user, self._password)

    def look(self) -> WhatToType:
        """Gather what is true now."""
        with contextlib.suppress(Problem):  # the disk is away: what was shown stays
            password = self._phones.settings.password
            if password != self._password:
                self._password = password
                self.renew()
        addresses, warning = to_type(self._server.port, self._phones.listen, self._moved)
        valid = self._server.is_pass_valid(self._code)
        return WhatToType(
            addresses, self._user, self._password, self._code if valid else "", warning
        )
