"""A class for each failure that a person can run into, with its data.

For windows, gui/parts/problems.py turns them into translated text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Optional


class Problem(Exception):
    """Something went wrong that a person can understand and act on."""


class PortTaken(Problem):
    """Another program already listens on the port. `next_free` is None if none was found."""

    def __init__(self, port: int, next_free: Optional[int]) -> None:
        super().__init__(f"port {port} is taken, next free one: {next_free}")
        self.port = port
        self.next_free = next_free


class CannotListen(Problem):
    """This computer has no such address, or may not listen on it."""

    def __init__(self, host: str, port: int, cause: str) -> None:
        super().__init__(f"cannot listen on {host}:{port}: {cause}")
        self.host = host
        self.port = port
        self.cause = cause


class CertificateUnusable(Problem):
    """A certificate, or its key, cannot be used for https; `cause` is in English."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path} {cause}")
        self.path = path
        self.cause = cause


class DataFolderUnusable(Problem):
    """The data folder, or a file in it, cannot be read or written."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"cannot use {path}: {cause}")
        self.path = path
        self.cause = cause


class DataFolderInUse(Problem):
    """Another server uses the folder; two would not notice each other's changes.

    `holder` describes its process and computer, in English; "" if that cannot be read.
    """

    def __init__(self, path: Path, holder: str) -> None:
        by = f" ({holder})" if holder else ""
        super().__init__(f"{path} is in use by another server{by}: stop that one first")
        self.path = path
        self.holder = holder


class HostTooOld(Problem):
    """Our server does not run in this Anki, although it can sync with other servers."""


class ServerFailed(Problem):
    """The server did not start, for some other reason."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"the server did not start: {cause}")
        self.cause = cause


class Unforeseen(Problem):
    """Something else failed; the log says where."""


class SyncRunning(Problem):
    """Refused: the collection or its media is being synced."""


class PreferencesOpen(Problem):
    """Refused: on closing, Anki's Preferences would write back the address that they show."""


class BadAddress(Problem):
    """What was typed is not the address of a server."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not an address: {text!r}")
        self.text = text


class AnkiWebAddress(BadAddress):
    """What was typed is AnkiWeb's own address, where Anki syncs without a custom server."""


class BadSetting(Problem):
    """A value in the configuration is invalid; the default is used instead."""

    def __init__(self, key: str, value: object) -> None:
        super().__init__(f"{key}: cannot use {value!r}")
        self.key = key
        self.value = value


class StoreBusy(Problem):
    """The store cannot be bridged with the collection now: a phone is syncing."""


class NoSuchBackup(Problem):
    """The backup is no longer there, or never was."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no backup {name!r}; run backups to list them")
        self.name = name


class BackupDamaged(Problem):
    """The backup cannot be restored; `cause` is technical, in English. Nothing was changed."""

    def __init__(self, name: str, cause: str) -> None:
        super().__init__(f"the backup {name!r} is damaged and was not restored: {cause}")
        self.name = name
        self.cause = cause


class BridgeProblem(Problem):
    """A merge failed, and the phones' store and Anki's collection are as they were."""


class CollectionClosed(BridgeProblem):
    """The profile was closed meanwhile."""

    def __init__(self) -> None:
        super().__init__("no collection is open: open the profile and try again")


class StoreFull(BridgeProblem):
    """The disk of the phones' store is full."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"the disk of {path} is full: make room and try again")
        self.path = path


class StoreInUse(BridgeProblem):
    """Another program has the phones' collection open."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"the phones' collection {path} is in use: try again in a minute")
        self.path = path


class StoreUnusable(BridgeProblem):
    """The phones' store cannot be read or written."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path} cannot be used: {cause}")
        self.path = path
        self.cause = cause


class StoreDamaged(BridgeProblem):
    """The phones' collection, or what is remembered of it, is not a sound database."""

    def __init__(self, path: Path, cause: str, backups: Path) -> None:
        super().__init__(
            f"the phones' collection {path} is damaged ({cause}): close Anki and move that file"
            f" away, and LAN Sync makes a new one from Anki's (older copies are in {backups})"
        )
        self.path = path
        self.cause = cause
        self.backups = backups


class StoreTooNew(BridgeProblem):
    """A later version of the add-on wrote what is remembered of the phones' store."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was written by a newer version of LAN Sync: update this one")
        self.path = path


class CollectionUnreadable(BridgeProblem):
    """Anki's collection holds something that no phone could read."""

    def __init__(self, cause: str) -> None:
        super().__init__(
            f"phones could not read this collection ({cause}): use Tools > Check Database"
        )
        self.cause = cause


class CollectionUnusable(BridgeProblem):
    """Anki itself cannot read or write its collection."""

    def __init__(self, cause: str) -> None:
        super().__init__(
            f"Anki's collection cannot be read or written ({cause}): check that its disk is not"
            " full, and try again"
        )
        self.cause = cause
