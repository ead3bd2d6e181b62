"""One device: a collection in a real Anki of any version since 2.1.50, and its way to a server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Optional

from tests.live.old_client_driver import IN_STEP, ONE_WAY, RustDevice

UPLOAD = "upload"
DOWNLOAD = "download"


def went_one_way(result: str) -> bool:
    """Return whether a sync replaced one side."""
    return result == ONE_WAY


class UnexpectedOneWay(AssertionError):
    """A device was needlessly asked to choose a side."""


class Device(RustDevice):
    """Syncs only the collection; other tests cover media."""

    def __init__(self, folder: Path, url: str, user: str, password: str) -> None:
        folder.mkdir(parents=True)
        self.name = folder.name
        self.clock_is_wrong_by = 0.0  # s
        super().__init__(str(folder / "collection.anki2"), url)
        self._at_its_server()
        assert self.login(user, password), f"{self.name} cannot log in"

    def sync(self, choice: Optional[str] = None) -> str:
        """Sync as by a click; return IN_STEP or ONE_WAY.

        Raises UnexpectedOneWay if a side must be chosen and there is no `choice` (UPLOAD,
        DOWNLOAD).
        """
        self._at_its_server()
        result = super().sync(choice)
        if result == ONE_WAY and choice is None and not self.chose_by_itself:
            raise UnexpectedOneWay(f"{self.name} was asked to choose a side: {self.message}")
        assert result in (IN_STEP, ONE_WAY), f"{self.name}: {result}: {self.message}"
        return result

    def _normal_sync(self) -> Any:
        answer = super()._normal_sync()
        if hasattr(self.col, "clear_python_undo"):  # as the window does up to 2.1.66
            self.col.clear_python_undo()
        return answer

    chose_by_itself = False
    """Whether the last one-way sync needed no question, because one side was empty."""

    def _one_way(self, choice: str) -> None:
        self.chose_by_itself = True
        super()._one_way(choice)

    def one_way(self, choice: str) -> None:
        """Sync one-way, as the user asked for."""
        self._at_its_server()
        self._one_way(choice)

    def show_decks(self) -> None:
        """Show the deck list, as every app does first; this unburies yesterday's cards."""
        self.col.sched.deck_due_tree()

    def save(self) -> None:
        """Write what was done to the disk; needed only before 23.10."""
        if not self._since_23_10:
            # the window asks after each operation, and an answer that Python could undo before is
            # then forgotten
            self.col.undo_status()
            self.col.save()

    def restart(self) -> None:
        """Restart the app: what was not saved is lost."""
        if self._since_23_10:
            self.col.close()
        else:
            self.col.close(save=False)
        self.open()

    def undo(self) -> None:
        """Undo what `col.undo_status()` names."""
        # until 2.1.66 some operations of the old scheduler were undone in Python
        getattr(self.col, "undo_legacy", self.col.undo)()

    def rows(self, sql: str, *values: Any) -> list[list[Any]]:
        """Read from the collection."""
        found: list[list[Any]] = self.col.db.all(sql, *values)
        return found

    def number(self, sql: str, *values: Any) -> int:
        """Read a number from the collection."""
        return int(self.col.db.scalar(sql, *values) or 0)

    def _at_its_server(self) -> None:
        self.chose_by_itself = False
        # read by the back ends up to 2.1.56 at each call; all devices share this process
        os.environ["SYNC_ENDPOINT"] = self.url + "sync/"
        os.environ["SYNC_ENDPOINT_MEDIA"] = self.url + "msync/"
