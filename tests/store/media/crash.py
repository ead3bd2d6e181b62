"""Applies a zip to a media store, and dies or fails at the nth thing it does.

The things are what it does to files, and, for dying only, its SQL statements. With `torn`, it dies
when it has begun to write a new file.

python -m tests.store.media.crash ZIP kill|torn|fail [shared]

Each line on standard input is N and FOLDER. A process of its own, which is forked since that is
sooner there than a new one, carries it out; its exit code is the answer.
With `shared` FOLDER/media is one that Anki uses as well, and FOLDER/own, if it is there, is merged
into it first.

Exit codes: 0 the upload was answered, 3 it was refused as not possible now, 9 it died.
"""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from addon.store.faults import NotNow
from addon.store.media.store import MediaStore

ROOT = Path(__file__).parents[3]
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
        if seen != nth:
            return
        if how == "torn" and event == "open" and cast(int, arguments[2]) & os.O_EXCL:
            os.close(os.open(cast(str, arguments[0]), cast(int, arguments[2]), 0o666))
        if how != "fail":
            os._exit(9)
        raise OSError(28, "No space left on device")

    with upload.open("rb") as zip_file:
        sys.addaudithook(watch)
        if how != "fail":  # SQLite swallows what a trace callback raises
            statements = store._database._db
            statements.set_trace_callback(lambda _sql: watch("sql", (folder,)))
        try:
            store.apply_upload(zip_file)
        except NotNow:
            return 3
    # Answered: the test sees that the nth event is past the end.
    return 0 if seen >= nth else 100


@contextmanager
def crashes(
    upload: Path, how: str, *, shared: bool = False
) -> Iterator[Callable[[Path, int], int]]:
    """Yield a function that applies the zip in a folder and crashes there at the nth thing; it
    returns the exit code."""
    command = [sys.executable, "-m", __name__, str(upload), how, *["shared"] * shared]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:

        def crash(folder: Path, nth: int) -> int:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{nth} {folder}\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        yield crash


def serve(upload: Path, how: str, shared: bool) -> None:
    """Carry out the lines on standard input."""
    for line in sys.stdin:
        nth, _, folder = line.rstrip("\n").partition(" ")
        child = os.fork()
        if child == 0:
            try:
                os._exit(main(Path(folder), upload, int(nth), how, shared))
            finally:  # after an error: nothing of the parent's may run in the child
                traceback.print_exc()
                os._exit(1)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.argv[2], "shared" in sys.argv[3:])
