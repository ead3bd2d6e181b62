"""Questions that only a person can answer, while that person works on in other windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import Collection

from .. import running
from ..phone import Phone
from .scene import opened_in_browser, tap, wait_until_in_step
from .test_profiles import folder_of


@pytest.mark.parametrize("when", ["phone comes", "switched on"])
def test_an_answer_saves_first_what_is_being_typed(
    base: Path, desktop: Collection, phone: Phone, when: str
) -> None:
    note = desktop.get_note(running.add_note("to be edited"))  # type: ignore[arg-type]
    phone.add(f"lost here, {when}")
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    if when == "switched on":
        running.click("toggle")
    folder_of(base).bridge.unlink()
    (lost,) = desktop.find_notes(f'"front:lost here, {when}"')
    assert desktop.db is not None
    for table, column in (("cards", "nid"), ("notes", "id")):  # without a grave
        desktop.db.execute(f"delete from {table} where {column} = ?", lost)
    if when == "switched on":
        running.click("toggle")
    else:
        phone.add("brought by the phone")
        tap(phone)
    running.spin(running.question)
    with opened_in_browser(note) as field:
        field.type("typed and not saved ")
        assert "typed and not saved" in field.shown()
        running.answer("both")
        running.spin(lambda: desktop.find_notes(f'"front:lost here, {when}"'))
        running.spin(lambda: "typed and not saved" in desktop.get_note(note.id).fields[1])
        assert "typed and not saved" in field.shown()


def test_switching_off_asks_nothing(base: Path, desktop: Collection, phone: Phone) -> None:
    tap(phone)
    wait_until_in_step(desktop, phone.col)
    folder_of(base).bridge.unlink()
    running.add_note("so that they differ")
    running.click("toggle")
    assert running.question() is None
