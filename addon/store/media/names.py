"""Media file names: which ones are accepted, and under what name each is stored on the disk.

One refused name makes the whole zip fail, and the client sends the same zip in every sync, so we
refuse nothing that a real client sends. Rust clients only send names that every file system
accepts, but the Python clients (up to 2.1.21) and early AnkiDroid also send `con.mp3`, `what. ` or
names of 255 bytes, which Windows cannot store, and any client may delete a name that it would not
accept itself.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata

from .. import atomic, windows_names
from ..faults import Invalid

MAX_NAME_BYTES = 255

# A file whose own name the disk cannot store is stored under this plus the sha1 of the name.
ALIAS_PREFIX = ".lan-sync-name-"

WINDOWS = os.name == "nt"
# Anki's clients use at most this many bytes because Windows limits the path to 260 characters.
_ANKI_MAX_BYTES = 120
_UNUSABLE = ("Cn", "Cs")  # macOS does not accept such characters


def check_text(name: str) -> None:
    """Raise Invalid for half a surrogate pair, which JSON can contain and SQLite cannot."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raise Invalid(f"media file name is not valid Unicode: {name!a}") from None


def check_deletion(name: str) -> None:
    """Raise Invalid for a name that Anki's own server refuses in any entry.

    Deliberately nothing more: a deletion has no effect unless the database has that exact name.
    """
    check_text(name)
    size = len(name.encode())
    if size > MAX_NAME_BYTES:
        raise Invalid(f"media file name has {size} bytes, more than {MAX_NAME_BYTES}")
    if not unicodedata.is_normalized("NFC", name):
        raise Invalid(f"media file name is not in NFC: {name!r}")
    if "/" in name:
        raise Invalid(f"media file name has a path separator: {name!r}")


def check_addition(name: str) -> None:
    """Raise Invalid for a name that must not be added.

    Unlike Anki's own server, this refuses `\\` and `:` on every system: no client sends them, and
    Python clients on Windows would write such a download outside their media folder.
    """
    check_deletion(name)
    if name in ("", ".", ".."):
        raise Invalid(f"media file name cannot name a file: {name!r}")
    if any(char in name for char in "\\:\0"):
        raise Invalid(f"media file name has a forbidden character: {name!r}")


def anki_accepts(name: str) -> bool:
    """Return whether Anki would send a file of this name from its media folder.

    It skips all others, and so must we: a file we gave to phones would be unknown to its own
    server. Source: filename_if_normalized and NONSYNCABLE_FILENAME in rslib/src/media/files.rs.
    """
    return (
        unicodedata.is_normalized("NFC", name)
        and len(name.encode("utf-8", "replace")) <= _ANKI_MAX_BYTES
        and name.lower() not in ("thumbs.db", ".ds_store")
        and not windows_names.is_impossible(name)
        and not any(
            char in "[]^\x7f\u00a0" or unicodedata.category(char) in _UNUSABLE for char in name
        )
    )


def needs_alias(name: str, windows: bool) -> bool:
    """Return whether a file cannot, or must not, be stored under its own name.

    This includes names that could lead outside the folder, though `check_addition` refuses them:
    the database may come from somewhere else.
    """
    if name in ("", ".", "..") or "/" in name or "\0" in name:
        return True
    if name.startswith((ALIAS_PREFIX, atomic.PREFIX)):
        return True
    return windows and (len(name.encode()) > _ANKI_MAX_BYTES or windows_names.is_impossible(name))


def alias(name: str) -> str:
    """Return the name on disk for a file whose own name cannot be used."""
    return ALIAS_PREFIX + hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()
