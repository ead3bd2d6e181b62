"""The protocol versions that clients use, and what each one changed.

Source: rslib/src/sync/version.rs of Anki, and the requests of real clients (docs/protocol.md).
"""

from __future__ import annotations

SESSION_KEY = 8  # 2013, Anki 2.0.27: a key identifies each attempt to sync
V2_SCHEDULER = 9  # 2018, Anki 2.1.0: knows the v2 scheduler
V2_TIMEZONE = 10  # 2020, Anki 2.1.22: knows the v2 timezone
DIRECT_POST = 11  # 2023, Anki 2.1.57, AnkiDroid 2.17: a header and zstd, no more multipart

OLDEST = SESSION_KEY
NEWEST = DIRECT_POST


def is_supported(version: int) -> bool:
    """Return whether clients of this protocol version are served."""
    return OLDEST <= version <= NEWEST
