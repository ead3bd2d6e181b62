"""Let phones and Anki share one media folder, the profile's own."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Optional

from aqt import gui_hooks

from ...errors import Problem
from ...i18n import tr
from ..parts.background import Background
from ..parts.messages import confirm
from .counterpart import Counterpart

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ...store.media.shared import Gone

logger = logging.getLogger(__name__)


class SharedMedia:
    """Everything here runs on the main thread; the work goes to the background."""

    def __init__(
        self,
        mw: AnkiQt,
        counterpart: Callable[[], Optional[Counterpart]],
        background: Background,
    ) -> None:
        self._mw = mw
        self._counterpart = counterpart
        self._background = background

    def follow(self) -> None:
        """Follow the folder of the open profile. Once per program."""
        gui_hooks.media_sync_did_start_or_stop.append(self._anki_syncs_media)

    def share(self) -> None:
        """Let phones sync with the folder of the open profile."""
        counterpart = self._counterpart()
        if counterpart is None or self._mw.col is None:
            return
        folder = Path(self._mw.col.media.dir())

        def work() -> Optional[Gone]:
            """Read what the server does not know yet. For a thread."""
            from ...store.media.shared import FilesGone

            try:
                counterpart.server.share_media(counterpart.account, folder)
            except FilesGone as error:
                return error.gone
            return None

        self._background.run(work, self._shared, _only_noted)

    def _shared(self, gone: Optional[Gone]) -> None:
        counterpart = self._counterpart()
        if gone is None or counterpart is None:
            return

        def delete() -> None:
            self._background.run(
                lambda: counterpart.server.delete_gone_media(counterpart.account),
                lambda _none: None,
                _only_noted,
            )

        question = tr.bridging_media_gone(count=gone.files, total=gone.of)
        confirm(self._mw, question, tr.bridging_media_delete(), delete)

    def _anki_syncs_media(self, running: bool) -> None:
        counterpart = self._counterpart()
        if running or counterpart is None:
            return
        # otherwise Anki would not notice what a phone sent meanwhile
        self._background.run(
            lambda: counterpart.server.show_media(counterpart.account),
            lambda _none: None,
            _only_noted,
        )


def _only_noted(problem: Problem) -> None:
    """Phones sync their cards all the same, and the next look tries again."""
    logger.warning("media: %s", problem)
