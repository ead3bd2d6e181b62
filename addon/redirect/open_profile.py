"""The record of the profile that Anki has open."""

from __future__ import annotations

from typing import Callable, Optional

from ..errors import Problem
from .profiles_file import ProfilesFile
from .settings import ProfileSettings


class OpenProfile:
    """Reads and changes that record. Any thread.

    All methods but `why_not_saved` raise DataFolderUnusable if the file cannot be read or written.
    """

    def __init__(self, file: ProfilesFile, name: Callable[[], Optional[str]]) -> None:
        """`name` returns that of the open profile."""
        self._file = file
        self._name = name

    @property
    def name(self) -> str:
        """The name of the profile."""
        name = self._name()
        assert name is not None, "a profile is open"
        return name

    @property
    def settings(self) -> ProfileSettings:
        """The record."""
        return self._file.read(self.name)

    def update(self, change: Callable[[ProfileSettings], ProfileSettings]) -> ProfileSettings:
        """Replace the record with what `change` returns, and return that."""
        return self._file.update(self.name, change)

    def why_not_saved(self) -> Optional[Problem]:
        """Return why the record could not be saved now; None if it could. Rewrites it."""
        try:
            self.update(lambda known: known)
        except Problem as problem:
            return problem
        return None
