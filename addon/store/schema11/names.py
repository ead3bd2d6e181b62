"""Names of decks, note types and tags: how Anki normalises and compares them.

The merge needs exactly Anki's idea of "the same name": if two decks are different for us and the
same for a client (or the other way round), the client renames one of them without telling anybody.
All of this has been compared with Anki's own functions over all of Unicode (tests/store).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

SEPARATOR = "::"
BLANK = "blank"

_ASCII_CONTROL = dict.fromkeys([*range(0x20), 0x7F])
_TAG_SEPARATORS = " \u3000"
_NOT_IN_TAGS = {**_ASCII_CONTROL, **dict.fromkeys(map(ord, _TAG_SEPARATORS))}
# Unicode's White_Space, which is what Rust trims; str.strip() would also take U+001C-U+001F
_WHITE_SPACE = (
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)

# The library with which Anki compares names (unicase 2.6.0, pinned by Anki because its sort order
# is stored in indexes) differs from str.casefold in two ways. It only knows Unicode 12.1: cased
# letters added later are equal only to themselves. These are all blocks of such letters up to
# Unicode 17, so that newer Pythons, whose tables include them, agree too.
_CASED_SINCE_UNICODE_13 = (
    "\u1c89\u1c8a\u2c2f\u2c5f\ua7c0\ua7c1\ua7c7-\ua7d9\ua7da-\ua7dd\ua7f5\ua7f6"
    "\U00010570-\U000105bf\U00010d50-\U00010d8f\U00016ea0-\U00016edf"
)
# And where one letter folds to three, it yields them in the order 3, 1, 2.
_FOLDS_TO_THREE = (
    "\u0390\u03b0\u1f52\u1f54\u1f56\u1fb7\u1fc7\u1fd2\u1fd3\u1fd7\u1fe2\u1fe3\u1fe7\u1ff7"
    "\ufb03\ufb04"
)
_FOLDED_OTHERWISE = re.compile(f"[{_CASED_SINCE_UNICODE_13}{_FOLDS_TO_THREE}]")


def normalize_deck_name(name: str) -> str:
    """Return a deck's human-readable name (`A::B`) as Anki stores it.

    Each part is in NFC, without ASCII control characters, and without white space and `:` at its
    ends; an empty part becomes `blank`.
    """
    return SEPARATOR.join(_deck_part(part) for part in name.split(SEPARATOR))


def _deck_part(part: str) -> str:
    text = unicodedata.normalize("NFC", part).translate(_ASCII_CONTROL)
    return text.strip(_WHITE_SPACE + ":") or BLANK


def normalize_tag(tag: str) -> str:
    """Return a tag as Anki registers it: like a deck's name, but without spaces; `:` stays."""
    return SEPARATOR.join(_tag_part(part) for part in tag.split(SEPARATOR))


def _tag_part(part: str) -> str:
    text = unicodedata.normalize("NFC", part).translate(_NOT_IN_TAGS)
    return text.strip(_WHITE_SPACE) or BLANK


def fold(name: str) -> str:
    """Return a key that is equal for two names exactly if Anki's `unicase` compares them equal.

    It does not normalise: names that differ in NFC/NFD are different.
    """
    if name.isascii():
        return name.lower()
    if _FOLDED_OTHERWISE.search(name):
        return "".join(map(_fold_letter, name))
    return name.casefold()


def _fold_letter(letter: str) -> str:
    if not _FOLDED_OTHERWISE.match(letter):
        return letter.casefold()
    if letter in _FOLDS_TO_THREE:
        folded = letter.casefold()
        return folded[2] + folded[:2]
    return letter


def unique_name(name: str, taken: Container[str], suffix: str = "+") -> str:
    """Append `suffix` to `name` until its `fold` is not in `taken` (a container of folded names).

    Anki appends `+` to names that arrive by sync, `_` to names it finds when it opens a collection.
    """
    while fold(name) in taken:
        name += suffix
    return name
