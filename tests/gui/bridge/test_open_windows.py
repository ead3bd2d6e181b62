"""Anki's other windows are open while a phone's changes come in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import aqt
import pytest
from anki.collection import Collection
from aqt.deckoptions import DeckOptionsDialog

from .. import running
from ..phone import Phone
from .scene import (
    BackField,
    answer_next,
    opened_in_browser,
    reviews,
    settled_for,
    tap,
    wait_until_in_step,
)

OTHER_TYPE = "Basic (and reversed card)"


@pytest.fixture
def add_window(desktop: Collection) -> Iterator[Any]:  # noqa: ARG001
    """Yield the Add window, with another note type than it begins with."""
    window: Any = aqt.dialogs.open("AddCards", running.anki())
    running.settle()
    running.spin(lambda: window.editor.note is not None)
    kind = running.anki().col.models.by_name(OTHER_TYPE)
    assert kind is not None
    window.notetype_chooser.selected_notetype_id = kind["id"]
    running.settle()
    yield window
    window.setAndFocusNote(window._new_note())
    window._close()
    running.settle()


@pytest.mark.parametrize("brings", ["a review", "a deck", "a note type"])
def test_what_is_typed_in_the_add_window_stays(
    desktop: Collection, phone: Phone, add_window: Any, brings: str
) -> None:
    field = BackField(add_window.editor.web)
    field.type("half a note")
    settled_for(0.2)
    if brings == "a review":
        before = reviews(desktop)
        answer_next(phone.col)
        tap(phone)
        running.spin(lambda: reviews(desktop) == before + 1)
    elif brings == "a deck":
        phone.col.decks.id("a deck of the phone")
        tap(phone)
        running.spin(lambda: desktop.decks.by_name("a deck of the phone"))
    else:
        models = phone.col.models
        kind = models.copy(models.by_name("Basic"), add=False)  # type: ignore[arg-type]
        kind["name"] = "a type of the phone"
        models.add_dict(kind)
        tap(phone)
        running.spin(lambda: desktop.models.by_name("a type of the phone"))
    running.settle()
    running.spin(lambda: "half a note" in BackField(add_window.editor.web).shown())
    assert "half a note" in add_window.editor.note.fields[1]
    if brings == "a review":
        assert add_window.editor.note.note_type()["name"] == OTHER_TYPE
    wait_until_in_step(desktop, phone.col)


def test_the_browser_shows_what_a_phone_changed(desktop: Collection, phone: Phone) -> None:
    note = desktop.get_note(running.add_note("to be edited on the phone"))  # type: ignore[arg-type]
    tap(phone)
    with opened_in_browser(note) as field:
        theirs = phone.col.get_note(note.id)
        theirs.fields[1] = "edited on the phone"
        phone.col.update_note(theirs)
        tap(phone)
        running.spin(lambda: "edited on the phone" in field.shown())
        field.type("and here ")
        settled_for(1)
        tap(phone)
        wait_until_in_step(desktop, phone.col)
        assert "and here" in phone.col.get_note(note.id).fields[1]
        assert "edited on the phone" in phone.col.get_note(note.id).fields[1]


def test_deck_options_are_closed_before_anything_changes(desktop: Collection, phone: Phone) -> None:
    deck = desktop.decks.get(1)  # type: ignore[arg-type]
    assert deck is not None
    dialog = DeckOptionsDialog(running.anki(), deck)
    try:
        running.spin(lambda: dialog._ready)
        phone.add("while options are open")
        preset = phone.col.decks.get_config(1)  # type: ignore[arg-type]
        assert preset is not None
        preset["new"]["perDay"] = 77
        phone.col.decks.update_config(preset)
        tap(phone)
        settled_for(1)
        assert not desktop.find_notes('"front:while options are open"')
        assert dialog.isVisible()
    finally:
        dialog.require_close()  # type: ignore[no-untyped-call]
    running.spin(lambda: desktop.find_notes('"front:while options are open"'))
    wait_until_in_step(desktop, phone.col)
    assert desktop.decks.config_dict_for_deck_id(1)["new"]["perDay"] == 77  # type: ignore[arg-type]
