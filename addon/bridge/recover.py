"""Recover from a crash between the commits."""

from __future__ import annotations

from . import items
from .desktop import Desktop
from .items import Content, Key, fingerprint, grave, same_content
from .state import Planned
from .store import Store


def recover(store: Store, desktop: Desktop) -> None:
    """Compare the plan of an interrupted merge with the collection, object by object.

    What is there as planned is known to both sides. The store counts as read if at least one object
    is as planned and none is as before; otherwise its changes are merged again, which does no harm.
    Committed before anything else, because the next run may crash too.
    """
    plan = store.state.plan()
    if not plan:
        return
    before = store.state.seen()
    seen = dict(before)
    here = desktop.current(plan)
    arrived = untouched = 0
    for key, planned in plan.items():
        content = here.get(key)
        if _is_as_planned(key[0], content, planned):
            arrived += 1
            _note(seen, key, content)
        elif planned.before == (None if content is None else fingerprint(key[0], content)):
            untouched += 1
    store.state.save_seen(before, seen)
    if arrived and not untouched:
        store.state.put("s_usn", store.state.get("plan_s_usn"))
        store.state.save_own(())
    store.state.drop_plan()
    store.commit()


def _is_as_planned(kind: str, content: Content | None, planned: Planned) -> bool:
    if planned.content is not None:
        return content is not None and same_content(kind, content, planned.content)
    return planned.after == (None if content is None else fingerprint(kind, content))


def _note(seen: dict[Key, bytes], key: Key, content: Content | None) -> None:
    if content is not None:
        seen[key] = fingerprint(key[0], content)
        return
    seen.pop(key, None)
    if key[0] in items.GRAVES:
        seen[grave(key)] = b""
