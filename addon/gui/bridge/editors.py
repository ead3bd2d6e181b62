"""Save unsaved text in editors, which refreshing their notes would lose."""

from __future__ import annotations

import functools
import time
import weakref
from typing import Any, Callable, Optional

from aqt import gui_hooks
from aqt.qt import QTimer

# Seconds after which an editor's page will not answer.
_PATIENCE = 3.0


class Editors:
    """Knows all open editors."""

    def __init__(self) -> None:
        # since 26.05 there are two kinds, which share the methods used here
        self._editors: weakref.WeakSet[Any] = weakref.WeakSet()
        self._asked: Optional[float] = None
        gui_hooks.editor_did_init.append(self._editors.add)

    def save(self, then: Callable[[], None]) -> None:
        """Save the text in all of them, then call `then`; at once if there is nothing to save.

        Does nothing while a call is under way, and never calls `then` if an editor does not answer.
        """
        now = time.monotonic()
        if self._asked is not None and now - self._asked < _PATIENCE:
            return
        editors = [each for each in list(self._editors) if _is_in_use(each)]
        if not editors:
            self._asked = None
            then()
            return
        self._asked = now
        waiting = list(range(len(editors)))

        def saved(which: int) -> None:
            if self._asked != now or which not in waiting:
                return
            waiting.remove(which)
            if not waiting:
                self._asked = None
                QTimer.singleShot(0, then)  # Anki is in the middle of calling back

        for number, each in enumerate(editors):
            each.call_after_note_saved(functools.partial(saved, number), keepFocus=True)


def _is_in_use(editor: Any) -> bool:
    # the editor of 26.05 has no note, only the id of one
    note = getattr(editor, "note", None) or getattr(editor, "nid", None)
    return bool(editor.web) and bool(note)
