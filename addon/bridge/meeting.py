"""The first meeting of a collection and a store."""

from __future__ import annotations

from ..store.paths import UserFolder
from . import pairing
from .desktop import Desktop
from .outcome import Answer, Outcome
from .state import path_of


def is_paired(folder: UserFolder) -> bool:
    """Whether the store has been brought together with a collection before."""
    return folder.collection.exists() and path_of(folder).exists()


def pair(desktop: Desktop, folder: UserFolder, now: float, answer: Answer | None) -> Outcome:
    """Make the store from the collection."""
    backups = pairing.make_store(desktop, folder, int(now * 1000))
    desktop.met(folder.root)
    return Outcome(paired=True, backups=backups)
