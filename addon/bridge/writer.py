"""Write what a merge has decided: the plan, then the collection, then the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import apply_desktop, apply_store, backup, configuration, items, structure
from .desktop import Desktop, Stamps
from .items import Content, Key, fingerprint, grave, is_grave, of_grave
from .outcome import Direction, Outcome
from .read_desktop import Reading, StillMoving
from .rules import Decisions
from .state import Plan
from .store import Store

_COUNTED = (items.CARDS, items.NOTES, items.DECKS, items.NOTE_TYPES, items.PRESETS)


@dataclass
class Decided:
    """What a merge will write, and the state of the collection that it was decided for.

    `losers` names the sides that are backed up first. `least_usn` is what the store's usn must be
    at least. `joined_account`: the collection no longer has a schema stamp of ours.
    """

    direction: Direction
    reading: Reading
    decisions: Decisions
    config: configuration.Exchange
    plan: Plan
    losers: frozenset[str] = frozenset()
    least_usn: int = 0
    joined_account: bool = False


class Writer:
    """Writes for one merge, in the transaction of the store and of the bridge's state."""

    def __init__(self, store: Store, desktop: Desktop, outcome: Outcome, now: float) -> None:
        """`now` is in seconds since 1970; `outcome` gets what is written."""
        self.store = store
        self.state = store.state
        self.desktop = desktop
        self.outcome = outcome
        self.now = now

    def carry_out(self, decided: Decided) -> None:
        """Write everything. Raises StillMoving, with neither side written, if the collection
        changed since it was read."""
        direction, config = decided.direction, decided.config
        reading, decisions = decided.reading, decided.decisions
        self._back_up(decided)
        if decided.least_usn:
            self.store.db.execute("update col set usn = max(usn, ?)", (decided.least_usn,))
        if decided.joined_account:
            self.state.forget("own_scm")
        seen = _still_pending(reading)
        base = self.state.config()
        to_store = dict(decisions.to_store)
        stamps = reading.stamps
        for key in decisions.agreed:
            _agree(seen, reading, key, reading.here.get(key))
        if direction is Direction.INTO_STORE:
            config = config.without_collection(base)
            left = decisions.to_collection.keys() | decisions.to_both.keys()
        else:
            stamps = self._write_collection(decided, seen, to_store)
            left = set()
        if direction is Direction.INTO_COLLECTION:
            config = config.without_store(base)
            left |= to_store.keys()
        else:
            left |= self._write_store(reading, config, seen, to_store)
        for key in left & (reading.changed.keys() | decisions.to_both.keys()):
            seen[key] = b""  # listed, so that the next merge looks at it again
            if grave(key) in reading.seen:
                seen[grave(key)] = b""  # and knows that its deletion was undone
        self.outcome.left = len(left)
        self.state.save_config(config.base)
        self.state.save_seen(reading.seen, seen)
        self._finish(direction, stamps)

    def _back_up(self, decided: Decided) -> None:
        """Back up the sides that are about to lose something, once."""
        if self.outcome.backups:
            return
        if structure.STORE in decided.losers:
            self.outcome.backups.append(backup.copy_store(self.store.folder))
        if structure.COLLECTION in decided.losers:
            before = self.desktop.stamps()
            self.outcome.backups.append(backup.copy_collection(self.desktop, self.store.folder))
            if decided.reading.stamps == before:  # the copying has ended Anki's undo history
                decided.reading.stamps = self.desktop.stamps()

    def _write_collection(
        self, decided: Decided, seen: dict[Key, bytes], to_store: dict[Key, Content | None]
    ) -> Stamps:
        """Write to the collection; add to `to_store` what the store must get from it."""
        reading, decisions, config = decided.reading, decided.decisions, decided.config
        stamps = reading.stamps
        if (
            decisions.to_collection
            or decisions.to_both
            or config.to_collection
            or "collection" in self.outcome.new_schema
        ):
            self._save_plan(decided.plan)
            if self.desktop.stamps() != reading.stamps:
                raise StillMoving
            written = apply_desktop.Written()

            def write() -> None:
                nonlocal written
                written = apply_desktop.write(
                    self.desktop,
                    decisions.to_collection,
                    decisions.to_both,
                    config.to_collection,
                    self.outcome.to_collection,
                    int(self.now * 1000),
                    reading.here,
                    decided.plan.prints,
                    new_schema="collection" in self.outcome.new_schema,
                )

            self.desktop.transact(write)
            stamps = self.desktop.stamps()
            for key in [key for key in seen if is_grave(key)]:
                if of_grave(key) in written.known or of_grave(key) in written.news:
                    del seen[key]
            for key, print in written.known.items():
                if print is not None:
                    seen[key] = print
                else:
                    seen.pop(key, None)
                    if key[0] in items.GRAVES:
                        seen[grave(key)] = b""
            to_store.update(written.news)
            reading.pending.update(written.news)
            if not self._has_work_in_store(to_store, config):
                self.store.leave_out_collection()
            self.state.drop_plan()
        self.state.put("s_usn", self.store.usn)
        self.state.save_own(())
        return stamps

    def _has_work_in_store(
        self, to_store: Mapping[Key, Content | None], config: configuration.Exchange
    ) -> bool:
        waiting = self.store.collection.has_changes
        return bool(to_store or config.to_store or waiting or self.outcome.new_schema)

    def _save_plan(self, plan: Plan) -> None:
        """Commit the plan, for a recovery after a crash."""
        self.store.leave_out_collection()
        self.state.save_plan(plan)
        self.state.put("plan_s_usn", self.store.usn)
        self.state.put("quiet", False)
        self.store.commit()

    def _write_store(
        self,
        reading: Reading,
        config: configuration.Exchange,
        seen: dict[Key, bytes],
        to_store: dict[Key, Content | None],
    ) -> set[Key]:
        """Write to the store; return what must wait."""
        if "store" in self.outcome.new_schema:
            now_ms = int(self.now * 1000)
            self.store.db.execute("update col set scm = max(scm + 1, ?)", (now_ms,))
        waiting = apply_store.write(self.store, to_store, config.to_store, self.outcome.to_store)
        for key, content in to_store.items():
            if key not in waiting:
                _agree(seen, reading, key, content)
        if any(content is None for content in to_store.values()):
            self.state.put("undoable", True)
        return waiting

    def _finish(self, direction: Direction, stamps: Stamps) -> None:
        wrote_something = self.outcome.to_store or self.outcome.to_collection
        if direction is Direction.BOTH and (wrote_something or self.outcome.compared):
            self._count()
        state, usn = self.state, self.store.usn
        mod, scm, _usn = self.store.stamps()
        now_ms = int(self.now * 1000)
        wrote = bool(
            self.outcome.to_store or self.store.collection.has_changes or self.outcome.new_schema
        )
        if wrote:
            if state.get("s_usn") == usn:
                state.put("s_usn", usn + 1)
            else:
                state.save_own(state.own() | {usn})
            mod, usn = max(now_ms, mod + 1), usn + 1
        if direction is Direction.INTO_STORE:
            self._end_undo_of_deletions()
        touched = self.outcome.to_store.kinds | self.outcome.to_collection.kinds
        if self.outcome.compared or "note_types" in touched or not state.has("outlines"):
            self.store.note_outlines()
        state.put("paired", True)
        state.put("d_file", self.desktop.identity())
        state.put("d_stamps", list(stamps))
        state.put("store_is_due", direction is Direction.INTO_COLLECTION)
        state.put("s_stamps", [mod, scm, usn])
        settled = not self.outcome.left and not state.get("compare")
        state.put("quiet", settled and state.get("s_usn") == usn)
        if wrote:
            self.store.collection.finish(now_ms)
        else:
            self.store.db.execute("commit")
        self.desktop.note_seen(self.store.folder.root)

    def _count(self) -> None:
        compared = self.outcome.compared
        tallies = (self.outcome.to_store, self.outcome.to_collection)
        kinds = list(_COUNTED)
        if compared or any(tally.reviews for tally in tallies):
            kinds.append(items.REVIEWS)
        counts = {kind: (self.desktop.count(kind), self._stored(kind)) for kind in kinds}
        differ = {kind: here - there for kind, (here, there) in counts.items() if here != there}
        if compared:
            self.state.put("unequal", differ)  # nothing more can be done about them
            self.state.put("compare", False)
        elif differ.items() - self.state.get("unequal", {}).items():
            self.state.put("compare", True)

    def _stored(self, kind: str) -> int:
        """Return how many objects of a kind the store has.

        Reviews below some usn are counted only once: devices never remove reviews, and there may be
        millions.
        """
        if kind != items.REVIEWS:
            return self.store.count(kind)
        kept = None if self.outcome.compared else self.state.get("reviews_below")
        if kept is None:
            count = self.store.count(kind)
        else:
            usn, below = kept
            count = below + self.store.count_since(kind, usn)
        usn = self.store.usn
        self.state.put("reviews_below", [usn, count - self.store.count_since(kind, usn)])
        return count

    def _end_undo_of_deletions(self) -> None:
        if self.state.get("undoable"):
            self.state.put("undoable", False)
            self.outcome.ended_undo = self.desktop.end_undo()


def _still_pending(reading: Reading) -> dict[Key, bytes]:
    """Return the fingerprints of what is still pending."""
    return {
        key: print
        for key, print in reading.seen.items()
        if key in reading.pending or (not is_grave(key) and key in reading.changed)
    }


def _agree(seen: dict[Key, bytes], reading: Reading, key: Key, content: Content | None) -> None:
    """Note that both sides are the same; remembered while the object is pending."""
    seen.pop(key, None)
    if content is None:
        if grave(key) in reading.pending:
            seen[grave(key)] = b""
    elif key in reading.pending:
        seen[key] = fingerprint(key[0], content)
