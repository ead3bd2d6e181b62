"""Many rounds of edits on both sides with single taps, and everything at once: always in step."""

from __future__ import annotations

import random
import threading
import time

import pytest
from anki.collection import Collection
from aqt.operations import QueryOp
from aqt.operations.note import add_note
from aqt.qt import QApplication

from tests.live.content import own_moment

from .. import running
from ..phone import Phone
from .scene import answer_next, in_step, meanwhile, tap, undo_name, wait_until_in_step


def edit(col: Collection, chance: random.Random, tag: str) -> str:
    """Make one change of a random kind, as a person does; return the kind."""
    with own_moment():
        return _edit(col, chance, tag)


def _edit(col: Collection, chance: random.Random, tag: str) -> str:
    notes = list(col.find_notes(""))
    kind = chance.choice(("add", "answer", "edit", "tag", "delete", "deck", "flag", "suspend"))
    chosen = chance.choice(notes)
    cards = col.card_ids_of_note(chosen)
    if kind == "add":
        notetype = col.models.by_name("Basic")
        assert notetype is not None
        note = col.new_note(notetype)
        note.fields = [f"{tag} {chance.random()}", "back"]
        col.add_note(note, chance.choice(col.decks.all_names_and_ids()).id)  # type: ignore[arg-type]
    elif kind == "answer":
        if col.sched.getCard() is not None:
            answer_next(col, chance.choice((1, 2, 3, 4)))
    elif kind == "edit":
        note = col.get_note(chosen)
        note.fields[1] = f"{tag} {chance.random()}"
        col.update_note(note)
    elif kind == "tag":
        col.tags.bulk_add([chosen], f"{tag}::{chance.randrange(5)}")
    elif kind == "delete" and len(notes) > 3:
        col.remove_notes([chosen])
    elif kind == "deck":
        deck = col.decks.id(f"{tag} {chance.randrange(4)}")
        assert deck is not None
        col.set_deck(cards, deck)
    elif kind == "flag":
        col.set_user_flag_for_cards(chance.randrange(8), cards)
    elif kind == "suspend":
        col.sched.suspend_cards(cards)
    return kind


@pytest.mark.timeout(1200)
def test_rounds_of_edits_with_single_taps_end_equal_and_ask_nothing(
    desktop: Collection, phone: Phone, pytestconfig: pytest.Config
) -> None:
    chance = random.Random(4711)
    for number in range(5):
        running.add_note(f"note {number}")
    deleted = False  # on the desktop, and could still be undone
    for number in range(pytestconfig.getoption("--rounds")):
        for _ in range(chance.randrange(4)):
            deleted |= edit(desktop, chance, "desktop") == "delete"
        changes = chance.randrange(4)
        for _ in range(changes):
            edit(phone.col, chance, "phone")
        before = undo_name()
        tap(phone)
        wait_until_in_step(desktop, phone.col)
        assert QApplication.activeModalWidget() is None
        if changes == 0:
            # that a phone gets a deletion ends undo: see rule 9 in docs/bridge.md
            assert undo_name() == ("" if deleted else before), number
        deleted &= undo_name() != ""


@pytest.mark.usefixtures("second_desktop")
def test_everything_at_once_never_locks_up(desktop: Collection, phone: Phone) -> None:
    """Phones sync without a pause while the window works, syncs and writes on its own."""
    ended = threading.Event()
    errors: list[BaseException] = []

    def sync_again_and_again() -> None:
        number = 0
        while not ended.is_set():
            number += 1
            phone.add(f"at once {number}")
            try:
                phone.sync()
            except BaseException as error:
                errors.append(error)
                return

    thread = threading.Thread(target=sync_again_and_again)
    thread.start()
    mw = running.anki()
    try:
        end = time.monotonic() + 12
        number = 0
        while number < 6 or time.monotonic() < end:
            number += 1
            note = desktop.new_note(desktop.models.by_name("Basic"))  # type: ignore[arg-type]
            note.fields = [f"in a window {number}", "back"]
            add_note(parent=mw, note=note, target_deck_id=1).run_in_background()  # type: ignore[arg-type]
            QueryOp(
                parent=mw,
                op=lambda col: col.find_notes("in:a:window"),
                success=lambda _found: None,
            ).with_progress().run_in_background()
            mw.moveToState("overview" if number % 2 else "deckBrowser")
            if number % 5 == 0:
                mw.on_sync_button_clicked()
            running.settle()
    finally:
        ended.set()
        running.spin(lambda: not thread.is_alive(), 150)
    assert errors == []
    mw.moveToState("deckBrowser")
    running.settle()
    meanwhile(phone.sync)
    wait_until_in_step(desktop, phone.col)
    assert in_step(desktop, phone.col) == []
