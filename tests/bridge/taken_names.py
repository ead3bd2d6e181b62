"""Names that an object has taken over from another, which Anki's own server can get wrong.

It applies what it gets in the order of ids. If the new owner of a name comes before the former one,
the server finds the name taken, adds a `+`, and does not tell the sender.
"""

from __future__ import annotations

from collections.abc import Iterator

from .contents import DECKS, NOTE_TYPES
from .device import Device
from .doing import Doing, Operation


class TakenNames:
    """Which names the desktop's server knows, as far as the desktop has heard."""

    def __init__(self) -> None:
        self._owners: dict[tuple[str, str], int] = {}

    def note(self, desktop: Device) -> None:
        """Remember all names; call it after each sync."""
        self._owners = {(kind, name): id for name, kind, id in _named(desktop)}

    def renamings(self, desktop: Device) -> Iterator[Operation]:
        """Yield operations that rename whatever has a name that was another's at the last sync.

        Carry out each before you ask for the next: a deck takes its subdecks along.
        """
        tried = set()
        while found := [
            (name, kind, id)
            for name, kind, id in _named(desktop)
            if self._owners.get((kind, name), id) != id and (kind, id) not in tried
        ]:
            _name, kind, id = min(found)  # a deck before its subdecks
            tried.add((kind, id))
            yield _renaming(kind, id)


def _renaming(kind: str, id: int) -> Operation:
    def give_another_name(do: Doing) -> None:
        name = f"{do.name()} {do.mark} {id}"
        if kind == DECKS:
            do.col.decks.rename(do.col.decks.get(id), name)
        else:
            note_type = do.col.models.get(id)
            note_type["name"] = name
            do.col.models.update_dict(note_type)

    return give_another_name


def _named(device: Device) -> Iterator[tuple[str, str, int]]:
    """Yield name, kind and id; names are folded, because Anki ignores case."""
    for kind, table in ((DECKS, "decks"), (NOTE_TYPES, "notetypes")):
        for id, name in device.rows(f"select id, name from {table}"):
            yield name.casefold(), kind, id
