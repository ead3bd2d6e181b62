"""One merge: read both sides, decide what to write, and ask where only a person can tell."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping

from ..store.collection.collection import CONFIG
from ..store.collection.timing import needs_unbury, today, unbury_if_new_day
from . import (
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
from .items import Content, Key, fingerprint
from .lineage import Lineage
from .outcome import Answer, Deferred, Direction, Outcome
from .read_desktop import Reading, StillMoving
from .state import Plan
from .store import Store
from .writer import Decided, Writer


class Run:
    """One merge, in the transaction of the store and of the bridge's state."""

    def __init__(
        self,
        store: Store,
        desktop: Desktop,
        direction: Direction,
        answer: Answer | None,
        now: float,
        *,
        ahead: bool = False,
    ) -> None:
        """`ahead`: only decide; the collection is written later, by another thread."""
        self.store = store
        self.state = store.state
        self.desktop = desktop
        self.direction = direction
        self.answer = answer
        self.now = now
        self.outcome = Outcome()
        self.ahead = ahead
        self.was_quiet = False  # there was nothing to do
        self.seen: dict[Key, bytes] = {}

    def merge(self, past: Lineage | None = None) -> Outcome:
        """Decide and write, again if the collection changes in between; see `decide`."""
        writer = Writer(self.store, self.desktop, self.outcome, self.now)
        while (decided := self.decide(past)) is not None:
            with contextlib.suppress(StillMoving):
                writer.carry_out(decided)
                break
        return self.outcome

    def decide(self, past: Lineage | None = None) -> Decided | None:
        """Decide by usns where they tell what changed, else by comparing everything.

        `past`: what is known already about the history of both sides. Returns None if there is
        nothing to write, or not now: `outcome` then says why. Raises StillMoving.
        """
        if past is not None:
            return self._compare(past)
        first = self.desktop.is_new_to(self.store.folder.root)
        self.was_quiet = not first and self._is_quiet()
        if self.was_quiet:
            return None
        past = self.look(first)
        if past and self.direction is Direction.INTO_STORE:
            self.outcome.deferred = Deferred.COMPARE
        if self.outcome.deferred is not None or not self._unbury():
            return None
        self.seen = self.state.seen()
        if not past:
            decided = self._by_usns(first)
            if decided is not None or self.outcome.deferred is not None:
                return decided
            past = Lineage(maybe_older=True)
        return self._compare(past)

    def look(self, first: bool) -> Lineage:
        """Return what usns cannot tell. `first`: this open file has not been merged yet."""
        past = lineage.look(self.desktop, self.state, self.store.stamps(), first)
        if past.store_marked and self.store.folder.other_structure is not None:
            past.collection_marked = True  # its change was already in the store
        if past.store_marked and self.store.folder.restored == self.store.stamps()[1]:
            past = Lineage(takes_store=True)  # once: the next merge knows the stamp
        return past

    # Whether there is anything to do

    def _is_quiet(self) -> bool:
        stamps = self.desktop.stamps()
        if list(stamps) != self.state.get("d_stamps"):
            return False
        if self.direction is Direction.INTO_STORE:
            return not self.state.get("undoable") and not self.state.get("store_is_due")
        return bool(self.state.get("quiet")) and self.store.stamps() == self.state.get("s_stamps")

    def _unbury(self) -> bool:
        """Unbury on both sides on a new day; return False if this run must not."""
        config = self.desktop.config()
        if needs_unbury(config, today(int(self.now), self.desktop.created(), config)):
            if self.direction is Direction.INTO_STORE or self.ahead:
                self.outcome.deferred = Deferred.NEW_DAY
                return False
            self.desktop.unbury(self.now)
        unbury_if_new_day(self.store.collection, int(self.now))
        if self.ahead and self.store.collection.has_changes:  # lost with this transaction
            self.outcome.deferred = Deferred.NEW_DAY
        return self.outcome.deferred is None

    # The ordinary case

    def _by_usns(self, first: bool) -> Decided | None:
        """Decide by usns; return None if the collection may be an older copy."""
        news, reading = self._read()
        was = Stamps(*self.state.get("d_stamps"))
        if first and lineage.lost_pending_changes(reading, was):
            if self.direction is Direction.INTO_STORE:
                self.outcome.deferred = Deferred.COMPARE
            return None
        there = self._there(reading, news)
        decisions = rules.decide(reading.changed, news, reading.here, there)
        self._spread_deletions(reading, news, decisions)
        plan = Plan(_planned(decisions, reading.here))
        return Decided(self.direction, reading, decisions, self._exchange(reading), plan)

    def _there(self, reading: Reading, news: rules.Changed) -> dict[Key, Content]:
        """Return the store's version of everything that changed."""
        found = {key: content for key, content in news.items() if content is not None}
        found.update(self.store.current(key for key in reading.changed if key not in news))
        return found

    def _read(self) -> tuple[dict[Key, Content | None], Reading]:
        news = self.store.news(self.state.get("s_usn"), self.state.own())
        was = Stamps(*self.state.get("d_stamps"))
        return news, read_desktop.read(self.desktop, self.seen, was.usn, news)

    def _exchange(self, reading: Reading) -> configuration.Exchange:
        stored = self.store.collection
        return configuration.exchange(
            reading.config,
            {**stored.column(CONFIG), configuration.CREATED: stored.created},
            self.state.config(),
            reading.stamps.mod > self.store.stamps()[0],
        )

    # Full comparison

    def _compare(self, past: Lineage) -> Decided | None:
        """Decide when usns do not tell what changed, unless a person must."""
        news, reading = self._read()
        found = compare.compare(self.desktop, self.store)
        if self.desktop.stamps() != reading.stamps:
            raise StillMoving
        offered = self.store.folder.other_structure is not None  # the desktop's change is in both
        if past.collection_marked and past.store_marked and not offered:
            outlines = self.state.get("outlines", {})
            past.restructured_by = structure.restructured_by(found.restructured, outlines)
        question = questions.ask(self.desktop, self.store, found, reading, news, past)
        if question is not None and self.answer not in question.kind.answers:
            self.outcome.question = question
            return None
        answer = self.answer if question is not None else None
        past.accepts_upload = questions.accepts_upload(question, answer)
        there = self._there(reading, news)
        weighed = reconciling.weigh(found, reading, news, there, past, answer)
        reconciling.renew_deleted_decks(weighed.decisions, found, int(self.now))
        self.outcome.compared = True
        self.outcome.new_schema = set(weighed.new_schema)
        reading.changed = weighed.ours
        return Decided(
            Direction.BOTH,
            reading,
            weighed.decisions,
            self._exchange(reading),
            Plan(_planned(weighed.decisions, reading.here)),
            frozenset(weighed.losers),
            self.state.get("s_usn") if past.store_older else 0,
            past.joined_account,
        )

    def _spread_deletions(
        self, reading: Reading, news: dict[Key, Content | None], decisions: rules.Decisions
    ) -> None:
        """Give the collection graves even for what it never had: its server may have it."""
        for key, content in news.items():
            known = key in reading.changed or key in reading.graves
            if content is None and key in decisions.agreed and not known:
                decisions.agreed.discard(key)
                decisions.to_collection[key] = None


def _planned(
    decisions: rules.Decisions, here: Mapping[Key, Content]
) -> Iterator[tuple[Key, bytes | None, bytes | None, Content | None]]:
    """Yield what the collection is about to become, for a `Plan`; `here` is what it holds."""
    for key, content in decisions.to_collection.items():
        old = here.get(key)
        before = None if old is None else fingerprint(key[0], old)
        after = None if content is None else fingerprint(key[0], content)
        if before != after:
            yield key, before, after, content if key[0] in items.OBJECTS else None
