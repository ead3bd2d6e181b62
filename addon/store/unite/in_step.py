"""Whether an uploaded collection comes from a device that was in step with the store.

Only then does what it lacks mean that it was deleted there. In doubt it is a first contact.
"""

from __future__ import annotations

from ..collection.collection import DECKS, NOTE_TYPES, PRESETS
from ..schema11.graves import CARD, NOTE
from .sides import OWN_USNS, Sides
from .structure import same_structure

# Each try to upload counts a client's usn up by one; many may fail on the way.
_TRIES = 20

# A row with a number of the store's own that the store never gave it: another store's, or one that
# an older copy has replaced. A device marks what it sends with the usn that `meta` told, which is
# at most the one of the session.
_CONTRADICTION = """
select 1 from file.{table} as t left join main.{table} as s using (id)
where t.usn >= :own and (t.usn >= :mark or s.usn < t.usn or (s.id is null and not {deleted}))
limit 1
"""
_DELETED = "exists (select 1 from main.graves where oid = t.id and type = {kind} and usn >= t.usn)"
_TABLES = {
    "notes": _DELETED.format(kind=NOTE),
    "cards": _DELETED.format(kind=CARD),
    "revlog": "0",
}


def is_in_step(sides: Sides, mark: int) -> bool:
    """Whether the file is that of a device whose last sync left it at `mark`."""
    if not mark < sides.file_usn <= mark + _TRIES:
        return False
    values = {"own": OWN_USNS, "mark": mark}
    return not any(
        sides.ours.db.execute(
            _CONTRADICTION.format(table=table, deleted=deleted), values
        ).fetchone()
        for table, deleted in _TABLES.items()
    ) and not any(_contradicts(sides, column, mark) for column in (NOTE_TYPES, DECKS, PRESETS))


def _contradicts(sides: Sides, column: str, mark: int) -> bool:
    ours = sides.ours.column(column)
    return any(
        their["usn"] >= OWN_USNS
        and (their["usn"] >= mark or (key in ours and ours[key]["usn"] < their["usn"]))
        for key, their in sides.theirs[column].items()
    )


def is_restructured(sides: Sides, mark: int) -> bool:
    """Whether a device in step has changed what only a one-way sync can carry: removed a note type
    or preset, or changed fields or templates in number or order. What is new on either side is no
    such change."""
    for column in (NOTE_TYPES, PRESETS):
        theirs = sides.theirs[column]
        for key, our in sides.ours.column(column).items():
            if key not in theirs:
                if our["usn"] < mark:
                    return True
            elif column == NOTE_TYPES and not same_structure(our, theirs[key]):
                return True
    return False
