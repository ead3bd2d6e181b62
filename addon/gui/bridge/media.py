"""Let phones and Anki share one media folder, the profile's own."""

from __future__ import annotations

import logging
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Optional, Tuple

from aqt import gui_hooks
from aqt.qt import QTimer

from ...errors import Problem
from ...i18n import tr
from ..parts.background import Background
from ..parts.messages import confirm
from .counterpart import Counterpart

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...server.events import Event
    from ...store.media.shared import Vanished

logger = logging.getLogger(__name__)

_ASK_AGAIN_MS = 500


class MediaTrouble(Enum):
    """Why phones cannot sync media at the moment."""

    FOLDER_MISSING = "folder missing"
    """The folder is not there, or cannot be read."""
    FILES_MISSING = "files missing"
    """Many files are not there; a person has to say whether that was meant."""


class SharedMedia:
    """Everything here runs on the main thread; the work goes to the background."""

    def __init__(
        self,
        mw: AnkiQt,
        counterpart: Callable[[], Optional[Counterpart]],
        background: Background,
        may_ask: Callable[[], bool],
    ) -> None:
        """`may_ask` tells whether nothing else keeps the person busy."""
        self._mw = mw
        self._counterpart = counterpart
        self._background = background
        self._may_ask = may_ask
        self._sharing: Optional[Tuple[Counterpart, Path]] = None
        """Whose media is served, and from which folder."""
        self._asked = False
        """Whether the person was asked about missing files since then."""

    def follow(self) -> None:
        """Follow the folder of the open profile. Once per program."""
        gui_hooks.media_sync_did_start_or_stop.append(self._anki_syncs_media)

    def share(self) -> None:
        """Let phones sync with the folder of the open profile, unless they do already.

        Call it once the profile's cards are in step: before, the store may be another profile's.
        """
        counterpart = self._counterpart()
        if counterpart is None or self._mw.col is None:
            return
        sharing = (counterpart, Path(self._mw.col.media.dir()))
        if sharing != self._sharing:
            self._sharing = sharing
            self._asked = False
            self._look()

    def on_event(self, _event: Event, _name: str) -> None:
        """Ask at once about files that a phone has missed."""
        if not self._asked and self.trouble is MediaTrouble.FILES_MISSING:
            self._look()

    def look_again(self) -> None:
        """Look at the folder once more, and ask again if need be."""
        self._asked = False
        self._look()

    @property
    def trouble(self) -> Optional[MediaTrouble]:
        """Why phones could not sync media when one last tried."""
        counterpart = self._counterpart()
        trouble = counterpart and counterpart.server.media_trouble(counterpart.account)
        if trouble is None:
            return None
        from ...store.media.shared import FilesMissing

        if isinstance(trouble, FilesMissing):
            return MediaTrouble.FILES_MISSING
        return MediaTrouble.FOLDER_MISSING

    def _look(self) -> None:
        if self._sharing is None or self._sharing[0] != self._counterpart():
            return
        counterpart, folder = self._sharing

        def work() -> Optional[Vanished]:
            """Read what the server does not know yet. For a thread."""
            from ...store.media.shared import FilesMissing

            try:
                counterpart.server.share_media(counterpart.account, folder)
            except FilesMissing as error:
                return error.vanished
            return None

        def looked(vanished: Optional[Vanished]) -> None:
            if vanished is not None and not self._asked:
                self._asked = True
                self._ask(counterpart, vanished)

        self._background.run(work, looked, _log_problem)

    def _ask(self, counterpart: Counterpart, vanished: Vanished) -> None:
        if counterpart != self._counterpart():
            return
        if not self._may_ask():
            QTimer.singleShot(_ASK_AGAIN_MS, lambda: self._ask(counterpart, vanished))
            return

        def delete() -> None:
            self._background.run(
                lambda: counterpart.server.delete_missing_media(counterpart.account),
                lambda _none: None,
                _log_problem,
            )

        question = tr.bridging_media_missing(count=vanished.count, total=vanished.total)
        confirm(self._mw, question, tr.bridging_media_delete(), delete)

    def _anki_syncs_media(self, running: bool) -> None:
        counterpart = self._counterpart()
        if running or counterpart is None:
            return
        # otherwise Anki would not notice what a phone sent meanwhile
        self._background.run(
            lambda: counterpart.server.show_media(counterpart.account),
            lambda _none: None,
            _log_problem,
        )


def _log_problem(problem: Problem) -> None:
    """Only log it: phones still sync their cards, and the next look tries again."""
    logger.warning("media: %s", problem)
