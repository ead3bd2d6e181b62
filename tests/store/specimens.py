"""Well-formed objects of every kind, and what can be put in the place of their values."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

NOTE_TYPE_ID = 1_600_000_000_001
DECK_ID = 1_600_000_000_002
PRESET_ID = 1_600_000_000_003

NOTE_TYPE: dict[str, Any] = {
    "id": NOTE_TYPE_ID,
    "name": "Vocabulary",
    "type": 0,
    "mod": 1_700_000_000,
    "usn": 0,
    "sortf": 0,
    "did": None,
    "tmpls": [
        {
            "name": "Recall",
            "ord": 0,
            "qfmt": "{{Word}}",
            "afmt": "{{Meaning}}",
            "bqfmt": "",
            "bafmt": "",
            "did": None,
            "bfont": "",
            "bsize": 0,
            "id": 5,
        },
        {"name": "Recognise", "ord": 1, "qfmt": "{{Meaning}}"},
    ],
    "flds": [
        {
            "name": "Word",
            "ord": 0,
            "sticky": False,
            "rtl": False,
            "font": "Arial",
            "size": 20,
            "description": "",
            "plainText": False,
            "collapsed": False,
            "excludeFromSearch": False,
            "id": 7,
            "tag": None,
            "preventDeletion": False,
        },
        {"name": "Meaning", "ord": 1, "sticky": True, "rtl": False, "font": "Arial", "size": 20},
    ],
    "css": ".card {}",
    "latexPre": "",
    "latexPost": "",
    "latexsvg": False,
    "req": [[0, "any", [0]], [1, "all", [1]]],
    "originalStockKind": 1,
    "originalId": None,
    "fromAnAddOn": {"nested": [1, 2.5, None]},
}
DECK: dict[str, Any] = {
    "id": DECK_ID,
    "mod": 1_700_000_000,
    "name": "Languages::Japanese",
    "usn": 0,
    "lrnToday": [10, 1],
    "revToday": [10, 2],
    "newToday": [10, 3],
    "timeToday": [10, 4000],
    "collapsed": False,
    "browserCollapsed": False,
    "desc": "",
    "md": True,
    "dyn": 0,
    "conf": 1,
    "extendNew": 10,
    "extendRev": 50,
    "reviewLimit": None,
    "newLimit": 5,
    "reviewLimitToday": {"limit": 10, "today": 3},
    "newLimitToday": None,
    "desiredRetention": 90,
    "fromAnAddOn": "x",
}
FILTERED_DECK: dict[str, Any] = {
    **{key: DECK[key] for key in list(DECK)[:11]},
    "dyn": 1,
    "resched": True,
    "terms": [["is:due", 100, 6]],
    "separate": True,
    "delays": None,
    "previewDelay": 10,
    "previewAgainSecs": 60,
    "previewHardSecs": 600,
    "previewGoodSecs": 0,
}
PRESET: dict[str, Any] = {
    "id": PRESET_ID,
    "mod": 1_700_000_000,
    "name": "Slow",
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "new": {
        "bury": False,
        "delays": [1.0, 10.0],
        "initialFactor": 2500,
        "ints": [1, 4, 0],
        "order": 1,
        "perDay": 20,
        "fromAnAddOn": 1,
    },
    "rev": {
        "bury": False,
        "ease4": 1.5,
        "ivlFct": 1.0,
        "maxIvl": 36500,
        "perDay": 200,
        "hardFactor": 1.25,
    },
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
    "dyn": False,
    "newMix": 0,
    "newPerDayMinimum": 0,
    "interdayLearningMix": 0,
    "reviewOrder": 0,
    "newSortOrder": 0,
    "newGatherPriority": 0,
    "buryInterdayLearning": False,
    "fsrsWeights": [],
    "fsrsParams5": [0.5, 1.25],
    "fsrsParams6": [],
    "desiredRetention": 0.875,
    "ignoreRevlogsBeforeDate": "",
    "easyDaysPercentages": [1.0, 0.5],
    "stopTimerOnAnswer": False,
    "secondsToShowQuestion": 0.0,
    "secondsToShowAnswer": 0.0,
    "questionAction": 0,
    "answerAction": 0,
    "waitForAudio": True,
    "sm2Retention": 0.875,
    "weightSearch": "",
}
CARD: list[Any] = [
    *(1_600_000_000_100, 1_600_000_000_200, 1, 0, 1_700_000_000, 0, 2, 2, 400, 30, 2500, 10, 1),
    *(0, 0, 0, 1, '{"s":1.5}'),
]
NOTE: list[Any] = [
    *(1_600_000_000_200, "abcdefg", NOTE_TYPE_ID, 1_700_000_000, 0, " leech ", "a\x1fb", "", ""),
    *(0, ""),
]
REVLOG: list[Any] = [1_600_000_000_300, 1_600_000_000_100, 0, 3, 30, 10, 2500, 8000, 1]


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


VALUES: list[Any] = [
    *(None, True, False, 0, 1, -1, 2, 3, 4, 5, 6, -3, -4, 127, 128, 255, 256, 65_535, 65_536),
    *(2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**32 - 1, 2**32, 2**32 + 5),
    *(2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64, 10**30),
    *(0.0, 1.0, 1.5, -1.5, 2.9, 1e10, 1e20, -1e20, float("nan"), float("inf")),
    *("", "0", "1", "+1", "-1", "007", " 1", "1 ", "1_0", "1.0", "1e0", "true", "false", "True"),
    *("x", "any", "a\x00b", "\ud800", "😀", "9" * 30, "\u0661"),
    *([], [1], [1, 2], [1, 2, 3], [3, -1], [1.5, 2], [True], ["a"], [None], [[0, "any", [0]]]),
    *([[0, "some", [0]]], [["a", "1", 2]], [["a", 1, 2, 3]], [[1, 1, 1]], [2**40, 2**40]),
    *({}, {"a": 1}, {"limit": 1, "today": 2}, {"limit": -1, "today": 2}, nested(110), nested(140)),
]


class Mutant(NamedTuple):
    """An object that differs from a specimen at one place."""

    place: str
    value: Any


def mutants(specimen: Any) -> Iterator[Mutant]:
    """Yield the specimen with each key left out and each value replaced by each of `VALUES`."""
    for path in _paths(specimen):
        label = "".join(f"[{step!r}]" for step in path)
        mutant = copy.deepcopy(specimen)
        _inside(mutant, path).pop(path[-1])
        yield Mutant(f"without {label}", mutant)
        for value in VALUES:
            mutant = copy.deepcopy(specimen)
            _inside(mutant, path)[path[-1]] = value
            yield Mutant(f"{label} = {value!r:.40}", mutant)


def _paths(specimen: Any) -> Iterator[tuple[Any, ...]]:
    steps: Any = []
    if isinstance(specimen, dict):
        steps = specimen.items()
    elif isinstance(specimen, list):
        steps = enumerate(specimen)
    for step, value in steps:
        yield (step,)
        for path in _paths(value):
            yield (step, *path)


def _inside(specimen: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        specimen = specimen[step]
    return specimen
