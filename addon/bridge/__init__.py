"""The bridge: the desktop's open collection and the phones' store, always in step (docs/bridge.md).

Free of Qt. Nothing but this room, the windows and the entry may call Anki's collection.
"""

from __future__ import annotations

from .bridge import Bridge
from .outcome import Answer, Asked, Held, Later, Outcome, Question, Went
from .trouble import BridgeProblem

__all__ = [
    "Answer",
    "Asked",
    "Bridge",
    "BridgeProblem",
    "Held",
    "Later",
    "Outcome",
    "Question",
    "Went",
]
