"""The decks of both sides: unlike note types and presets they leave graves."""

from __future__ import annotations

from ..collection.collection import DECKS
from ..schema11.graves import DECK, clear_graves
from ..schema11.names import SEPARATOR, fold
from .named import Column, Object
from .sides import Sides


class Decks:
    """The decks of both sides. Call `bring_back` once the cards are united."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._column = Column(sides, DECKS)
        self._deleted: dict[str, Object] = {}
        graves = sides.graves(DECK)
        for key, their in self._column.theirs.items():
            our = self._column.objects.get(key)
            if our is not None:
                self._column.resolve(our, their)
            elif int(key) in graves and sides.stays_deleted(graves[int(key)], their["usn"]):
                self._deleted[key] = their
            else:
                self._column.take(their)
        for key, our in self._column.objects.items():
            if key not in self._column.theirs:
                self._column.send(our)

    def bring_back(self) -> None:
        """Restore deleted decks that a card or a child deck still needs.

        They count as changed now, or they would lose to newer versions of themselves elsewhere.
        """
        query = "select did from cards union select odid from cards"
        needed = {str(did) for (did,) in self._sides.ours.db.execute(query)}
        for key in needed & self._deleted.keys():
            self._restore(key)
        by_name = {fold(deck["name"]): key for key, deck in self._deleted.items()}
        for deck in list(self._column.objects.values()):
            parts = deck["name"].split(SEPARATOR)
            for depth in range(1, len(parts)):
                above = by_name.get(fold(SEPARATOR.join(parts[:depth])))
                if above is not None and above in self._deleted:
                    self._restore(above)
        self._column.resolve_names()
        self._sides.add_graves(DECK, map(int, self._deleted))
        clear_graves(self._sides.ours.db, DECK, map(int, self._column.objects))

    def _restore(self, key: str) -> None:
        deck = self._deleted.pop(key)
        self._column.put(deck, max(self._sides.now, int(deck["mod"]) + 1))
