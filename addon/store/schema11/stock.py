"""What a new schema-11 collection contains: a deck, a preset, note types, config.

The keys are those that every client from Anki 2.0 on expects to find.
"""

from __future__ import annotations

from typing import Any

# The three parts of Anki's default preset.
PRESET_NEW: dict[str, Any] = {
    "bury": False,
    "delays": [1.0, 10.0],
    "initialFactor": 2500,
    "ints": [1, 4, 0],
    "order": 1,
    "perDay": 20,
}
PRESET_REVIEW: dict[str, Any] = {
    "bury": False,
    "ease4": 1.3,
    "ivlFct": 1.0,
    "maxIvl": 36500,
    "perDay": 200,
    "hardFactor": 1.2,
}
PRESET_LAPSE: dict[str, Any] = {
    "delays": [10.0],
    "leechAction": 1,
    "leechFails": 8,
    "minInt": 1,
    "mult": 0.0,
}

PRESETS: dict[str, Any] = {
    "1": {
        "id": 1,
        "mod": 0,
        "name": "Default",
        "usn": 0,
        "maxTaken": 60,
        "autoplay": True,
        "timer": 0,
        "replayq": True,
        "dyn": False,
        # separate, fuzz and minSpace are read by Anki 2.0
        "new": {**PRESET_NEW, "separate": True},
        "rev": {**PRESET_REVIEW, "fuzz": 0.05, "minSpace": 1},
        "lapse": PRESET_LAPSE,
        "desiredRetention": 0.9,
        "sm2Retention": 0.9,
        "easyDaysPercentages": [1.0] * 7,
    }
}

DECKS: dict[str, Any] = {
    "1": {
        "id": 1,
        "mod": 0,
        "name": "Default",
        "usn": 0,
        "lrnToday": [0, 0],
        "revToday": [0, 0],
        "newToday": [0, 0],
        "timeToday": [0, 0],
        "collapsed": False,
        "browserCollapsed": False,
        "desc": "",
        "dyn": 0,
        "conf": 1,
        "extendNew": 0,
        "extendRev": 0,
    }
}

_CSS = """\
.card { font-family: arial; font-size: 20px; text-align: center; color: black; \
background-color: white; }
"""
_CLOZE_CSS = """\
.cloze { font-weight: bold; color: blue; }
.nightMode .cloze { color: lightblue; }
"""
_LATEX_PRE = r"""\documentclass[12pt]{article}
\special{papersize=3in,5in}
\usepackage[utf8]{inputenc}
\usepackage{amssymb,amsmath}
\pagestyle{empty}
\setlength{\parindent}{0in}
\begin{document}
"""
_LATEX_POST = r"\end{document}"

_RULE = "\n\n<hr id=answer>\n\n"
_FORWARD = ("{{Front}}", "{{FrontSide}}" + _RULE + "{{Back}}")
_BACKWARD = ("{{Back}}", "{{FrontSide}}" + _RULE + "{{Front}}")
_ON_DEMAND = ("{{#Add Reverse}}{{Back}}{{/Add Reverse}}", _BACKWARD[1])
_TYPED = ("{{Front}}\n\n{{type:Back}}", "{{Front}}" + _RULE + "{{type:Back}}")
_CLOZE = ("{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}")

# name, fields, (front, back) of each card template, fields each card needs: Anki's `req`
_NOTE_TYPES: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...], list[Any]], ...] = (
    ("Basic", ("Front", "Back"), (_FORWARD,), [[0, "any", [0]]]),
    (
        "Basic (and reversed card)",
        ("Front", "Back"),
        (_FORWARD, _BACKWARD),
        [[0, "any", [0]], [1, "any", [1]]],
    ),
    (
        "Basic (optional reversed card)",
        ("Front", "Back", "Add Reverse"),
        (_FORWARD, _ON_DEMAND),
        [[0, "any", [0]], [1, "all", [1, 2]]],
    ),
    ("Basic (type in the answer)", ("Front", "Back"), (_TYPED,), [[0, "any", [0, 1]]]),
    ("Cloze", ("Text", "Back Extra"), (_CLOZE,), [[0, "any", [0]]]),
)


def note_types(first_id: int) -> dict[str, Any]:
    """Return the basic note types, keyed by ids that count up from ``first_id``."""
    return {
        str(first_id + index): _note_type(first_id + index, *parts)
        for index, parts in enumerate(_NOTE_TYPES)
    }


def config(current_note_type: int) -> dict[str, Any]:
    """Return the collection's config. Without `schedVer` it is for the first scheduler."""
    return {
        "activeDecks": [1],
        "curDeck": 1,
        "newSpread": 0,
        "collapseTime": 1200,
        "timeLim": 0,
        "estTimes": True,
        "dueCounts": True,
        "curModel": current_note_type,
        "nextPos": 1,
        "sortType": "noteFld",
        "sortBackwards": False,
        "addToCur": True,
    }


def _note_type(
    id_: int,
    name: str,
    fields: tuple[str, ...],
    cards: tuple[tuple[str, str], ...],
    required: list[Any],
) -> dict[str, Any]:
    is_cloze = cards == (_CLOZE,)
    return {
        "id": id_,
        "name": name,
        "type": int(is_cloze),
        "mod": 0,
        "usn": 0,
        "sortf": 0,
        "did": None,
        "tmpls": [
            {
                "name": name if is_cloze else f"Card {ord_ + 1}",
                "ord": ord_,
                "qfmt": front,
                "afmt": back,
                "bqfmt": "",
                "bafmt": "",
                "did": None,
            }
            for ord_, (front, back) in enumerate(cards)
        ],
        "flds": [
            {
                "name": field,
                "ord": ord_,
                "sticky": False,
                "rtl": False,
                "font": "Arial",
                "size": 20,
                "media": [],
            }
            for ord_, field in enumerate(fields)
        ],
        "css": _CSS + _CLOZE_CSS if is_cloze else _CSS,
        "latexPre": _LATEX_PRE,
        "latexPost": _LATEX_POST,
        "latexsvg": False,
        "req": required,
        "tags": [],
        "vers": [],
    }
