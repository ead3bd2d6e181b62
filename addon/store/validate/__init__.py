"""The checks on what a client sends, before it may enter the store.

One malformed object in the store breaks every later sync and download, for all clients. Anki's own
server refuses such an object with 400, and so do we (docs/store.md).
"""

from __future__ import annotations

from ..faults import Invalid
from .file import whole_collection
from .objects import config, creation_stamp, deck, note_type, preset, tag
from .rows import Graves, SanityCounts, card, graves, graves_at_start, note, revlog, sanity_counts
from .schema import drop_active_content
from .soundness import require_sound

__all__ = [
    "Graves",
    "Invalid",
    "SanityCounts",
    "card",
    "config",
    "creation_stamp",
    "deck",
    "drop_active_content",
    "graves",
    "graves_at_start",
    "note",
    "note_type",
    "preset",
    "require_sound",
    "revlog",
    "sanity_counts",
    "tag",
    "whole_collection",
]
