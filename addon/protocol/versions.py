"""The protocol versions that clients speak, and what each one changed.

Source: rslib/src/sync/version.rs of Anki, and clients seen on the wire (docs/protocol.md).
"""

from __future__ import annotations

SESSION_KEY = 8  # 2013, Anki 2.0.27: a key names each attempt at syncing
V2_SCHEDULER = 9  # 2018, Anki 2.1.0: knows the v2 scheduler
V2_TIMEZONE = 10  # 2020, Anki 2.1.22: knows the v2 timezone
DIRECT_POST = 11  # 2023, Anki 2.1.57, AnkiDroid 2.17: a header and zstd, no more multipart

OLDEST = SESSION_KEY
NEWEST = DIRECT_POST


def is_supported(version: int) -> bool:
    """Whether any client of this protocol version is served."""
    return OLDEST <= version <= NEWEST
