"""The bridge merges the collection that Anki has open with the store that phones sync with.

See docs/bridge.md. It is free of Qt; only it, the windows and the entry may call Anki's collection.
"""

from __future__ import annotations

from ..errors import BridgeProblem
from .bridge import Bridge
from .outcome import Answer, Deferred, Outcome, Question, QuestionKind, Tally
from .prepared import Prepared

__all__ = [
    "Answer",
    "Bridge",
    "BridgeProblem",
    "Deferred",
    "Outcome",
    "Prepared",
    "Question",
    "QuestionKind",
    "Tally",
]
