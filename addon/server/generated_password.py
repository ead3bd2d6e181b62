"""Passwords that the add-on has generated (phones/account.py): 16 letters, read in groups of four.

The server accepts them with or without the spaces (accounts/passwords.py).
"""

from __future__ import annotations

import re
from typing import List

_GROUP = 4
_GENERATED = re.compile("[a-hjkmnp-z]{16}")


def is_generated(password: str) -> bool:
    """Return whether this may be such a password, without spaces."""
    return _GENERATED.fullmatch(password) is not None


def groups(password: str) -> List[str]:
    """Return the groups of a generated password; any other is a single group."""
    if not is_generated(password):
        return [password]
    return [password[start : start + _GROUP] for start in range(0, len(password), _GROUP)]


def in_groups(password: str) -> str:
    """Return a generated password as `abcd efgh jkmn pqrs`; others as they are."""
    return " ".join(groups(password))
