"""Note types whose fields or templates differ in number or order, which makes a sync one-way.

A note that goes into a note type with another structure has its fields matched by id, else by name;
a card's template is matched in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..store.collection.note_text import FIELD_SEPARATOR
from ..store.schema11.names import fold
from .items import Content

NoteType = Mapping[str, Any]


def moved_note(note: Content, old: NoteType, new: NoteType) -> Content:
    """Return the note with its fields in the order of the other version of its note type."""
    texts = note[5].split(FIELD_SEPARATOR)
    places = _places(old["flds"], new["flds"])
    fields = [texts[p] if p is not None and p < len(texts) else "" for p in places]
    return (*note[:5], FIELD_SEPARATOR.join(fields))


def moved_card(card: Content, old: NoteType, new: NoteType) -> Content | None:
    """Return the card with its template's number there; None if there is no such template.

    Cards of a cloze note type number the cloze deletions, not templates.
    """
    if new.get("type") == 1:
        return card
    places = _places(old["tmpls"], new["tmpls"])
    return (*card[:3], places.index(card[3]), *card[4:]) if card[3] in places else None


def _places(old: list[Any], new: list[Any]) -> list[int | None]:
    """Return for each part of the new version its number in the old one."""
    by_id = {part["id"]: place for place, part in enumerate(old) if part.get("id")}
    by_name = {fold(part["name"]): place for place, part in enumerate(old)}
    taken: set[int] = set()
    found: list[int | None] = []
    for part in new:
        place = by_id.get(part.get("id"))
        if place is None:
            place = by_name.get(fold(part["name"]))
            if place is not None and old[place].get("id") and part.get("id"):
                place = None  # another one that now has the name
        if place in taken:
            place = None
        if place is not None:
            taken.add(place)
        found.append(place)
    return found
