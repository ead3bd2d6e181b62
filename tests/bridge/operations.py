"""What people do with notes and cards, through Anki's own calls since 2.1.50."""

from __future__ import annotations

import time
from typing import Any

from .doing import Doing, NothingToDo, Operation


def add_a_note(do: Doing) -> None:
    kinds = [kind for kind in do.col.models.all() if len(kind["flds"]) >= 2]
    _add(do, do.dice.choice(sorted(kinds, key=lambda kind: int(kind["id"]))), do.mark)


def add_several_notes(do: Doing) -> None:
    for number in range(3):
        _add(do, do.col.models.by_name("Basic") or do.col.models.all()[0], f"{do.mark} {number}")


def _add(do: Doing, kind: Any, text: str) -> None:
    note = do.col.new_note(kind)
    cloze = kind["type"] == 1
    note.fields[0] = f"{{{{c1::{text}}}}} and {{{{c2::more}}}}" if cloze else text
    note.fields[1] = 'back <b>ü</b> <img src="a.png">'
    do.next_moment()
    note.tags = do.dice.sample(["leaf", "Leaf::oak", "ünter", "x::y::z"], do.dice.randint(0, 2))
    do.col.add_note(note, do.deck()["id"])


def edit_a_field(do: Doing) -> None:
    note = do.col.get_note(do.notes(1)[0])
    number = do.dice.randrange(len(note.fields))
    if "{{c1" in note.fields[number]:
        number = 1
    note.fields[number] = f"{do.mark} edited"
    do.col.update_note(note)


def edit_several_notes(do: Doing) -> None:
    notes = [do.col.get_note(id) for id in do.notes()]
    for note in notes:
        note.fields[1] = f"{do.mark} edited with others"
        do.col.update_note(note)


def replace_text(do: Doing) -> None:
    ids = do.notes()
    do.col.find_and_replace(
        note_ids=ids, search="back", replacement=f"back {do.mark}", match_case=True
    )


def delete_notes(do: Doing) -> None:
    ids = do.notes(2)
    do.may_remove_notes(len(ids))
    do.col.remove_notes(ids)


def tag_notes(do: Doing) -> None:
    do.col.tags.bulk_add(do.notes(), do.dice.choice(["leaf", "LEAF::Elm", "neu::日本", "one two"]))


def untag_notes(do: Doing) -> None:
    do.col.tags.bulk_remove(do.notes(), do.dice.choice(["leaf", "x::y::z", "one"]))


def rename_a_tag(do: Doing) -> None:
    do.col.tags.rename(do.dice.choice(["leaf", "x", "neu"]), do.dice.choice(["bark", "x", "leaf"]))


def clear_unused_tags(do: Doing) -> None:
    do.col.tags.clear_unused_tags()


def answer_cards(do: Doing) -> None:
    do.col.decks.select(do.deck()["id"])
    if not hasattr(do.col, "full_upload_or_download"):  # 23.10
        do.col.reset()
    for number in range(do.dice.randint(1, 3)):
        card = do.col.sched.getCard()
        if card is None:
            if number:
                return
            raise NothingToDo
        card.start_timer()
        do.next_moment()
        do.col.sched.answerCard(card, do.dice.randint(1, 3))


def write_a_review_with_sql(do: Doing) -> None:
    """Write to the review log and nothing else, as some add-ons do."""
    card = do.cards(most=1)[0]
    id = int(time.time() * 1000)
    do.col.db.execute("insert into revlog values (?, ?, -1, 3, 7, 5, 2500, 4321, 4)", id, card)
    do.col.db.execute("update col set mod = mod + 1")


def flag_cards(do: Doing) -> None:
    do.col.set_user_flag_for_cards(do.dice.randint(0, 4), do.cards())


def suspend_cards(do: Doing) -> None:
    do.col.sched.suspend_cards(do.cards())


def unsuspend_cards(do: Doing) -> None:
    do.col.sched.unsuspend_cards(do.cards("queue = -1"))


def bury_cards(do: Doing) -> None:
    do.col.sched.bury_cards(do.cards("queue >= 0"))


def unbury_a_deck(do: Doing) -> None:
    do.col.sched.unbury_deck(do.deck()["id"])


def set_due_dates(do: Doing) -> None:
    do.col.sched.set_due_date(do.cards("odid = 0"), f"{do.dice.randint(0, 9)}!")


def forget_cards(do: Doing) -> None:
    do.col.sched.schedule_cards_as_new(do.cards("odid = 0"))


def reposition_new_cards(do: Doing) -> None:
    do.col.sched.reposition_new_cards(
        do.cards("type = 0"),
        starting_from=do.dice.randint(0, 200),
        step_size=1,
        randomize=False,
        shift_existing=do.dice.random() < 0.3,
    )


def move_cards(do: Doing) -> None:
    do.col.set_deck(do.cards(), do.deck()["id"])


def write_custom_data(do: Doing) -> None:
    """Write custom data, which cards have since 2.1.54, and another factor."""
    card = do.col.get_card(do.cards(most=1)[0])
    if hasattr(card, "custom_data"):
        card.custom_data = f'{{"k":{do.dice.randint(0, 999)}}}'
    card.factor = do.dice.randint(1300, 2600)
    do.col.update_card(card)


NOTES_AND_CARDS: tuple[Operation, ...] = (
    add_a_note,
    add_several_notes,
    edit_a_field,
    edit_several_notes,
    replace_text,
    delete_notes,
    tag_notes,
    untag_notes,
    answer_cards,
    answer_cards,
    write_a_review_with_sql,
    flag_cards,
    suspend_cards,
    unsuspend_cards,
    bury_cards,
    unbury_a_deck,
    set_due_dates,
    forget_cards,
    reposition_new_cards,
    move_cards,
    write_custom_data,
)

REMOVE_TAGS: tuple[Operation, ...] = (rename_a_tag, clear_unused_tags)
"""Operations that remove tags from a device's list. The tags stay in other devices' lists and are
not sent if used again there, with any server."""
