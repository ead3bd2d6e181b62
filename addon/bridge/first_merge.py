"""The first merge of a collection and a store."""

from __future__ import annotations

import contextlib

from ..store.paths import UserFolder
from ..store.transfer.stored import open_stored
from . import items, pairing
from .desktop import Desktop
from .lineage import Lineage, is_other_collection
from .outcome import Answer, Direction, Outcome
from .run import Run
from .store import Store, opened_store


def has_bridged_store(folder: UserFolder) -> bool:
    """Return whether there is a bridged store; `were_merged` tells with what."""
    return folder.has_collection and folder.is_bridged


def were_merged(store: Store, desktop: Desktop) -> bool:
    """Return whether the store was merged with this very collection before."""
    return bool(store.state.get("paired")) and not is_other_collection(desktop, store.state)


def merge_first_time(
    desktop: Desktop, folder: UserFolder, now: float, answer: Answer | None
) -> Outcome:
    """Make the store from the collection, unite the two, or return a question."""
    if answer is Answer.COLLECTION or _is_empty(folder):
        backups = pairing.make_store(desktop, folder, int(now * 1000))
        desktop.note_seen(folder.root)
        return Outcome(paired=True, backups=backups)
    with opened_store(folder) as store:
        _start_over(store, desktop)
        run = Run(store, desktop, Direction.BOTH, answer, now)
        run.merge(Lineage(never_merged=True, takes_store=answer is Answer.STORE))
    run.outcome.paired = run.outcome.question is None
    return run.outcome


def _is_empty(folder: UserFolder) -> bool:
    """Return whether the store holds nothing that a person could miss."""
    if not folder.has_collection:
        return True
    with contextlib.closing(open_stored(folder)) as collection:
        tables = (items.CARDS, items.NOTES, items.REVIEWS)
        query = " or ".join(f"exists (select 1 from {table})" for table in tables)
        return not collection.db.execute(f"select {query}").fetchone()[0]


def _start_over(store: Store, desktop: Desktop) -> None:
    """Forget the state of another collection, so that everything is compared."""
    state = store.state
    state.save_seen(state.seen(), {})
    state.save_config({})
    state.drop_plan()
    state.forget("paired", "own_scm", "next_scm", "next_usn", "unequal", "compare")
    pairing.note_merged(store, desktop, desktop.stamps())
