"""The notes of both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from ..collection.note_text import FIELD_SEPARATOR, clean_field, sort_field_and_checksum
from ..schema11.graves import NOTE, clear_graves
from ..validate import Invalid
from .objects import NoteTypes
from .sides import Sides

_CONTENT = "guid, mid, mod, tags, flds"
_BOTH = """
select s.mid, s.usn, s.guid, s.mod, s.tags, s.flds, t.id, t.guid, t.mid, t.mod, t.tags, t.flds
from main.notes as s join file.notes as t using (id)
where (s.guid, s.mid, s.mod, s.tags, s.flds) is not (t.guid, t.mid, t.mod, t.tags, t.flds)
"""
_ONLY_THEIRS = f"""
select usn, id, {_CONTENT} from file.notes where id not in (select id from main.notes)
"""
_ONLY_OURS = "select id from main.notes where id not in (select id from file.notes)"
_STILL_OF_TYPE = """
select s.id from main.notes as s join file.notes as t using (id) where s.mid = ? and t.mid = ?
"""


class Side(Enum):
    """Whose note type a note has, where the two sides gave it different ones."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass
class Notes:
    """What happened to notes, as far as it matters for their cards."""

    clashing: dict[int, Side] = field(default_factory=dict)


@dataclass(frozen=True)
class _Note:
    id: int
    guid: str
    mid: int
    mod: int
    tags: str
    flds: str


def unite_notes(sides: Sides, types: NoteTypes) -> Notes:
    """Unite the notes of both sides. Raises Invalid for one whose note type the device lacks."""
    notes = Notes()
    _resolve_shared(sides, types, notes)
    _take_theirs(sides, types)
    _send(sides, [id for (id,) in sides.ours.db.execute(_ONLY_OURS)])
    for mid in types.reshaped():
        stayed = sides.ours.db.execute(_STILL_OF_TYPE, (mid, mid))
        notes.clashing.update((id, Side.OURS) for (id,) in stayed)
    return notes


def _resolve_shared(sides: Sides, types: NoteTypes, notes: Notes) -> None:
    sent = []
    for mid, usn, guid, mod, tags, flds, *theirs in sides.ours.db.execute(_BOTH).fetchall():
        their = _Note(*theirs)
        their_mid = mid if types.copy_of(their.mid) == mid else their.mid
        if (guid, mid, mod, tags, flds) == (their.guid, their_mid, *_rest(their)):
            continue
        wins = sides.theirs_wins(mod, usn, their.mod)
        if wins:
            place = types.place(their.mid)
            later = max(their.mod, mod + 1) if their.mod < mod else their.mod
            # fields that the device's note type lacks keep their content
            others = flds.split(FIELD_SEPARATOR) if place == mid else []
            _store(sides, types, their, place, later, others)
        else:
            place = their_mid
            sent.append(their.id)
        if place != mid:
            notes.clashing[their.id] = Side.THEIRS if wins else Side.OURS
    _send(sides, sent)


def _rest(their: _Note) -> tuple[int, str, str]:
    return their.mod, their.tags, their.flds


def _take_theirs(sides: Sides, types: NoteTypes) -> None:
    graves = sides.graves(NOTE)
    dead, returned = [], []
    for usn, *row in sides.ours.db.execute(_ONLY_THEIRS).fetchall():
        their = _Note(*row)
        grave = graves.get(their.id)
        if grave is not None and sides.stays_deleted(grave, usn):
            dead.append(their.id)
            continue
        if grave is not None:
            returned.append(their.id)
        _store(sides, types, their, types.place(their.mid), their.mod, [])
    sides.add_graves(NOTE, dead)
    clear_graves(sides.ours.db, NOTE, returned)


def _send(sides: Sides, ids: Iterable[int]) -> None:
    sides.ours.db.executemany(
        "update notes set usn = ? where id = ?", ((sides.usn, id) for id in ids)
    )


def _store(
    sides: Sides, types: NoteTypes, note: _Note, mid: int, mod: int, others: Sequence[str]
) -> None:
    if types.of_device(note.mid) is None:
        raise Invalid(f"note {note.id}: its note type {note.mid} is unknown")
    kind = types.stored(mid)
    fields = _fitting(note.flds, max(1, len(kind["flds"])), others)
    row: tuple[Any, ...] = (
        *(note.id, note.guid, mid, mod, sides.usn, note.tags, FIELD_SEPARATOR.join(fields)),
        *sort_field_and_checksum(fields, kind["sortf"]),
    )
    sides.ours.db.execute(
        "insert or replace into notes values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')", row
    )
    sides.result.taken += 1


def _fitting(text: str, wanted: int, others: Sequence[str]) -> list[str]:
    """Return as many fields as the note type has.

    Surplus ones are appended to the last, as Anki's database check does.
    """
    fields = [clean_field(part) for part in text.split(FIELD_SEPARATOR)]
    if len(fields) > wanted:
        return [*fields[: wanted - 1], "; ".join(fields[wanted - 1 :])]
    fields += others[len(fields) : wanted]
    return fields + [""] * (wanted - len(fields))
