"""When to ask a person, and with which numbers."""

from __future__ import annotations

from . import items
from .compare import Differences
from .desktop import Desktop
from .lineage import Lineage, waiting
from .outcome import Answer, Question, QuestionKind
from .read_desktop import Reading
from .rules import Changed
from .store import Store

MANY = 20  # cards; up to this many are merged without asking


def ask(
    desktop: Desktop,
    store: Store,
    found: Differences,
    reading: Reading,
    news: Changed,
    past: Lineage,
) -> Question | None:
    """Return the question to ask before anything is written, or None."""
    kind = _asked(found, reading, news, past)
    if kind is None:
        return None
    return Question(
        kind,
        desktop.totals(),
        store.totals(),
        len(found.only_here(items.CARDS)),
        len(found.only_there(items.CARDS)),
        waiting(reading.seen, news, found.only_there(items.CARDS)),
    )


def _asked(
    found: Differences, reading: Reading, news: Changed, past: Lineage
) -> QuestionKind | None:
    here, there = found.only_here(items.CARDS), found.only_there(items.CARDS)
    if past.never_merged:
        return QuestionKind.PAIRING if here or there else None
    if past.takes_store:
        return None
    both_marked = past.collection_marked and past.store_marked
    if both_marked and found.restructured and past.restructured_by is None:
        return QuestionKind.BOTH_SCHEMAS
    lost = [key for key in here if key not in reading.changed and key not in found.graves_there]
    if past.store_marked and len(lost) > MANY:
        return QuestionKind.STORE_REPLACED
    lacking = [key for key in there if key not in news and key not in found.graves_here]
    dropped = [key for key in found.there if key in reading.seen and key not in reading.pending]
    bearable = 0 if past.joined_account else MANY
    if past.collection_replaced and (dropped or len(lacking) > bearable):
        return QuestionKind.COLLECTION_REPLACED
    return None


def accepts_upload(question: Question | None, answer: Answer | None) -> bool:
    """Return whether the person wants the desktop to lose what an upload lacked.

    Whose structure to keep is another question.
    """
    asked = question is not None and question.kind is QuestionKind.STORE_REPLACED
    return asked and answer is Answer.STORE
