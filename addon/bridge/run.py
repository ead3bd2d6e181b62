"""One merge: read both sides, decide, write the collection, then the store."""

from __future__ import annotations

import contextlib
from enum import Enum

from ..store.collection.collection import CONFIG
from ..store.collection.timing import needs_unbury, today, unbury_if_new_day
from ..store.paths import UserFolder
from . import (
    apply_desktop,
    apply_store,
    backup,
    compare,
    configuration,
    items,
    lineage,
    questions,
    read_desktop,
    reconciling,
    rules,
    structure,
)
from .desktop import Desktop, Stamps
from .items import Content, Key, fingerprint, grave, is_grave
from .lineage import Lineage
from .outcome import Answer, Deferred, Outcome
from .read_desktop import Reading, StillMoving
from .state import Planned
from .store import Store

_COUNTED = (items.CARDS, items.NOTES, items.DECKS, items.NOTE_TYPES, items.PRESETS)


class Direction(Enum):
    """Which of the two sides may be written."""

    BOTH = "both"
    INTO_STORE = "into store"
    INTO_COLLECTION = "into collection"


class Run:
    """The steps of one merge, in the transaction of the store and of the bridge's state."""

    def __init__(
        self,
        store: Store,
        desktop: Desktop,
        folder: UserFolder,
        direction: Direction,
        answer: Answer | None,
        now: float,
    ) -> None:
        self.store = store
        self.state = store.state
        self.desktop = desktop
        self.folder = folder
        self.direction = direction
        self.answer = answer
        self.now = now
        self.outcome = Outcome()
        self.was_quiet = False  # there was nothing to do
        self.seen: dict[Key, bytes] = {}

    def merge(self) -> Outcome:
        """Merge by usns where they tell what changed, else by comparing everything."""
        first = self.desktop.is_new_to(self.folder.root)
        self.was_quiet = not first and self._is_quiet()
        if self.was_quiet:
            return self.outcome
        past = lineage.look(self.desktop, self.state, self.store.stamps(), first)
        if past.store_marked and self.folder.other_structure is not None:
            past.collection_marked = True  # its change was already in the store
        if past.store_marked and self.folder.restored == self.store.stamps()[1]:
            past = Lineage(takes_store=True)  # once: the next merge knows the stamp
        if past and self.direction is Direction.INTO_STORE:
            self.outcome.deferred = Deferred.COMPARE
        elif self._unbury():
            self.seen = self.state.seen()
            if past or not self._ordinary(first):
                self.reconcile(past or Lineage(maybe_older=True))
        return self.outcome

    # Whether there is anything to do

    def _is_quiet(self) -> bool:
        stamps = self.desktop.stamps()
        if list(stamps) != self.state.get("d_stamps"):
            return False
        if self.direction is Direction.INTO_STORE:
            return not self.state.get("undoable") and not self.state.get("store_is_due")
        return bool(self.state.get("quiet")) and self.store.stamps() == self.state.get("s_stamps")

    def _unbury(self) -> bool:
        """Unbury on both sides on a new day; return False if this direction cannot."""
        config = self.desktop.config()
        if needs_unbury(config, today(int(self.now), self.desktop.created(), config)):
            if self.direction is Direction.INTO_STORE:
                self.outcome.deferred = Deferred.NEW_DAY
                return False
            self.desktop.unbury(self.now)
        unbury_if_new_day(self.store.collection, int(self.now))
        return True

    # The ordinary case

    def _ordinary(self, first: bool) -> bool:
        """Merge by usns; return False if the collection may be an older copy."""
        while True:
            news, reading = self._read()
            was = Stamps(*self.state.get("d_stamps"))
            if first and lineage.lost_pending_changes(reading, was):
                if self.direction is Direction.INTO_STORE:
                    self.outcome.deferred = Deferred.COMPARE
                    return True
                return False
            there = self._there(reading, news)
            decisions = rules.decide(reading.changed, news, reading.here, there)
            self._spread_deletions(reading, news, decisions)
            with contextlib.suppress(StillMoving):
                self._carry_out(reading, decisions)
                return True

    def _there(self, reading: Reading, news: rules.Changed) -> dict[Key, Content]:
        """Return the store's version of everything that changed."""
        found = {key: content for key, content in news.items() if content is not None}
        found.update(self.store.current(key for key in reading.changed if key not in news))
        return found

    def _read(self) -> tuple[dict[Key, Content | None], Reading]:
        news = self.store.news(self.state.get("s_usn"), self.state.own())
        was = Stamps(*self.state.get("d_stamps"))
        return news, read_desktop.read(self.desktop, self.seen, was.usn, news)

    # Full comparison

    def reconcile(self, past: Lineage) -> None:
        """Merge when usns do not tell what changed, unless a person must decide."""
        self.direction = Direction.BOTH
        while True:
            news, reading = self._read()
            found = compare.compare(self.desktop, self.store)
            if self.desktop.stamps() != reading.stamps:
                continue
            offered = self.folder.other_structure is not None  # the desktop's change is in both
            if past.collection_marked and past.store_marked and not offered:
                outlines = self.state.get("outlines", {})
                past.restructured_by = structure.restructured_by(found.restructured, outlines)
            question = questions.ask(self.desktop, self.store, found, reading, news, past)
            if question is not None and self.answer not in question.kind.answers:
                self.outcome.question = question
                return
            answer = self.answer if question is not None else None
            past.accepts_upload = questions.accepts_upload(question, answer)
            there = self._there(reading, news)
            weighed = reconciling.weigh(found, reading, news, there, past, answer)
            reconciling.renew_deleted_decks(weighed.decisions, found, int(self.now))
            self.outcome.compared = True
            self.outcome.new_schema = set(weighed.new_schema)
            self._back_up(weighed)
            if past.store_older:
                known = self.state.get("s_usn")
                self.store.db.execute("update col set usn = max(usn, ?)", (known,))
            if past.joined_account:
                self.state.forget("own_scm")
            reading.changed = weighed.ours
            with contextlib.suppress(StillMoving):
                self._carry_out(reading, weighed.decisions)
                return

    def _back_up(self, weighed: reconciling.Weighed) -> None:
        """Back up a side that is about to lose something, once."""
        if self.outcome.backups:
            return
        if structure.STORE in weighed.losers:
            self.outcome.backups.append(backup.copy_store(self.folder))
        if structure.COLLECTION in weighed.losers:
            self.outcome.backups.append(backup.copy_collection(self.desktop, self.folder))

    def _spread_deletions(
        self, reading: Reading, news: dict[Key, Content | None], decisions: rules.Decisions
    ) -> None:
        """Give the collection graves even for what it never had: its server may have it."""
        for key, content in news.items():
            known = key in reading.changed or key in reading.graves
            if content is None and key in decisions.agreed and not known:
                decisions.agreed.discard(key)
                decisions.to_collection[key] = None

    def _carry_out(self, reading: Reading, decisions: rules.Decisions) -> None:
        before = dict(self.seen)
        seen = self._still_pending(reading)
        base = self.state.config()
        config = configuration.exchange(
            reading.config,
            {
                **self.store.collection.column(CONFIG),
                configuration.CREATED: self.store.collection.created,
            },
            base,
            reading.stamps.mod > self.store.stamps()[0],
        )
        to_store = dict(decisions.to_store)
        stamps = reading.stamps
        for key in decisions.agreed:
            _agree(seen, reading, key, reading.here.get(key))
        if self.direction is Direction.INTO_STORE:
            config = config.without_collection(base)
            left = decisions.to_collection.keys() | decisions.to_both.keys()
        else:
            stamps = self._write_collection(reading, decisions, config, seen, to_store)
            left = set()
        if self.direction is Direction.INTO_COLLECTION:
            config = config.without_store(base)
            left |= to_store.keys()
        else:
            left |= self._write_store(reading, config, seen, to_store)
        for key in left & (reading.changed.keys() | decisions.to_both.keys()):
            seen[key] = b""  # listed, so that the next merge looks at it again
        self.outcome.left = len(left)
        self.state.save_config(config.base)
        self.state.save_seen(before, seen)
        self._finish(stamps)

    def _still_pending(self, reading: Reading) -> dict[Key, bytes]:
        """Return the fingerprints of what is still pending."""
        return {
            key: print
            for key, print in self.seen.items()
            if key in reading.pending or (not is_grave(key) and key in reading.changed)
        }

    def _write_collection(
        self,
        reading: Reading,
        decisions: rules.Decisions,
        config: configuration.Exchange,
        seen: dict[Key, bytes],
        to_store: dict[Key, Content | None],
    ) -> Stamps:
        """Write to the collection; add to `to_store` what the store must get from it."""
        stamps = reading.stamps
        if (
            decisions.to_collection
            or decisions.to_both
            or config.to_collection
            or "collection" in self.outcome.new_schema
        ):
            prints = self._save_plan(reading, decisions)
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
                    prints,
                    new_schema="collection" in self.outcome.new_schema,
                )

            self.desktop.transact(write)
            stamps = self.desktop.stamps()
            for key, print in written.known.items():
                seen.pop(grave(key), None)
                seen.pop(key, None)
                if print is not None:
                    seen[key] = print
                elif key[0] in items.GRAVES:
                    seen[grave(key)] = b""
            for key, content in written.news.items():
                seen.pop(grave(key), None)
                to_store[key] = content
                reading.pending.add(key)
            self.state.drop_plan()
        self.state.put("s_usn", self.store.usn)
        self.state.save_own(())
        return stamps

    def _save_plan(self, reading: Reading, decisions: rules.Decisions) -> dict[Key, bytes | None]:
        """Commit what the collection is about to become; return its fingerprints."""
        plan: dict[Key, Planned] = {}
        for key, content in decisions.to_collection.items():
            old = reading.here.get(key)
            before = None if old is None else fingerprint(key[0], old)
            after = None if content is None else fingerprint(key[0], content)
            if before != after:
                plan[key] = Planned(before, after, content if key[0] in items.OBJECTS else None)
        self.state.save_plan(plan)
        self.state.put("plan_s_usn", self.store.usn)
        self.state.put("quiet", False)
        self.store.commit()
        return {key: planned.after for key, planned in plan.items()}

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

    def _finish(self, stamps: Stamps) -> None:
        wrote_something = self.outcome.to_store or self.outcome.to_collection
        if self.direction is Direction.BOTH and (wrote_something or self.outcome.compared):
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
        if self.direction is Direction.INTO_STORE:
            self._end_undo_of_deletions()
        touched = self.outcome.to_store.kinds | self.outcome.to_collection.kinds
        if self.outcome.compared or "note_types" in touched or not state.has("outlines"):
            self.store.note_outlines()
        state.put("paired", True)
        state.put("d_file", self.desktop.identity())
        state.put("d_stamps", list(stamps))
        state.put("store_is_due", self.direction is Direction.INTO_COLLECTION)
        state.put("s_stamps", [mod, scm, usn])
        settled = not self.outcome.left and not state.get("compare")
        state.put("quiet", settled and state.get("s_usn") == usn)
        if wrote:
            self.store.collection.finish(now_ms)
        else:
            self.store.db.execute("commit")
        self.desktop.note_seen(self.folder.root)

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


def _agree(seen: dict[Key, bytes], reading: Reading, key: Key, content: Content | None) -> None:
    """Note that both sides are the same; remembered while the object is pending."""
    seen.pop(key, None)
    if content is None:
        if grave(key) in reading.pending:
            seen[grave(key)] = b""
    elif key in reading.pending:
        seen[key] = fingerprint(key[0], content)
