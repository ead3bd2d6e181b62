"""What Anki requires of a preset: its schema-11 structure (rslib/src/deckconfig/schema11.rs)."""

from __future__ import annotations

from typing import Any

from ..schema11.stock import PRESET_LAPSE, PRESET_NEW, PRESET_REVIEW
from .values import (
    Shape,
    Wrong,
    boolean,
    f32,
    i32,
    id_,
    integer,
    lenient,
    list_of,
    nonzero_id,
    text,
    u8,
    u16,
    u32,
)


def _graduating_intervals(value: Any) -> list[int]:
    """Return `[good, easy, unused]`; AnkiDroid used to write only two."""
    intervals = list_of(u16)(value)
    if len(intervals) < 2:
        raise Wrong("must have two values")
    return intervals if len(intervals) > 2 else [*intervals, 0]


_lenient_bool = lenient(boolean, False)
_numbers = list_of(f32)
_steps = lenient(_numbers, [])
_per_day = lenient(u32, 0)

_NEW = Shape(
    {
        "bury": boolean,
        "delays": _steps,
        "initialFactor": u16,
        "ints": lenient(_graduating_intervals, [1, 4, 0]),
        "order": lenient(integer(0, 1), 1),
        "perDay": _per_day,
    },
    needed="delays initialFactor ints order perDay",
)
_REVIEW = Shape(
    {
        "bury": boolean,
        "ease4": f32,
        "ivlFct": f32,
        "maxIvl": u32,
        "perDay": _per_day,
        "hardFactor": f32,
    },
    needed="ease4 ivlFct maxIvl perDay",
)
_LAPSE = Shape(
    {
        "delays": _steps,
        "leechAction": lenient(integer(0, 1), 1),
        "leechFails": u32,
        "minInt": u32,
        "mult": f32,
    },
    needed="delays leechAction leechFails minInt mult",
)
PRESET = Shape(
    {
        "id": nonzero_id,
        "mod": id_,
        "name": text,
        "usn": i32,
        "maxTaken": i32,
        "autoplay": boolean,
        "timer": lenient(u8, 0),
        "replayq": boolean,
        # a part that cannot be read becomes Anki's default, as a whole
        "new": lenient(_NEW, PRESET_NEW),
        "rev": lenient(_REVIEW, PRESET_REVIEW),
        "lapse": lenient(_LAPSE, PRESET_LAPSE),
        "dyn": _lenient_bool,
        "newMix": i32,
        "newPerDayMinimum": u32,
        "interdayLearningMix": i32,
        "reviewOrder": i32,
        "newSortOrder": i32,
        "newGatherPriority": i32,
        "buryInterdayLearning": boolean,
        "fsrsWeights": _numbers,
        "fsrsParams5": _numbers,
        "fsrsParams6": _numbers,
        "desiredRetention": f32,
        "ignoreRevlogsBeforeDate": text,
        "easyDaysPercentages": _numbers,
        "stopTimerOnAnswer": boolean,
        "secondsToShowQuestion": f32,
        "secondsToShowAnswer": f32,
        "questionAction": integer(0, 1),
        "answerAction": integer(0, 4),
        "waitForAudio": boolean,
        "sm2Retention": f32,
        "weightSearch": text,
    },
    needed="id mod name usn maxTaken autoplay timer new rev lapse",
)
