"""Compare everything, when usns cannot tell what changed, and explain each difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..store.collection import collection as stored
from ..store.schema11.names import fold
from ..store.schema11.structure import same_structure
from . import items
from .desktop import Desktop
from .items import Content, Key, grave, same_content
from .lineage import Lineage
from .outcome import Answer
from .read_desktop import Reading
from .rules import Changed
from .store import Store


@dataclass
class Differences:
    """Objects that differ between the sides, and the graves of each side.

    Includes all notes and cards of note types with a different structure; `restructured` has both
    versions of those.
    """

    here: dict[Key, Content] = field(default_factory=dict)
    there: dict[Key, Content] = field(default_factory=dict)
    graves_here: set[Key] = field(default_factory=set)
    graves_there: dict[Key, int] = field(default_factory=dict)
    restructured: dict[int, tuple[Content, Content]] = field(default_factory=dict)

    @property
    def keys(self) -> set[Key]:
        return self.here.keys() | self.there.keys()

    def only_here(self, kind: str) -> set[Key]:
        return {key for key in self.here.keys() - self.there.keys() if key[0] == kind}

    def only_there(self, kind: str) -> set[Key]:
        return {key for key in self.there.keys() - self.here.keys() if key[0] == kind}


def compare(desktop: Desktop, store: Store) -> Differences:
    """Compare all objects of both sides; takes a few seconds with 500,000 reviews."""
    found = Differences()
    for kind in items.OBJECTS:
        here = desktop.current((kind, id) for id, _usn in desktop.usns(kind))
        there = store.current((kind, int(id)) for id in store.objects(kind))
        _add(found, kind, here, there)
    for key in found.here.keys() & found.there.keys():
        pair = found.here[key], found.there[key]
        if key[0] == items.NOTE_TYPES and not same_structure(*pair):
            found.restructured[int(key[1])] = pair
    parents: set[int] = set(found.restructured)  # of notes: note types; of cards: notes
    for kind, parent in ((items.NOTES, 2), (items.CARDS, 1)):
        here = {(kind, row[0]): row for row in desktop.all_rows(kind)}
        there = {(kind, row[0]): row for row in store.all_rows(kind)}
        _add(found, kind, here, there)
        moved_here = {key: row for key, row in here.items() if row[parent] in parents}
        moved_there = {key: row for key, row in there.items() if row[parent] in parents}
        found.here.update(moved_here)
        found.there.update(moved_there)
        parents = {int(id) for _kind, id in moved_here.keys() | moved_there.keys()}
    reviews_here, reviews_there = desktop.ids(items.REVIEWS), store.ids(items.REVIEWS)
    found.here.update(desktop.current((items.REVIEWS, id) for id in reviews_here - reviews_there))
    found.there.update(store.current((items.REVIEWS, id) for id in reviews_there - reviews_here))
    _add(
        found,
        items.TAGS,
        {(items.TAGS, fold(tag)): tag for tag, _usn in desktop.tags()},
        {(items.TAGS, fold(tag)): tag for tag in store.collection.column(stored.TAGS)},
    )
    kinds = {number: kind for kind, number in items.GRAVES.items()}
    found.graves_here = {(kinds[t], id) for t, id in desktop.graves("1") if t in kinds}
    found.graves_there = store.graves()
    return found


def _add(
    found: Differences, kind: str, here: Mapping[Key, Content], there: Mapping[Key, Content]
) -> None:
    for key in here.keys() | there.keys():
        mine, yours = here.get(key), there.get(key)
        alike = kind == items.TAGS and mine is not None and yours is not None
        if alike or same_content(kind, mine, yours):
            continue
        if mine is not None:
            found.here[key] = mine
        if yours is not None:
            found.there[key] = yours


@dataclass
class Explained:
    """What changed on each side. `deleted`: intended deletions of objects that leave no graves."""

    ours: dict[Key, Content | None] = field(default_factory=dict)
    theirs: dict[Key, Content | None] = field(default_factory=dict)
    deleted: set[Key] = field(default_factory=set)


def explain_differences(
    found: Differences, reading: Reading, news: Changed, past: Lineage, answer: Answer | None
) -> Explained:
    """Decide for each difference which side changed."""
    result = Explained()
    for key in found.keys | reading.changed.keys() | news.keys():
        mine = found.here.get(key, reading.here.get(key))
        yours = found.there.get(key, news.get(key))
        here, there = key in reading.changed, key in news
        if key in found.keys:
            if mine is not None and yours is not None:
                waited = key in reading.seen and answer is not Answer.COLLECTION
                here, there = _both_hold(here, there, past, waited)
            elif mine is not None:
                undone = here and not there and grave(key) in reading.seen  # its deletion was
                here, there = _only_here(key, here, there, found, past, undone)
            else:
                here, there = _only_there(key, here, there, found, reading, past, answer)
        if here:
            result.ours[key] = mine
        if there:
            result.theirs[key] = yours
        if key[0] in (items.NOTE_TYPES, items.PRESETS) and mine is None and here and not there:
            result.deleted.add(key)
    return result


def _both_hold(here: bool, there: bool, past: Lineage, waited: bool) -> tuple[bool, bool]:
    if past.takes_store:
        return False, True
    if past.unites or (past.collection_marked and past.store_marked):
        return True, True
    if past.collection_marked:
        return True, there or (past.collection_replaced and waited)
    if past.store_marked:
        return here, True
    return (here, there) if here or there else (True, True)


def _only_here(
    key: Key, here: bool, there: bool, found: Differences, past: Lineage, undone: bool
) -> tuple[bool, bool]:
    """Decide about what the store lacks: new here, unless it was deleted there."""
    buried = key in found.graves_there
    if past.takes_store:
        return False, True
    if past.accepts_upload and not here:
        return False, True
    if past.store_older:
        return True, False
    if past.unites:  # if an older copy was restored instead, nothing is lost either
        return (here, True) if buried and not undone else (True, False)
    if past.collection_marked and not there and not past.store_marked:
        return True, False
    if buried and (there or not here):
        return here, True
    return True, False


def _only_there(
    key: Key,
    here: bool,
    there: bool,
    found: Differences,
    reading: Reading,
    past: Lineage,
    answer: Answer | None,
) -> tuple[bool, bool]:
    """Decide about what the collection lacks: new there, unless it was deleted here."""
    buried = key in found.graves_here
    if past.takes_store:
        return False, True
    if past.collection_replaced and answer is Answer.COLLECTION and not there:
        return True, False
    if past.collection_older:
        return False, True
    if past.maybe_older:  # deleted since: an older copy would hardly know of it
        return (True, there) if here and buried else (False, True)
    if past.unites or past.store_marked:
        return (True, there) if here or buried else (False, True)
    if past.collection_marked and not there:
        kept = answer is Answer.BOTH or (past.collection_replaced and key in reading.seen)
        return (False, True) if kept and not buried else (True, False)
    if past.counts_differ and not here and not there:
        return (True, False) if buried else (False, True)
    return here or buried, there or not buried
