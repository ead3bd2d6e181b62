"""The note types, presets, tags and config of both sides."""

from __future__ import annotations

from typing import Any

from ..collection.collection import CONFIG, NOTE_TYPES, PRESETS, TAGS
from ..schema11.names import fold, normalize_tag
from ..schema11.structure import fits, same_structure
from .named import Column, Object
from .sides import Sides


class NoteTypes:
    """The note types of both sides, and the ones that the device's notes will use.

    If the structure differs, the stored note type stays as it is. Notes of the device that do not
    fit it use a copy of the device's note type, made when the first one needs it.
    """

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._column = Column(sides, NOTE_TYPES)
        self._copies: dict[int, int] = {}
        self._reshaped: dict[int, Object] = {}
        for key, their in self._column.theirs.items():
            our = self._column.objects.get(key)
            if our is None:
                self._column.take(their)
            elif same_structure(our, their):
                self._column.resolve(our, their)
            else:
                self._reshaped[int(key)] = their
                self._column.send(our)
        for key, our in self._column.objects.items():
            if key not in self._column.theirs:
                self._column.send(our)
        sides.result.must_download = bool(self._reshaped)
        # before an upload, clients set the usn of what is pending to 0
        pending = [their["mod"] for their in self._reshaped.values() if their["usn"] <= 0]
        sides.result.reshaped_at = int(max(pending, default=0))

    def resolve_names(self) -> None:
        """Make names unique (`Column.resolve_names`). Call it once no more copies can be made."""
        self._column.resolve_names()

    def stored(self, id: int) -> Object:
        """Return a note type in the store."""
        return self._column.objects[str(id)]

    def of_device(self, id: int) -> Object | None:
        """Return a note type as the device has it."""
        return self._column.theirs.get(str(id))

    def reshaped(self) -> list[int]:
        """Return the note types whose notes on the device do not fit the stored ones."""
        return [id for id in self._reshaped if self.differs(id)]

    def differs(self, id: int) -> bool:
        """Return whether the device's notes of this type do not fit the stored one."""
        their = self._reshaped.get(id)
        return their is not None and not fits(their, self.stored(id))

    def place(self, id: int) -> int:
        """Return the id of the stored note type for the device's notes of type `id`."""
        if not self.differs(id):
            return id
        if id not in self._copies:
            self._copies[id] = self._copy(self._reshaped[id])
        return self._copies[id]

    def copy_of(self, id: int) -> int | None:
        """Return the copy of this note type already in the store, if any (of an earlier upload)."""
        if id not in self._copies and self.differs(id):
            found = self._former_copy(self._reshaped[id])
            if found is not None:
                self._copies[id] = found
        return self._copies.get(id)

    def _former_copy(self, their: Object) -> int | None:
        base = fold(their["name"].rstrip("+"))
        for other in self._column.objects.values():
            if (
                other["id"] != their["id"]
                and fold(other["name"].rstrip("+")) == base
                and same_structure(other, their)
            ):
                return int(other["id"])
        return None

    def _copy(self, their: Object) -> int:
        found = self._former_copy(their)
        if found is not None:
            return found
        taken = {*map(int, self._column.objects), *map(int, self._column.theirs)}
        id = self._sides.now * 1000
        while id in taken:
            id += 1
        self._column.put({**their, "id": id}, self._sides.now)
        return id


def unite_presets(sides: Sides) -> None:
    """Add the device's presets; keep those that only the store has."""
    column = Column(sides, PRESETS)
    for key, their in column.theirs.items():
        our = column.objects.get(key)
        if our is None:
            column.take(their)
        else:
            column.resolve(our, their)
    for key, our in column.objects.items():
        if key not in column.theirs:
            column.send(our)


def unite_tags(sides: Sides) -> None:
    """Register the tags of both sides; one known in any spelling stays as it is."""
    ours: dict[str, int] = sides.ours.column(TAGS)
    theirs = {fold(tag) for tag in sides.theirs[TAGS]}
    known = {fold(tag) for tag in ours}
    for tag in ours:
        if fold(tag) not in theirs:
            ours[tag] = sides.usn
    for tag in map(normalize_tag, sides.theirs[TAGS]):
        if fold(tag) not in known:
            known.add(fold(tag))
            ours[tag] = sides.usn
    sides.ours.changed(TAGS)


def unite_config(sides: Sides) -> None:
    """Keep the store's config and add the keys it lacks.

    For a device in step, the newer config wins as a whole, as in a session.
    """
    ours: dict[str, Any] = sides.ours.column(CONFIG)
    theirs = sides.theirs[CONFIG]
    (theirs_mod, created) = sides.ours.db.execute("select mod, crt from file.col").fetchone()
    if sides.mark is not None and theirs_mod > sides.ours.stamps().mod:
        ours.clear()
        sides.ours.set_created(created)
    for key, value in theirs.items():
        ours.setdefault(key, value)
    positions = [c["nextPos"] for c in (ours, theirs) if type(c.get("nextPos")) is int]
    if positions:
        ours["nextPos"] = max(positions)  # of the next new card
    sides.ours.changed(CONFIG)
