"""What can go wrong in a merge, in one sentence."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator

from ..errors import Problem
from ..store.convert.convert import ConversionError
from ..store.faults import Invalid, NotNow
from ..store.paths import UserFolder
from ..store.sqlite_errors import is_of_our_disk
from .desktop import Closed


class BridgeProblem(Problem):
    """The merge failed, and both sides are as they were."""


@contextlib.contextmanager
def explained(folder: UserFolder) -> Iterator[None]:
    """Turn the exceptions of a merge into BridgeProblem."""
    try:
        yield
    except Closed as error:
        raise BridgeProblem(f"{error}: open the profile and try again") from error
    except sqlite3.Error as error:
        if is_of_our_disk(error):
            raise BridgeProblem(_of_the_disk(folder, str(error))) from error
        raise BridgeProblem(_damaged(folder, error)) from error
    except (ConversionError, NotNow) as error:
        raise BridgeProblem(_damaged(folder, error)) from error
    except Invalid as error:
        raise BridgeProblem(
            f"phones could not read this collection ({error}): use Tools > Check Database"
        ) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise BridgeProblem(_full(folder)) from error
        raise BridgeProblem(f"{folder.root} cannot be used: {error}") from error
    except Exception as error:
        # the classes and their bases differ between versions of Anki
        if type(error).__module__ != "anki.errors":
            raise
        cause = " ".join(str(error).split())[:200]
        raise BridgeProblem(
            f"Anki's collection cannot be read or written ({cause}):"
            " see that its disk is not full, and try again"
        ) from error


def _of_the_disk(folder: UserFolder, text: str) -> str:
    if "full" in text:
        return _full(folder)
    if "locked" in text:
        return f"the phones' collection {folder.collection} is in use: try again in a minute"
    return f"the phones' collection {folder.collection} cannot be used: {text}"


def _damaged(folder: UserFolder, error: Exception) -> str:
    return (
        f"the phones' collection {folder.collection} is damaged ({error}): close Anki and move that"
        f" file away, and it is made anew from Anki's (older copies are in {folder.backups})"
    )


def _full(folder: UserFolder) -> str:
    return f"the disk of {folder.root} is full: make room and try again"
