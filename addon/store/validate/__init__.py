"""Everything that checks what a client sends, before it may enter the store.

One malformed object in the store breaks the next sync and every download of all clients, for
ever; Anki's own server refuses it at the door with 400, and so do we (docs/store.md).
"""

from __future__ import annotations

from ..faults import Invalid
from .file import whole_collection
from .objects import config, creation_stamp, deck, note_type, preset, tag
from .rows import Counts, Graves, card, graves, graves_at_start, note, revlog, sanity_counts
from .schema import drop_active

__all__ = [
    "Counts",
    "Graves",
    "Invalid",
    "card",
    "config",
    "creation_stamp",
    "deck",
    "drop_active",
    "graves",
    "graves_at_start",
    "note",
    "note_type",
    "preset",
    "revlog",
    "sanity_counts",
    "tag",
    "whole_collection",
]
