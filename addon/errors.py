"""One class per failure a person can meet. They carry data; gui/parts/problems.py finds words."""

from __future__ import annotations

from pathlib import Path
from typing import Optional


class Problem(Exception):
    """Something went wrong that the person can understand and act on."""


class PortTaken(Problem):
    """Another program listens on the port already. `next_free` is None where none was found."""

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


class DataFolderUnusable(Problem):
    """The folder of the server's data cannot be read or written."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"cannot use {path}: {cause}")
        self.path = path
        self.cause = cause


class DataFolderInUse(Problem):
    """Another server has the folder: two would not hear of each other's changes.

    `holder` names its process and computer, in English; "" where that cannot be read.
    """

    def __init__(self, path: Path, holder: str) -> None:
        by = f" ({holder})" if holder else ""
        super().__init__(f"{path} is in use by another server{by}: stop that one first")
        self.path = path
        self.holder = holder


class HostTooOld(Problem):
    """This Anki can sync with a server, but our server does not run in it."""


class ServerFailed(Problem):
    """The server did not start for a reason we have no better name for."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"the server did not start: {cause}")
        self.cause = cause


class Unforeseen(Problem):
    """Something failed that we have no better name for; the log says where."""


class SyncRunning(Problem):
    """Refused: a sync of the collection or its media is under way."""


class PreferencesOpen(Problem):
    """Refused: Anki's Preferences would write the address they show back when they close."""


class BadAddress(Problem):
    """What was typed as the address of a server is none."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not an address: {text!r}")
        self.text = text


class AnkiWebAddress(BadAddress):
    """AnkiWeb's own address: Anki syncs there by itself, and differently."""


class BadSetting(Problem):
    """A value in the configuration that cannot be used; the default is used in its place."""

    def __init__(self, key: str, value: object) -> None:
        super().__init__(f"{key}: cannot use {value!r}")
        self.key = key
        self.value = value


class StoreBusy(Problem):
    """A phone's sync keeps the store from being brought together with the collection."""
