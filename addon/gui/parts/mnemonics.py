"""A letter for each control, pressed with Alt.

They are chosen here, not by translators: no two in a window may be the same, whatever it shows.
Where a label has no letter of an alphabet, as in Japanese, there is none.
"""

from __future__ import annotations

import re
import unicodedata
from typing import AbstractSet, Callable, Dict, FrozenSet, List, NamedTuple, Sequence, Set, Tuple

from aqt.qt import QAbstractButton, QLabel, QMenu, QObject, QTabBar, QTabWidget, QWidget

_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC")
_VALUE = re.compile("\u2068[^\u2069]*\u2069")  # a name or an address, as Fluent isolates it


class _Control(NamedTuple):
    words: str
    """Its label without a mnemonic."""
    show: Callable[[str], None]


def give_mnemonics(window: QWidget) -> None:
    """Underline a letter of each button, tab and label of a field; call it after each change.

    From then on, "&" in such a text is shown as it is.
    """
    inside = [each for each in window.findChildren(QWidget) if each.window() is window]
    pages = [
        each.widget(number)
        for each in inside
        if isinstance(each, QTabWidget)
        for number in range(each.count())
    ]
    common: List[_Control] = []
    by_page: List[List[_Control]] = [[] for _page in pages]
    for widget in inside:
        holders = [held for page, held in zip(pages, by_page) if page and page.isAncestorOf(widget)]
        (holders[0] if holders else common).extend(_controls(widget))
    needed: FrozenSet[str] = frozenset()
    while True:
        places = positions(_words(common), frozenset(), needed)
        taken = {each.words[place].upper() for each, place in zip(common, places) if place >= 0}
        # only one page is shown at a time
        on_pages = [positions(_words(controls), taken) for controls in by_page]
        lacking = [
            _letters(each.words)
            for controls, found in zip(by_page, on_pages)
            for each, place in zip(controls, found)
            if place < 0
        ]
        if all(letters <= needed for letters in lacking):
            break
        needed = needed.union(*lacking)  # the rest of the window leaves these, if it can
    for controls, found in zip((common, *by_page), (places, *on_pages)):
        _show(controls, found)


def give_mnemonics_to_menu(menu: QMenu) -> None:
    """Underline a letter of each entry."""
    controls = [
        _control(each, "words", each.text(), each.setText)
        for each in menu.actions()
        if each.text() and each.isVisible()
    ]
    _show(controls, positions(_words(controls), frozenset()))


def positions(
    texts: Sequence[str], taken: AbstractSet[str], needed: AbstractSet[str] = frozenset()
) -> List[int]:
    """Return where each text has its letter, all different and none of `taken`; -1 for none.

    As many as possible get one (Kuhn's algorithm), the first letter of a word if it is free. Those
    that are `needed` elsewhere are left if there are others.
    """
    found = [-1] * len(texts)
    owners: Dict[str, int] = {}

    def place(number: int, tried: Set[str]) -> bool:
        text = texts[number]
        candidates = [each for each in _candidates(text) if text[each].upper() not in taken]

        def drawbacks(position: int) -> Tuple[bool, bool]:
            key = text[position].upper()
            return key in owners, key in needed  # others would have to change theirs

        for position in sorted(candidates, key=drawbacks):
            key = text[position].upper()
            if key in tried:
                continue
            tried.add(key)
            if key not in owners or place(owners[key], tried):
                owners[key], found[number] = number, position
                return True
        return False

    for number in range(len(texts)):
        place(number, set())
    return found


def _words(controls: Sequence[_Control]) -> Sequence[str]:
    return [each.words for each in controls]


def _show(controls: Sequence[_Control], places: Sequence[int]) -> None:
    for control, place in zip(controls, places):
        start = max(place, 0)
        before, after = (
            text.replace("&", "&&") for text in (control.words[:start], control.words[start:])
        )
        control.show(before + ("&" if place >= 0 else "") + after)


def _letters(text: str) -> FrozenSet[str]:
    return frozenset(text[place].upper() for place in _candidates(text))


def _candidates(text: str) -> Sequence[int]:
    """Return where a letter could be underlined, the best place first."""
    values = {place for match in _VALUE.finditer(text) for place in range(*match.span())}

    def drawbacks(place: int) -> Tuple[bool, bool, bool]:
        accented = bool(unicodedata.decomposition(text[place]))  # not on every keyboard
        inside_a_word = place > 0 and text[place - 1].isalpha()
        return place in values, accented, inside_a_word

    return sorted((place for place in range(len(text)) if _is_key(text[place])), key=drawbacks)


def _is_key(letter: str) -> bool:
    """Return whether a keyboard of its language has this letter."""
    in_alphabet = unicodedata.name(letter, "").split(" ")[0] in _ALPHABETS
    return in_alphabet and letter.isalpha() and len(letter.upper()) == 1


def _controls(widget: QWidget) -> Sequence[_Control]:
    if isinstance(widget, QTabBar):
        return [
            _control(
                widget,
                f"words_{number}",
                widget.tabText(number),
                lambda text, number=number: widget.setTabText(number, text),  # type: ignore[misc]
            )
            for number in range(widget.count())
        ]
    if isinstance(widget, QLabel) and widget.buddy() is None:
        return ()
    if not isinstance(widget, (QAbstractButton, QLabel)) or not widget.text():
        return ()
    return [_control(widget, "words", widget.text(), widget.setText)]


def _control(holder: QObject, name: str, text: str, put: Callable[[str], None]) -> _Control:
    """Return the control without its mnemonic, which it has if nobody has set its text since."""
    key = f"lan_sync_{name}"
    known = holder.property(key)
    words = known[0] if known and known[1] == text else text

    def show(marked: str) -> None:
        if marked != text:
            put(marked)
        holder.setProperty(key, [words, marked])

    return _Control(words, show)
