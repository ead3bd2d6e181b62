"""A one-way sync whose direction the person has chosen in our words, not in those of AnkiWeb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from aqt import gui_hooks

from ... import host
from ...i18n import tr

if TYPE_CHECKING:
    from anki.sync import SyncOutput
    from aqt.main import AnkiQt


def replace_one_side(mw: AnkiQt, upload: bool, done: Callable[[], None]) -> None:
    """Replace the server's collection (`upload`) or Anki's. Failures are explained by Anki.

    If the sides fit by now they are merged; if only the other direction is possible, Anki asks.
    """
    from aqt import sync as aqt_sync

    def finish() -> None:
        gui_hooks.sync_did_finish()
        done()

    def merged(result: SyncOutput) -> None:
        possible = (result.FULL_SYNC, result.FULL_UPLOAD if upload else result.FULL_DOWNLOAD)
        if result.required == result.NO_CHANGES:
            finish()
        elif result.required in possible:
            transfer = host.full_upload if upload else host.full_download
            mw.closeAllWindows(lambda: transfer(mw, result, finish))
        else:
            aqt_sync.full_sync(mw, result, finish)

    host.sync_collection(mw, tr.switching_preparing(), merged, finish)
