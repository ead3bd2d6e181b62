"""Whether an uploaded collection comes from a device that was in step with the store.

Only then do usns tell what each side has changed. If in doubt, treat it as a first contact.
"""

from __future__ import annotations

from ..collection.collection import DECKS, NOTE_TYPES, PRESETS
from ..schema11.graves import CARD, NOTE
from ..schema11.structure import same_structure
from .sides import OWN_USNS, Sides

# Each attempt to upload increases a client's usn by one, and several may fail.
_MAX_ATTEMPTS = 20

# A row with one of the store's own usns that the store never gave it: it comes from another store,
# or from one since replaced by an older copy. A device marks what it sends with the usn from
# `meta`, which is at most that of the session.
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
    """Return whether the file comes from a device whose last sync left it at `mark`."""
    if not mark < sides.file_usn <= mark + _MAX_ATTEMPTS:
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
    """Return whether a device in step has made changes that need a one-way sync.

    That is, it removed a note type or preset, or changed the number or order of fields or
    templates. Anything new on either side does not count.
    """
    for column in (NOTE_TYPES, PRESETS):
        theirs = sides.theirs[column]
        for key, our in sides.ours.column(column).items():
            if key not in theirs:
                if our["usn"] < mark:
                    return True
            elif column == NOTE_TYPES and not same_structure(our, theirs[key]):
                return True
    return False
