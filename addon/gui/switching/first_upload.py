"""The first sync with our own server: it holds nothing yet, so there is nothing to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from aqt import gui_hooks

from ... import host
from ...i18n import tr

if TYPE_CHECKING:
    from anki.sync import SyncOutput
    from aqt.main import AnkiQt


def upload_without_asking(
    mw: AnkiQt, account_is_empty: Callable[[], bool], done: Callable[[bool], None]
) -> None:
    """Upload the collection and its media, with progress; then tell whether that went well.

    Anki itself asks before an upload, with words about AnkiWeb. If the account should hold a
    collection by now, this does too. Failures are explained by Anki.
    """
    from aqt import sync as aqt_sync

    def finish(well: bool) -> None:
        gui_hooks.sync_did_finish()
        done(well)

    def uploaded() -> None:
        finish(not account_is_empty())

    def merged(result: SyncOutput) -> None:
        if result.required == result.NO_CHANGES:
            finish(True)  # a new collection, never used: there is nothing to upload
        elif account_is_empty():
            # FULL_UPLOAD, or FULL_SYNC when this collection has no cards either
            mw.closeAllWindows(lambda: host.full_upload(mw, result, uploaded))
        else:
            aqt_sync.full_sync(mw, result, uploaded)

    host.sync_collection(mw, tr.switching_uploading(), merged, lambda: finish(False))
