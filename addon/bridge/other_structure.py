"""A phone's upload whose note types changed after the desktop's change of them was in the store.

The upload was united with the store, which kept its structure: nothing was lost. Afterwards, a
person may still choose the structure of the upload.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ..store.collection import collection as stored
from ..store.paths import UserFolder
from ..store.totals import Totals, count_totals
from ..store.transfer.incoming import receive
from .desktop import Desktop
from .outcome import Question, QuestionKind
from .store import opened_store

_BLOCK = 1 << 20


def question(desktop: Desktop, folder: UserFolder) -> Question | None:
    """Return what to ask a person; None if there is no such upload, or if the phone has merely not
    heard of the desktop's change.

    Raises OSError, sqlite3.Error and Rejected.
    """
    upload = folder.other_structure
    if upload is None:
        return None
    # an old backup was removed, or the phone changed only something else, such as the style
    if not upload.exists() or not _changed_structure(upload, folder):
        folder.offer_structure(None)
        return None
    return Question(QuestionKind.BOTH_SCHEMAS, desktop.totals(), _totals(upload), 0, 0, 0)


def _changed_structure(upload: Path, folder: UserFolder) -> bool:
    with (
        receive(folder, _blocks(upload)) as incoming,
        contextlib.closing(stored.Collection(incoming.path)) as uploaded,
        opened_store(folder) as store,
    ):
        note_types = uploaded.column(stored.NOTE_TYPES).values()
        return not all(store.has_had(each) for each in note_types)


def put_in_place(folder: UserFolder) -> None:
    """Replace the store with the upload; the former store becomes a backup.

    The collection already has everything that the store had. Raises OSError, sqlite3.Error and
    Invalid.
    """
    upload = folder.other_structure
    assert upload is not None
    with receive(folder, _blocks(upload)) as incoming:
        incoming.put_in_place()


def _totals(path: Path) -> Totals:
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as db:
        return count_totals(db)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block
