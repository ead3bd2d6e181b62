"""The first meeting of a collection and a store."""

from __future__ import annotations

import contextlib

from ..store.paths import UserFolder
from ..store.transfer.stored import open_stored
from . import items, pairing
from .desktop import Desktop
from .lineage import Lineage, is_stranger
from .outcome import Answer, Outcome
from .run import Direction, Run
from .store import Store, opened


def has_met(folder: UserFolder) -> bool:
    """Whether there is a store that a bridge may know; `knows` then tells."""
    return folder.has_collection and folder.is_bridged


def knows(store: Store, desktop: Desktop) -> bool:
    """Whether the store has been brought together with this very collection before."""
    return bool(store.state.get("paired")) and not is_stranger(desktop, store.state)


def meet(desktop: Desktop, folder: UserFolder, now: float, answer: Answer | None) -> Outcome:
    """Make the store from the collection, or unite the two, or come back with a question."""
    if answer is Answer.COLLECTION or _is_empty(folder):
        backups = pairing.make_store(desktop, folder, int(now * 1000))
        desktop.met(folder.root)
        return Outcome(paired=True, backups=backups)
    with opened(folder) as store:
        _start_anew(store, desktop)
        run = Run(store, desktop, folder, Direction.BOTH, answer, now)
        run.reconcile(Lineage(strangers=True, takes_store=answer is Answer.STORE))
    run.outcome.paired = run.outcome.question is None
    return run.outcome


def _is_empty(folder: UserFolder) -> bool:
    """Whether there is nothing in the store that a person could miss."""
    if not folder.has_collection:
        return True
    with contextlib.closing(open_stored(folder)) as collection:
        tables = (items.CARDS, items.NOTES, items.REVIEWS)
        query = " or ".join(f"exists (select 1 from {table})" for table in tables)
        return not collection.db.execute(f"select {query}").fetchone()[0]


def _start_anew(store: Store, desktop: Desktop) -> None:
    """Forget what was remembered of another collection: everything will be compared."""
    state = store.state
    state.save_seen(state.seen(), {})
    state.save_config({})
    state.drop_plan()
    state.forget("paired", "own_scm", "next_scm", "next_usn", "unequal", "compare")
    pairing.note_met(store, desktop, desktop.stamps())
