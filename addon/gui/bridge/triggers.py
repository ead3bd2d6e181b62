"""What triggers a merge, besides a phone's sync."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional

from aqt import gui_hooks

from ... import host
from ..parts.background import Background
from .counterpart import Counterpart
from .merger import Merger
from .readiness import Readiness

if TYPE_CHECKING:
    from aqt.main import AnkiQt

# Seconds for which closing waits for threads that use the collection.
_PATIENCE = 5.0


class Triggers:
    """Follows what Anki does with the open collection."""

    def __init__(
        self,
        mw: AnkiQt,
        merger: Merger,
        readiness: Readiness,
        counterpart: Callable[[], Optional[Counterpart]],
        background: Background,
    ) -> None:
        self._mw = mw
        self._background = background
        self._merger = merger
        self._readiness = readiness
        self._counterpart = counterpart
        self._closing = False

    def follow(self) -> None:
        """Follow Anki's hooks. Once per program.

        `profile_opens`, `sync_starts` and `sync_ended` are called by others: their order matters.
        """
        gui_hooks.profile_will_close.append(self._profile_closes)
        gui_hooks.state_did_change.append(self._state_changed)
        gui_hooks.collection_did_load.append(self._loaded)
        host.on_collection_closes(self._mw, self._collection_closes)
        host.on_temporarily_closed(self._stop_reading, self._reopened)

    def profile_opens(self) -> None:
        """Start with a profile; call it when its window is shown."""
        self._closing = False
        self._merger.forget()  # of another profile
        self._readiness.open = True
        self._readiness.syncing = False

    def server_started(self) -> None:
        """Recover from a crash and take in what phones did; call it once the server runs."""
        if self._merger.merge_now_unless_slow():
            self._merger.stamp()

    def sync_starts(self) -> None:
        """Merge before Anki's own sync, which clears the undo history anyway."""
        self._merger.merge_now(show=False)
        self._readiness.syncing = True

    def sync_ended(self) -> None:
        """Merge after Anki's own sync; Anki refreshes everything right after."""
        self._readiness.syncing = False
        self._merger.merge_now_unless_slow(show=False)

    def _profile_closes(self) -> None:
        self._closing = True  # unless the person keeps a window open

    def _collection_closes(self) -> None:
        if not self._closing:
            return  # Anki up to 2.1.66 does this to import a collection
        self._background.wait_for_operations(_PATIENCE)  # an editor's text is saved in one
        if self._merger.merge_now(show=False):
            self._merger.stamp()
        self._stop_reading()
        self._merger.forget()

    def _loaded(self, _col: object) -> None:
        if self._readiness.open:  # restored from a backup, without closing the profile
            self._merger.merge_when_ready()

    def _reopened(self) -> None:
        self._readiness.open = True
        self._merger.merge_when_ready()

    def _state_changed(self, new: str, _old: str) -> None:
        if new in ("deckBrowser", "overview"):
            self._merger.attempt()

    def _stop_reading(self) -> None:
        """Make sure that no server thread reads the collection from now on."""
        self._readiness.open = False
        counterpart = self._counterpart()
        if counterpart is not None:
            with counterpart.hold_if_idle(_PATIENCE):
                pass
