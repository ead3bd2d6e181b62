"""The account for a profile's phones, created without the person typing anything."""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Callable

from ..redirect.settings import ProfileSettings
from ..store.windows_names import is_device

if TYPE_CHECKING:
    from ..hosting import LanServer

# letters only, so that a phone's keyboard stays on one page; no i, l or o
_ALPHABET = "abcdefghjkmnpqrstuvwxyz"
_LENGTH = 16  # of 23 letters: 72 bits
_MAX_NAME, _MIN_WORD, _MAX_WORD = 12, 3, 20
# letters that are no other letter with a mark
_SPELLED = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "þ": "th",
        "ð": "d",
        "\u0131": "i",
    }
)
_FALLBACK_NAME = "anki"


def ensure_account(server: LanServer, profile: str, settings: ProfileSettings) -> ProfileSettings:
    """Return the settings with an account that the server knows. For a thread.

    It is created when phones are first switched on, and again if the server's data was deleted:
    then with the same name and password, so that nothing changes for the phones.
    """
    accounts = server.accounts
    if not settings.account or not settings.password:
        names = {name.casefold() for name in accounts.users.names()}

        def taken(name: str) -> bool:
            # a deleted account leaves data, which another profile of the same name must not get
            return name in names or server.has_collection(name)

        name = free_name(suggest_name(profile), taken)
        settings = replace(settings, account=name, password=make_password())
    if settings.account not in accounts.users.names():
        accounts.users.add(settings.account, settings.password)
    return settings


def suggest_name(profile: str) -> str:
    """Make a user name from a profile's name: easy to type on any phone, and no word cut off."""
    plain = unicodedata.normalize("NFKD", profile.lower().translate(_SPELLED))
    words = re.findall(r"[a-z0-9]+", re.sub("['\u2019]", "", _without_marks(plain)))
    if len("".join(words)) > _MAX_NAME and len(words[0]) >= _MIN_WORD:
        del words[1:]  # most likely a first name
    name = words[0] if words else ""
    for word in words[1:]:
        if len(name + word) > _MAX_NAME:
            break
        name += word
    if len(name) > _MAX_WORD or not re.search(r"[a-z]", name):
        return _FALLBACK_NAME  # nothing is left, or only digits
    return f"{_FALLBACK_NAME}{name}" if is_device(name) else name  # it names a folder


def _without_marks(text: str) -> str:
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def free_name(wanted: str, taken: Callable[[str], bool]) -> str:
    """Return the name, with a number appended if it is taken."""
    name, number = wanted, 2
    while taken(name):
        name, number = f"{wanted}{number}", number + 1
    return name


def make_password() -> str:
    """Generate a strong password of 16 letters; see server/generated_password.py."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
