"""`python -m bench.phone FOLDER ADDRESS USER PASSWORD`: a phone that is told what to do.

Reads a number per line; changes that many cards (1: a flag, else reviews), syncs, and answers with
the time at which the sync began, by the clock that all processes share (seconds).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from anki.collection import Collection
from anki.sync import SyncAuth

from . import content


def main(folder: str, address: str, user: str, password: str) -> None:
    """Download; then do what standard input says, until it ends."""
    path = Path(folder, "collection.anki2")
    path.parent.mkdir(parents=True)
    col = Collection(str(path))
    key = col.sync_login(user, password, address).hkey
    auth = SyncAuth(hkey=key, endpoint=address, io_timeout_secs=60)
    col.sync_collection(auth, sync_media=False)
    col.close_for_full_sync()
    col.full_upload_or_download(auth=auth, server_usn=None, upload=False)
    col.reopen(after_full_sync=True)
    print("ready", flush=True)
    for number, line in enumerate(sys.stdin):
        if int(line) == 1:
            col.set_user_flag_for_cards(1 + number % 7, [col.find_cards("deck:*")[0]])
        else:
            content.review(col, int(line))
        began = time.monotonic()
        answer = col.sync_collection(auth, sync_media=False)
        if answer.required != answer.NO_CHANGES:
            raise RuntimeError(f"a one-way sync was asked for: {answer}")
        print(began, flush=True)
    col.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
