"""Keep pending changes from piling up in a collection that syncs with no server.

Now and then, all of them are marked as synced, and the collection gets a new schema stamp. At a
later login, to whichever account, Anki therefore asks which side to keep, and nothing is missed.
"""

from __future__ import annotations

from . import read_desktop
from .desktop import Desktop, Stamps
from .store import Store

# Pending changes. With fewer, logging in again after a while does not cost a question.
THRESHOLD = 2000
_TABLES = (
    *("notes", "cards", "revlog", "decks", "notetypes", "templates", "deck_config", "tags"),
    *("config", "graves"),
)


def stamp(store: Store, desktop: Desktop, now_ms: int, least: int) -> bool:
    """Mark pending changes as synced if more than `least` are and the store has all of them."""
    state, seen = store.state, store.state.seen()
    was = Stamps(*state.get("d_stamps"))
    if len(seen) <= least or desktop.stamps() != was:
        return False
    if read_desktop.read(desktop, seen, was.usn, {}).changed:
        return False
    own = was.scm == state.get("own_scm")
    scm = was.scm if own else max(now_ms, was.scm + 1)
    state.put("next_scm", scm)
    state.put("next_usn", was.usn + 1)
    state.put("quiet", False)
    store.commit()

    def write() -> None:
        for table in _TABLES:
            desktop.db.execute(f"update {table} set usn = ? where usn = -1", was.usn)
        desktop.db.execute(
            "update col set usn = ?, scm = ?, mod = max(mod + 1, ?)", was.usn + 1, scm, now_ms
        )

    desktop.transact(write)
    finish(store, desktop)
    return True


def finish(store: Store, desktop: Desktop) -> None:
    """Record that changes were stamped, also after a crash in between; committed."""
    state = store.state
    scm, usn = state.get("next_scm"), state.get("next_usn")
    if scm is None:
        return
    now = desktop.stamps()
    if (now.scm, now.usn) == (scm, usn):
        state.save_seen(state.seen(), {})
        state.put("own_scm", scm)
        was = Stamps(*state.get("d_stamps"))
        state.put("d_stamps", list(was._replace(scm=scm, usn=usn)))
    state.forget("next_scm", "next_usn")
    store.commit()
