"""Applies a zip to a media store, and dies or fails at the nth thing it does.

The things are what it does to files, and, for dying only, its SQL statements.

python -m tests.store.media.crash FOLDER ZIP N kill|fail [shared]

With `shared` FOLDER/media is one that Anki uses as well, and FOLDER/own, if it is there, is merged
into it first.

Exit codes: 0 the upload was answered, 3 it was refused as not possible now, 9 it died.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from addon.store.faults import NotNow
from addon.store.media.store import MediaStore

EVENTS = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "sql"}


def main(folder: Path, upload: Path, nth: int, how: str, shared: bool) -> int:
    own, media = folder / "own", folder / "media"
    database = folder / "media.db"
    store = MediaStore(own, database, media) if shared else MediaStore(media, database)
    store.last_usn()
    seen = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event not in EVENTS or not str(arguments[0]).startswith(str(folder)):
            return
        seen += 1
        if seen == nth and how == "kill":
            os._exit(9)
        if seen == nth:
            raise OSError(28, "No space left on device")

    with upload.open("rb") as zip_file:
        sys.addaudithook(watch)
        if how == "kill":  # SQLite swallows what a trace callback raises
            statements = store._database._db
            statements.set_trace_callback(lambda _sql: watch("sql", (folder,)))
        try:
            store.apply_upload(zip_file)
        except NotNow:
            return 3
    # Answered: the test sees that the nth event is past the end.
    return 0 if seen >= nth else 100


if __name__ == "__main__":
    places = Path(sys.argv[1]), Path(sys.argv[2])
    sys.exit(main(*places, int(sys.argv[3]), sys.argv[4], "shared" in sys.argv[5:]))
