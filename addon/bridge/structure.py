"""Note types whose fields or templates differ in number or order, which makes a sync one-way.

A note that goes into a note type with another structure has its fields matched by id, else by name;
a card's template is matched in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..store.collection.note_text import FIELD_SEPARATOR
from ..store.schema11.names import fold
from ..store.schema11.structure import same_structure
from .items import Content

NoteType = Mapping[str, Any]


STORE, COLLECTION = "store", "collection"


def outline(note_type: NoteType) -> dict[str, Any]:
    """Return what `same_structure` compares, as it was once the sides were the same."""
    parts = {
        part: [{"id": one.get("id"), "name": one["name"]} for one in note_type[part]]
        for part in ("flds", "tmpls")
    }
    return {"type": note_type["type"], **parts}


def restructured_by(
    pairs: Mapping[int, tuple[NoteType, NoteType]], outlines: Mapping[str, NoteType]
) -> str | None:
    """Return the side that alone changed the structure of note types; None if that is unknown.

    `pairs`: both sides' versions by id, the collection's first; `outlines`: what both had before.
    """

    def changed(number: int) -> bool:
        return any(
            not same_structure(outlines[str(mid)], pair[number]) for mid, pair in pairs.items()
        )

    if not all(str(mid) in outlines for mid in pairs):
        return None
    here, there = changed(0), changed(1)
    if here == there:
        return None
    return COLLECTION if here else STORE


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
