"""Presets: the table deck_config -> the objects of ``col.dconf``."""

from __future__ import annotations

import sqlite3
from typing import Any

from ..schema11.findings import Location
from .codecs import BOOL, FLOAT, FLOATS, TEXT, U32, Codec, enum, original, permille, within
from .fields import Message, MessageLayout, Spec, read_message, without
from .rows import stamped

# Ranges and defaults: ensure_deck_config_values_valid() in rslib/src/deckconfig/mod.rs, which every
# client applies when it reads a preset.
_INTERVAL = 36_500
_LIMIT = 9_999
_MIX = enum(2)

_INVERTED: Codec = original(BOOL, lambda value: not value)


def _days(default: int) -> Codec:
    return within(original(U32), 1, _INTERVAL, default)


def _factor(low: float, high: float, default: float) -> Codec:
    return within(original(FLOAT), low, high, default)


_PRESET = MessageLayout(
    {
        1: Spec("delays", original(FLOATS), "new"),
        2: Spec("delays", original(FLOATS), "lapse"),
        3: Spec("fsrsWeights", FLOATS),
        4: Spec("easyDaysPercentages", FLOATS),
        5: Spec("fsrsParams5", FLOATS),
        6: Spec("fsrsParams6", FLOATS),
        9: Spec("perDay", within(original(U32), 0, _LIMIT, 20), "new"),
        10: Spec("perDay", within(original(U32), 0, _LIMIT, 200), "rev"),
        11: Spec("initialFactor", within(original(FLOAT, permille), 1.31, 5.0, 2.5), "new"),
        12: Spec("ease4", _factor(1.0, 5.0, 1.3), "rev"),
        13: Spec("hardFactor", _factor(0.5, 1.3, 1.2), "rev"),
        14: Spec("mult", _factor(0.0, 1.0, 0.0), "lapse"),
        15: Spec("ivlFct", _factor(0.5, 2.0, 1.0), "rev"),
        16: Spec("maxIvl", _days(_INTERVAL), "rev"),
        17: Spec("minInt", _days(1), "lapse"),
        18: Spec("good", _days(1), "ints"),
        19: Spec("easy", _days(4), "ints"),
        # 0 due, 1 random in protobuf; the other way round in JSON
        20: Spec("order", original(enum(1, unknown=0), lambda value: 1 - value), "new"),
        21: Spec("leechAction", original(enum(1, unknown=0)), "lapse"),
        22: Spec("leechFails", within(original(U32), 1, _LIMIT, 8), "lapse"),
        23: Spec("autoplay", _INVERTED),
        24: Spec("maxTaken", within(original(U32), 1, _LIMIT, 60)),
        25: Spec("timer", original(BOOL, int)),
        26: Spec("replayq", _INVERTED),
        27: Spec("bury", original(BOOL), "new"),
        28: Spec("bury", original(BOOL), "rev"),
        29: Spec("buryInterdayLearning", BOOL),
        30: Spec("newMix", _MIX),
        31: Spec("interdayLearningMix", _MIX),
        32: Spec("newSortOrder", enum(4)),
        33: Spec("reviewOrder", enum(12)),
        34: Spec("newGatherPriority", enum(5)),
        35: Spec("newPerDayMinimum", within(U32, 0, _LIMIT, 0)),
        36: Spec("questionAction", enum(1, unknown=0)),
        37: Spec("desiredRetention", within(FLOAT, 0.7, 0.99, 0.9)),
        38: Spec("stopTimerOnAnswer", BOOL),
        40: Spec("sm2Retention", within(FLOAT, 0.7, 0.97, 0.9)),
        41: Spec("secondsToShowQuestion", FLOAT),
        42: Spec("secondsToShowAnswer", FLOAT),
        43: Spec("answerAction", enum(4, unknown=0)),
        44: Spec("waitForAudio", BOOL),
        45: Spec("weightSearch", TEXT),
        46: Spec("ignoreRevlogsBeforeDate", TEXT),
    }
)
_GROUPS = ("new", "rev", "lapse")


def presets(db: sqlite3.Connection, found: list[str]) -> dict[str, Any]:
    """Return the presets by id, as in ``col.dconf``; add findings to ``found``.

    Raises ConversionError.
    """
    objects = {}
    for location, keys, (config,) in stamped(db, "deck_config", "deck config", "config", found):
        message = read_message(_PRESET, config, location)
        groups = {name: _group(message, name, location) for name in _GROUPS}
        own = {**keys, "dyn": False, **groups}
        rest = without(message.other, _PRESET.keys(), frozenset(own))
        objects[str(keys["id"])] = {**own, **message.known(), **rest}
    return objects


def _group(message: Message, name: str, location: Location) -> dict[str, Any]:
    known = message.known(name)
    if name == "new":
        ints = message.known("ints")
        known["ints"] = [ints["good"], ints["easy"], 0]  # the third was never used
    parked = message.other.get(name, {})
    if not isinstance(parked, dict):
        location.note(f"{name} in other: {str(parked)[:50]!r}")
        return known
    return {**known, **without(parked, frozenset(known))}
