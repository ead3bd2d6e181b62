"""An answer of the old scheduler, whose undo Anki keeps in Python up to 2.1.66."""

from __future__ import annotations

from .trial import Trial


class OldUndo(Trial):
    """Changes from a phone also end the undo of such an answer."""

    def run(self) -> None:
        """Raises `Failure`, or what a device or the bridge raised."""
        self._begin()
        phone = self.household.phones[0]
        note = self._answer_a_card()
        self._run_bridge("into_store")
        phone.sync()
        phone.col.remove_notes([note])
        phone.save()
        phone.sync()
        self._require(self._undoable() != "", "copying into the store ended undo")
        self._run_bridge("merge")
        # until then an undo would write the card that is gone
        self._require(self._undoable() == "", f"{self._undoable()} can be undone")

    def _answer_a_card(self) -> int:
        """Answer a card on the desktop; return its note."""
        col = self._desktop.col
        col.decks.select(self._desktop.number("select min(did) from cards where queue = 0"))
        if hasattr(col, "reset"):  # before 23.10
            col.reset()
        card = col.sched.getCard()
        card.start_timer()
        self.clock.move_on(1)
        col.sched.answerCard(card, 3)
        return int(card.nid)

    def _undoable(self) -> str:
        return str(self._desktop.col.undo_status().undo)
