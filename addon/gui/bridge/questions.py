"""Ask what only a person can decide, with the numbers of both sides."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Callable, Dict, List, Tuple

from ...i18n import tr
from ..parts.question import AnswerButton, SidesQuestion

if TYPE_CHECKING:
    from aqt.qt import QWidget

    from ...bridge import Answer, Question


def show_question(
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
            (tr.switching_side_anki(), question.collection),
            (tr.switching_side_phones(), question.store),
        ),
        choices,
        declined,
    ).open()


def _words(question: Question) -> Tuple[str, Dict[Answer, str]]:
    """Return the question and the labels of its buttons."""
    from ...bridge import Answer, QuestionKind

    both = tr.bridging_keep_both()
    if question.kind is QuestionKind.PAIRING:
        anki, keep = tr.bridging_pairing_from_anki(), tr.bridging_keep_phones()
        words = {Answer.COLLECTION: anki, Answer.STORE: keep, Answer.BOTH: both}
        return tr.bridging_pairing(), words
    if question.kind is QuestionKind.BOTH_SCHEMAS:
        anki, phone = tr.bridging_keep_anki_types(), tr.bridging_keep_phone_types()
        return tr.bridging_both_schemas(), {Answer.COLLECTION: anki, Answer.STORE: phone}
    if question.kind is QuestionKind.STORE_REPLACED:
        sentence = tr.bridging_store_replaced(count=question.only_collection)
        return sentence, {Answer.STORE: tr.bridging_take_over(), Answer.BOTH: both}
    sentence = tr.bridging_collection_replaced(count=question.waiting)
    keep, drop = tr.bridging_keep_waiting(), tr.bridging_drop()
    return sentence, {Answer.BOTH: keep, Answer.COLLECTION: drop}
