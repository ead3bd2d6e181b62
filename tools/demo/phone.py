"""`python -m tools.demo.phone FOLDER`: the second client.

Standard input: {"address", "user", "password"}, as a person would type them from the window.
Standard output: what the client contains after its two syncs.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from anki.collection import Collection
from anki.decks import DeckId
from anki.sync import SyncAuth

from .report import inventory
from .scratch import DECK


def main(folder: Path) -> None:
    """Log in, download everything, change something of each kind, sync."""
    typed = json.load(sys.stdin)
    col = Collection(str(folder / "collection.anki2"))
    key = col.sync_login(typed["user"], typed["password"], typed["address"]).hkey
    auth = SyncAuth(hkey=key, endpoint=typed["address"], io_timeout_secs=30)
    _download(col, auth)
    _study(col)
    _sync(col, auth)
    json.dump(inventory(col), sys.stdout)
    col.close()


def _download(col: Collection, auth: SyncAuth) -> None:
    answer = col.sync_collection(auth, sync_media=True)
    if answer.required != answer.FULL_DOWNLOAD:
        raise RuntimeError(f"the server did not offer a download: {answer}")
    col.close_for_full_sync()
    col.full_upload_or_download(auth=auth, server_usn=answer.server_media_usn, upload=False)
    col.reopen(after_full_sync=True)
    _wait_for_media(col)


def _study(col: Collection) -> None:
    """Do one review, one edit, one new note with a sound, and one new deck."""
    if col.v3_scheduler():  # the newest Anki has no other; tools/hosts tries versions without it
        _review(col)
    edited = col.get_note(col.find_notes("Hund")[0])
    edited["Back"] = "the dog (corrected on the phone)"
    col.update_note(edited)
    deck = col.decks.id("Added on the phone")
    notetype = col.models.by_name("Basic")
    assert deck is not None
    assert notetype is not None
    note = col.new_note(notetype)
    note["Front"], note["Back"] = "die Katze", "the cat [sound:cat.ogg]"
    col.add_note(note, deck)
    col.media.write_data("cat.ogg", b"meow")


def _review(col: Collection) -> None:
    col.decks.set_current(col.decks.id_for_name(DECK) or DeckId(0))
    card = col.sched.getCard()
    assert card is not None
    card.start_timer()
    col.sched.answerCard(card, 3)


def _sync(col: Collection, auth: SyncAuth) -> None:
    answer = col.sync_collection(auth, sync_media=True)
    if answer.required != answer.NO_CHANGES:
        raise RuntimeError(f"a one-way sync was asked for: {answer}")
    _wait_for_media(col)


def _wait_for_media(col: Collection) -> None:
    while col.media_sync_status().active:  # raises if it failed
        time.sleep(0.02)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
