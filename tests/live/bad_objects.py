"""Single malformed objects: what rslib refuses to read, so that one of them breaks every client.

Each case takes a sound object of the sync protocol and spoils it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Spoil = Callable[[Any], None]


@dataclass(frozen=True)
class Case:
    kind: str  # models, decks, filtered, presets, tags, cards, notes, revlog
    name: str
    spoil: Spoil
    in_files: str = "refused"  # "repaired": as Anki does on opening; "": a file cannot hold it

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


def without(key: str) -> Spoil:
    return lambda value: value.pop(key)


def having(key: str, item: object) -> Spoil:
    return lambda value: value.__setitem__(key, item)


def at(place: int, item: object) -> Spoil:
    return lambda row: row.__setitem__(place, item)


def inside(list_key: str, spoil: Spoil) -> Spoil:
    """Spoil the first item of a list in the object."""
    return lambda value: spoil(value[list_key][0])


def shortened(row: list[Any]) -> None:
    row.pop()


def same_names(list_key: str) -> Spoil:
    def spoil(value: Any) -> None:
        value[list_key][1]["name"] = value[list_key][0]["name"].upper()

    return spoil


DECKS = [
    *(
        Case("decks", f"no {key}", without(key))
        for key in ("lrnToday", "newToday", "name", "usn", "collapsed", "conf", "dyn", "id")
    ),
    Case("decks", "lrnToday null", having("lrnToday", None)),
    Case("decks", "collapsed a text", having("collapsed", "no")),
    Case("decks", "name a number", having("name", 5)),
    Case("decks", "usn null", having("usn", None)),
    Case("decks", "conf a fraction", having("conf", 1.5)),
    Case("filtered", "no terms", without("terms")),
    Case("filtered", "no resched", without("resched")),
    Case("filtered", "a term of two", having("terms", [["", 10]])),
]
PRESETS = [
    *(
        Case("presets", f"no {key}", without(key))
        for key in ("maxTaken", "name", "usn", "autoplay", "timer", "new", "rev", "lapse", "mod")
    ),
    Case("presets", "maxTaken a text", having("maxTaken", "60")),
    Case("presets", "autoplay null", having("autoplay", None)),
    Case("presets", "fsrsParams6 of texts", having("fsrsParams6", ["0.1"])),
    Case("presets", "desiredRetention a text", having("desiredRetention", "0.9")),
    Case("presets", "questionAction 9", having("questionAction", 9)),
    Case("presets", "answerAction 9", having("answerAction", 9)),
]
NOTE_TYPES = [
    *(
        Case("models", f"no {key}", without(key))
        for key in ("sortf", "name", "type", "usn", "mod", "did", "css", "tmpls", "flds")
    ),
    Case("models", "sortf 70000", having("sortf", 70000)),
    Case("models", "mod a fraction", having("mod", 1.5)),
    Case("models", "usn null", having("usn", None)),
    Case("models", "type 2", having("type", 2)),
    Case("models", "a field without font", inside("flds", without("font"))),
    Case("models", "a field of size 70000", inside("flds", having("size", 70000))),
    Case("models", "a template without qfmt", inside("tmpls", without("qfmt"))),
    Case("models", "two fields of one name", same_names("flds"), in_files="repaired"),
]
CARDS = [
    Case("cards", "17 values", shortened, in_files=""),
    Case("cards", "factor 70000", at(10, 70000), in_files="repaired"),
    Case("cards", "ord -1", at(3, -1), in_files="repaired"),
    Case("cards", "reps -1", at(11, -1), in_files="repaired"),
    Case("cards", "flags 300", at(16, 300), in_files="repaired"),
    Case("cards", "type 7", at(6, 7)),
    Case("cards", "queue 9", at(7, 9)),
    Case("cards", "nid a text", at(1, "x")),
    Case("cards", "due a text", at(8, "x")),
    Case("cards", "data a number", at(17, 5), in_files=""),
]
NOTES = [
    Case("notes", "10 values", shortened, in_files=""),
    Case("notes", "an unknown note type", at(2, 12345), in_files=""),
    Case("notes", "a field too many", at(6, "a\x1fb\x1fc"), in_files=""),
    Case("notes", "a field too few", at(6, "a"), in_files=""),
    Case("notes", "fields a number", at(6, 5), in_files=""),
    Case("notes", "tags null", at(5, None), in_files=""),
    Case("notes", "guid a number", at(1, 5), in_files=""),
]
REVLOG = [
    Case("revlog", "7 values", lambda row: row.__delitem__(slice(7, None)), in_files=""),
    Case("revlog", "ease 300", at(3, 300), in_files="repaired"),
    Case("revlog", "cid a text", at(1, "x")),
]
TAGS = [
    Case("tags", "a number", at(0, 5), in_files=""),
    Case("tags", "null", at(0, None), in_files=""),
]
CASES = [*DECKS, *PRESETS, *NOTE_TYPES, *CARDS, *NOTES, *REVLOG, *TAGS]
