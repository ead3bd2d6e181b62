"""Note types, decks and presets of both sides, combined in one JSON column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..schema11.comparison import same_object
from ..schema11.names import fold, unique_name
from .sides import Sides

Object = dict[str, Any]


class Column:
    """The store's objects of one kind, and the device's."""

    def __init__(self, sides: Sides, name: str) -> None:
        self.sides = sides
        self.objects: dict[str, Object] = sides.ours.column(name)
        self.theirs: Mapping[str, Object] = sides.theirs[name]
        self._put: set[str] = set()
        sides.ours.changed(name)

    def put(self, their: Object, mod: int | None = None) -> None:
        """Store one of the device's objects, with `mod` (s) if not its own."""
        key = str(their["id"])
        stored = {**their, "usn": self.sides.usn}
        if mod is not None:
            stored["mod"] = mod
        self.objects[key] = stored
        self._put.add(key)

    def take(self, their: Object) -> None:
        """Store an object that only the device has."""
        self.put(their)
        self.sides.result.taken += 1

    def resolve(self, our: Object, their: Object) -> None:
        """Keep the winner of two versions."""
        if same_object(our, their):
            return
        our_mod, their_mod = int(our["mod"]), int(their["mod"])
        if self.sides.theirs_wins(our_mod, our["usn"], their_mod):
            # a device only accepts an object that is not older than its own
            self.put(their, None if their_mod >= our_mod else our_mod + 1)
            self.sides.result.taken += 1
        else:
            self.send(our)

    def send(self, our: Object) -> None:
        """Mark one of our objects to be sent to the device."""
        our["usn"] = self.sides.usn

    def resolve_names(self) -> None:
        """Append `+` to added names that others have (docs/store.md, rules 6 and 7).

        If one of several objects whose names differ only by plus signs is sent, all are: only then
        can a client free a name before it needs it.
        """
        stay = {fold(o["name"]) for key, o in self.objects.items() if key not in self._put}
        clashing = []
        for key in sorted(self._put, key=int):
            item = self.objects[key]
            if fold(item["name"]) in stay:
                clashing.append(item)
            stay.add(fold(item["name"]))
        for item in clashing:  # last, so that none takes the name that another one comes with
            item["name"] = unique_name(item["name"], stay)
            item["mod"] = max(self.sides.now, int(item["mod"]))
            stay.add(fold(item["name"]))
        self._send_neighbours()

    def _send_neighbours(self) -> None:
        groups: dict[str, list[Object]] = {}
        for item in self.objects.values():
            groups.setdefault(fold(item["name"].rstrip("+")), []).append(item)
        for group in groups.values():
            if len(group) > 1 and any(item["usn"] == self.sides.usn for item in group):
                for item in group:
                    self.send(item)
