"""What the settings do with an account's data: on the running server, or without one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, List, Sequence

from ...phones.phones import Phones

if TYPE_CHECKING:
    from ...store.media.trash import Trashed
    from ...store.transfer.check import Repaired


@dataclass(frozen=True)
class AccountUpkeep:
    """All methods are for a thread, and raise a Problem."""

    phones: Phones
    data: Path
    account: str

    def deleted_media(self) -> List[Trashed]:
        """List the media that was deleted or replaced."""
        from ...store.media.trash import list_trash
        from ...store.paths import UserFolder, users_path

        return list_trash(UserFolder(users_path(self.data) / self.account))

    def put_back(self, files: Sequence[Trashed]) -> None:
        """Send such media to all devices again."""
        server = self.phones.server
        if server is not None:
            server.upkeep.put_back_media(self.account, files)
            return
        from ... import upkeep

        upkeep.put_back_media(self.data, self.account, files)

    def check(self) -> Repaired:
        """Find and repair what is wrong."""
        server = self.phones.server
        if server is not None:
            return server.upkeep.check(self.account)
        from ... import upkeep

        return upkeep.check(self.data, self.account)
