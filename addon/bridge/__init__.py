"""The bridge: the desktop's open collection and the phones' store, always in step (docs/bridge.md).

Free of Qt. Nothing but this room, the windows and the entry may call Anki's collection.
"""

from __future__ import annotations

from .bridge import Bridge
from .outcome import Answer, Deferred, Outcome, Question, QuestionKind, Tally, Totals
from .problems import BridgeProblem

__all__ = [
    "Answer",
    "Bridge",
    "BridgeProblem",
    "Deferred",
    "Outcome",
    "Question",
    "QuestionKind",
    "Tally",
    "Totals",
]
