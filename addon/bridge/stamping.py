"""A collection that syncs with no server: what waits for one would only grow.

Now and then all of it is marked as if a server had taken it, with a schema stamp of its own: at a
later login, whatever account that is, Anki then asks which side to keep, and nothing is missed.
"""

from __future__ import annotations

from . import read_desktop
from .desktop import Desktop, Stamps
from .store import Store

# Things that wait. Below that a login after a short pause costs no question.
THRESHOLD = 2000
_TABLES = (
    *("notes", "cards", "revlog", "decks", "notetypes", "templates", "deck_config", "tags"),
    *("config", "graves"),
)


def stamp(store: Store, desktop: Desktop, now_ms: int, least: int) -> bool:
    """Mark all that waits as taken, if more than `least` things do and the store has them all."""
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
    """Note a stamping, also one that a crash cut off before it was noted; committed."""
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
