"""Ask what only a person can decide, with the numbers of both sides."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Callable, Dict, List, Tuple

from ...i18n import tr
from ..parts.question import AnswerButton, Counts, SidesQuestion

if TYPE_CHECKING:
    from aqt.qt import QWidget

    from ...bridge import Answer, Question, Totals


def ask(
    parent: QWidget,
    question: Question,
    answered: Callable[[Answer], None],
    declined: Callable[[], None],
) -> None:
    """Show the question and call one of the two. The side that is replaced is backed up."""
    from ...bridge import QuestionKind

    sentence, words = _words(question)
    below = [tr.bridging_backed_up()]
    if question.kind is QuestionKind.PAIRING:
        below.insert(0, tr.bridging_pairing_phones())
    choices: List[AnswerButton] = []
    for answer in reversed(question.kind.answers):  # the preferred one is the last
        choices.append((answer.value, words[answer], functools.partial(answered, answer)))
    SidesQuestion(
        parent,
        (sentence, *below),
        (
            (tr.switching_side_anki(), _counts(question.collection)),
            (tr.switching_side_phones(), _counts(question.store)),
        ),
        choices,
        declined,
    ).open()


def _counts(held: Totals) -> Counts:
    return Counts(held.cards, held.notes, held.reviews)


def _words(question: Question) -> Tuple[str, Dict[Answer, str]]:
    """Return the question and the labels of its buttons."""
    from ...bridge import Answer, QuestionKind

    collection, store, both = (
        tr.bridging_keep_anki(),
        tr.bridging_keep_phones(),
        tr.bridging_keep_both(),
    )
    if question.kind is QuestionKind.PAIRING:
        sentence, collection = tr.bridging_pairing(), tr.bridging_pairing_from_anki()
    elif question.kind is QuestionKind.BOTH_SCHEMAS:
        sentence = tr.bridging_both_schemas()
    elif question.kind is QuestionKind.STORE_REPLACED:
        sentence = tr.bridging_store_replaced(count=question.only_collection)
        collection, store = tr.bridging_put_back(), tr.bridging_take_over()
    else:
        sentence = tr.bridging_collection_replaced(count=question.waiting)
        collection, both = tr.bridging_drop(), tr.bridging_keep_waiting()
    return sentence, {Answer.COLLECTION: collection, Answer.STORE: store, Answer.BOTH: both}
