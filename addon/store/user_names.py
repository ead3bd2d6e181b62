"""What can be a user's name, and so the name of a folder on every system.

The name itself is the folder's, so that a folder can be carried to and from Anki's own server.
"""

from __future__ import annotations

import re
import unicodedata

from .windows_names import is_device

MAX_CHARACTERS = 64
_MAX_BYTES = 200  # file systems allow 255, and a name may get something added to it
_SIGNS = " -_.@+"
# Letters and marks that nobody sees (Default_Ignorable_Code_Point in Unicode's
# DerivedCoreProperties.txt): two names must not look the same.
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_NOT_AT_THE_ENDS = " ."  # Windows drops them at the end; what begins with a dot is hidden


class BadName(ValueError):
    """A `name` that no user can have; the text says why, in English.

    `sign` is the character that cannot be there, "" if another thing is wrong; `reserved` says
    that Windows keeps the name for a device.
    """

    def __init__(self, name: str, why: str, *, sign: str = "", reserved: bool = False) -> None:
        super().__init__(f"this cannot be a user name: {why}")
        self.name = name
        self.sign = sign
        self.reserved = reserved


def nfc(name: str) -> str:
    """Return a typed name as it would be kept: macOS gives letters and their marks apart."""
    return unicodedata.normalize("NFC", name)


def user_name(name: str) -> str:
    """Return the form in which a name is kept, NFC. Raises BadName.

    Letters of any script with their marks, digits, and inside the name also space and ``-_.@+``.
    """
    name = nfc(name)
    if not name:
        raise BadName(name, "it is empty")
    if len(name) > MAX_CHARACTERS or len(name.encode("utf-8", "replace")) > _MAX_BYTES:
        raise BadName(
            name,
            f"it is too long; {MAX_CHARACTERS} characters ({_MAX_BYTES} bytes) are allowed",
        )
    for place, sign in enumerate(name):
        if not _may_follow(sign, name[:place]):
            raise BadName(name, f"it has the character {_shown(sign)}", sign=sign)
    for sign in (name[0], name[-1]):
        if sign in _NOT_AT_THE_ENDS:
            raise BadName(name, f"it begins or ends with {_shown(sign)}", sign=sign)
    if is_device(name):
        raise BadName(name, "Windows keeps it for a device", reserved=True)
    return name


def is_user_name(name: str) -> bool:
    """Whether `name` is the kept form of one that a user can have."""
    try:
        return user_name(name) == name
    except BadName:
        return False


def _may_follow(sign: str, before: str) -> bool:
    if _INVISIBLE.match(sign):
        return False
    if unicodedata.category(sign).startswith("M"):
        # marks belong to a letter: vowels of Hindi and Thai, points of Arabic and Hebrew
        return bool(before) and unicodedata.category(before[-1])[0] in "LM"
    return sign.isalnum() or sign in _SIGNS


def _shown(sign: str) -> str:
    code = f"U+{ord(sign):04X}"
    return f"{sign!r} ({code})" if sign.isprintable() and not sign.isspace() else code
