"""What can go wrong in a merge, in one sentence."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator

from ..errors import (
    BridgeProblem,
    CollectionClosed,
    CollectionUnreadable,
    CollectionUnusable,
    StoreDamaged,
    StoreFull,
    StoreInUse,
    StoreUnusable,
)
from ..store.convert.convert import ConversionError
from ..store.faults import Invalid, NotNow
from ..store.paths import UserFolder
from ..store.sqlite_errors import is_system_error
from .desktop import Closed


@contextlib.contextmanager
def explained(folder: UserFolder) -> Iterator[None]:
    """Turn the exceptions of a merge into BridgeProblem."""
    try:
        yield
    except Closed as error:
        raise CollectionClosed from error
    except sqlite3.Error as error:
        if is_system_error(error):
            raise _of_the_disk(folder, str(error)) from error
        raise _damaged(folder, error) from error
    except (ConversionError, NotNow) as error:
        raise _damaged(folder, error) from error
    except Invalid as error:
        raise CollectionUnreadable(str(error)) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise StoreFull(folder.root) from error
        raise StoreUnusable(folder.root, str(error)) from error
    except Exception as error:
        # the classes and their bases differ between versions of Anki
        if type(error).__module__ != "anki.errors":
            raise
        raise CollectionUnusable(" ".join(str(error).split())[:200]) from error


def _of_the_disk(folder: UserFolder, text: str) -> BridgeProblem:
    if "full" in text:
        return StoreFull(folder.root)
    if "locked" in text:
        return StoreInUse(folder.collection)
    return StoreUnusable(folder.collection, text)


def _damaged(folder: UserFolder, error: Exception) -> BridgeProblem:
    return StoreDamaged(folder.collection, str(error), folder.backups)
