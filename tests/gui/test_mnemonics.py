"""Mnemonics: all different, as many as possible, of names and addresses only if nothing is left."""

from __future__ import annotations

import pytest
from aqt.qt import QCheckBox, QDialog, QPushButton, QVBoxLayout

from addon.gui.parts.mnemonics import give_mnemonics, positions

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("texts", "taken", "letters"),
    [
        (("Save", "Cancel"), "", "SC"),
        (("Save", "Stop", "So"), "", "Sto"),
        (("Add", "And", "A"), "", "dnA"),
        (("Test connection",), "TC", "e"),
        (("Öffnen", "Über"), "", "fb"),
        (("Ö",), "", "Ö"),
        (("保存", "Anki で開く"), "", " A"),
        (("حفظ", "حذف"), "", "حذ"),
        (("\u2068Zoe\u2069 of",), "", "o"),
        (("\u2068Zoe\u2069",), "", "Z"),
        (("a", "A"), "", "a "),
    ],
)
def test_each_text_gets_a_letter_of_its_own(
    texts: tuple[str, ...], taken: str, letters: str
) -> None:
    places = positions(texts, frozenset(taken))
    found = [text[place] if place >= 0 else " " for text, place in zip(texts, places, strict=True)]
    assert "".join(found) == letters


def test_letters_that_are_needed_elsewhere_are_left() -> None:
    assert positions(("Add", "Advanced"), frozenset(), frozenset("AD")) == [0, 2]


def test_an_ampersand_is_shown_and_a_changed_text_gets_its_letter_again() -> None:
    window = QDialog()
    layout = QVBoxLayout(window)
    box, button = QCheckBox("Tom & Anna"), QPushButton("Copy")
    layout.addWidget(box)
    layout.addWidget(button)
    for _ in range(2):
        give_mnemonics(window)
        assert (box.text(), button.text()) == ("&Tom && Anna", "&Copy")
    button.setText("Copied")
    give_mnemonics(window)
    assert (box.text(), button.text()) == ("&Tom && Anna", "&Copied")
