"""Which user names are valid: each one is also the name of a folder, on every system.

The folder has the name as it is, so that it can be moved to and from Anki's own server.
"""

from __future__ import annotations

import re
import unicodedata

from .windows_names import is_device

MAX_CHARACTERS = 64
_MAX_BYTES = 200  # file systems allow 255, and something may be appended to a name
_PUNCTUATION = " -_.@+"
# Letters and marks that nobody sees (Default_Ignorable_Code_Point in Unicode's
# DerivedCoreProperties.txt): two names must not look the same.
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_NOT_AT_THE_ENDS = " ."  # Windows drops them at the end; a leading dot hides a folder


class BadName(ValueError):
    """`name` cannot be a user name; the message says why, in English.

    `character` is the one that is not allowed, "" if something else is wrong; `reserved` says that
    Windows reserves the name for a device.
    """

    def __init__(self, name: str, why: str, *, character: str = "", reserved: bool = False) -> None:
        super().__init__(f"not a valid user name: {why}")
        self.name = name
        self.character = character
        self.reserved = reserved


def nfc(name: str) -> str:
    """Return a typed name in its stored form: macOS separates letters from their marks."""
    return unicodedata.normalize("NFC", name)


def user_name(name: str) -> str:
    """Return a name in its stored form, NFC. Raises BadName.

    Allowed are letters of any script with their marks, digits, ``-_@+``, and inside the name also
    spaces and dots.
    """
    name = nfc(name)
    if not name:
        raise BadName(name, "it is empty")
    if len(name) > MAX_CHARACTERS or len(name.encode("utf-8", "replace")) > _MAX_BYTES:
        raise BadName(
            name,
            f"it is longer than {MAX_CHARACTERS} characters or {_MAX_BYTES} bytes",
        )
    for index, character in enumerate(name):
        if not _may_follow(character, name[:index]):
            raise BadName(name, f"it contains {_shown(character)}", character=character)
    for character in (name[0], name[-1]):
        if character in _NOT_AT_THE_ENDS:
            raise BadName(name, f"it begins or ends with {_shown(character)}", character=character)
    if is_device(name):
        raise BadName(name, "Windows reserves it for a device", reserved=True)
    return name


def is_user_name(name: str) -> bool:
    """Return whether `name` is a valid user name in its stored form."""
    try:
        return user_name(name) == name
    except BadName:
        return False


def _may_follow(character: str, before: str) -> bool:
    if _INVISIBLE.match(character):
        return False
    if unicodedata.category(character).startswith("M"):
        # marks belong to a letter: vowels of Hindi and Thai, points of Arabic and Hebrew
        return bool(before) and unicodedata.category(before[-1])[0] in "LM"
    return character.isalnum() or character in _PUNCTUATION


def is_visible(character: str) -> bool:
    """Return whether a person sees this character on its own; marks need a letter."""
    is_blank = character.isspace() or _INVISIBLE.match(character) is not None
    is_mark = unicodedata.category(character).startswith("M")
    return character.isprintable() and not is_blank and not is_mark


def _shown(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{character!r} ({code})" if is_visible(character) else code
