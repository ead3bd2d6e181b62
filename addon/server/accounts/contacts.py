"""How far each device is in step with its user's store, if that is bridged with a desktop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .accounts_file import AccountsFile


@dataclass(frozen=True)
class Contact:
    """What is known about one device, as long as the store has the schema stamp `scm` (ms).

    A store that was recreated or replaced has another stamp, and knows none of its devices.
    """

    scm: int
    mark: Optional[int] = None
    """The store's USN after the device's last sync or download; None before the first."""
    file_scm: Optional[int] = None
    """The schema stamp of the collection that the device uploaded, and still has."""
    owes_download: bool = False
    """Whether the device still lacks this store's stamp, and would lose nothing by a download."""


class Contacts:
    """The contacts of all devices. Any thread may call.

    Every method raises DataFolderUnusable if the file cannot be read or written.
    """

    def __init__(self, file: AccountsFile) -> None:
        self._file = file

    def of(self, device: int) -> Contact:
        """Return what is known about a device; nothing if it is new or was removed."""
        with self._file.cursor() as db:
            row = db.execute(
                "select scm, mark, file_scm, owes_download from contacts where device = ?",
                (device,),
            ).fetchone()
        if row is None:
            return Contact(0)
        scm, mark, file_scm, owes_download = row
        return Contact(scm, mark, file_scm, bool(owes_download))

    def keep(self, device: int, contact: Contact) -> None:
        """Store what is known about a device; do nothing if it was removed."""
        with self._file.cursor() as db:
            db.execute(
                "insert or replace into contacts select id, ?, ?, ?, ? from devices where id = ?",
                (contact.scm, contact.mark, contact.file_scm, contact.owes_download, device),
            )
