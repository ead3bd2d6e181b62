"""A merge that was decided ahead of its writing."""

from __future__ import annotations

from dataclasses import dataclass

from .change_check import Marks
from .outcome import Outcome
from .writer import Decided


@dataclass
class Prepared:
    """What `Bridge.prepare` found; valid as long as neither side changes.

    `decided` is None if there is nothing to write, or if `outcome` has a question.
    """

    decided: Decided | None
    outcome: Outcome
    marks: Marks

    @property
    def size(self) -> int:
        """How many objects will be written, on both sides together."""
        if self.decided is None:
            return 0
        decisions = self.decided.decisions
        return len(decisions.to_collection) + len(decisions.to_both) + len(decisions.to_store)
