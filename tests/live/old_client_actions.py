"""What people do in any Anki since 2.1.26, and what its collection then holds.

Parses on Python 3.8 and knows nothing of this repository: see old_client_driver.py.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import time
from typing import Any, Callable, Dict, List

Json = Dict[str, Any]


def module(name: str) -> Any:
    """Return a module of Anki; no two versions have the same contents."""
    return importlib.import_module(name)


def first(owner: Any, *names: str) -> Callable[..., Any]:
    """Return the first of these methods that this version has."""
    for name in names:
        if hasattr(owner, name):
            method: Callable[..., Any] = getattr(owner, name)
            return method
    raise AttributeError(names)


def add_note(col: Any, front: str, back: str, deck: str, tags: List[str]) -> int:
    _next_moment()
    model = first(col.models, "by_name", "byName")("Basic")
    # 2.1.35 never sends a parent deck that it makes itself: its own sanity check then fails
    parts = deck.split("::")
    for number in range(len(parts)):
        deck_id = col.decks.id("::".join(parts[: number + 1]))
        _next_moment()
    note = module("anki.notes").Note(col, model=model)
    note.fields[:2] = [front, back]
    note.tags = list(tags)
    _next_moment()
    if hasattr(col, "add_note"):
        col.add_note(note, deck_id)
    else:
        model["did"] = deck_id
        assert col.addNote(note) == 1
    _next_moment()
    return int(note.id)


def edit_note(col: Any, note_id: int, front: str) -> None:
    note = module("anki.notes").Note(col, id=note_id)
    # up to 2.1.35 or so, a change within the second of the last one does not count as newer
    while time.time() < note.mod + 1:
        time.sleep(0.01)
    note.fields[0] = front
    if hasattr(col, "update_note"):
        col.update_note(note)
    else:
        note.flush()


def remove_notes(col: Any, note_ids: List[int]) -> None:
    first(col, "remove_notes", "remNotes")(note_ids)


def remove_deck(col: Any, name: str) -> None:
    deck_id = col.decks.id(name)
    if hasattr(col.decks, "remove"):
        col.decks.remove([deck_id])
    else:
        col.decks.rem(deck_id, cardsToo=True)


def add_deck(col: Any, name: str, ahead: int) -> None:
    """For clients that sync in Python; `ahead`: seconds by which the clock is fast."""
    _next_moment()
    deck = col.decks.get(col.decks.id(name))
    col.decks.save(deck)
    deck["mod"] += ahead


def review(col: Any, deck: str, count: int) -> int:
    """Answer cards of a deck; returns how many there were."""
    col.decks.select(col.decks.id(deck))
    if not hasattr(col, "full_upload_or_download"):
        col.reset()
    for done in range(count):
        card = col.sched.getCard()
        if card is None:
            return done
        first(card, "start_timer", "startTimer")()
        _next_moment()
        col.sched.answerCard(card, 2)
    return count


def set_config(col: Any, key: str, value: Any) -> None:
    if hasattr(col, "set_config"):
        col.set_config(key, value)
    else:
        col.conf[key] = value
        col.setMod()


def write_media(col: Any, name: str, text: str) -> str:
    return str(col.media.write_data(name, text.encode()))


def trash_media(col: Any, names: List[str]) -> None:
    col.media.trash_files(names)


def _next_moment() -> None:
    """Ids are made of the clock (ms): no two devices may hit the same one."""
    time.sleep(0.002)


NOTE_COLUMNS = "id, tags, guid, mid, mod, flds, sfld, csum"
CARD_COLUMNS = (
    "id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags"
)
REVIEW_COLUMNS = "id, cid, ease, ivl, lastIvl, factor, time, type"


def dump(col: Any) -> Dict[str, Json]:
    """Return all that every version can keep, in the form that travels: table -> id -> values.

    Left out besides what tests/live/snapshot.py leaves out: `data` of cards (versions up to 24.11
    drop what they do not know) and keys of JSON objects that not all of these versions have.
    """
    return {
        "notes": {
            # 2.1.26 and later write no tags as "  " and ""
            key: [*row, sorted(tags.split())]
            for key, (tags, *row) in _rows(col, "notes", NOTE_COLUMNS).items()
        },
        "cards": _rows(col, "cards", CARD_COLUMNS),
        "revlog": _rows(col, "revlog", REVIEW_COLUMNS),
        "note types": {str(kind["id"]): _note_type(kind) for kind in col.models.all()},
        "decks": {str(deck["id"]): _deck(deck) for deck in col.decks.all()},
        "presets": {str(preset["id"]): _preset(preset) for preset in _presets(col)},
        "tags": {
            tag.lower(): None
            for (tags,) in col.db.all("select tags from notes")
            for tag in tags.split()
        },
        "collection": {"scm": col.db.scalar("select scm from col")},
        "media": _media(col),
    }


def _rows(col: Any, table: str, columns: str) -> Json:
    rows = col.db.all(f"select {columns} from {table}")
    return {str(row[0]): [_plain(value) for value in row[1:]] for row in rows}


def _plain(value: Any) -> Any:
    # 2.1.28 gives whole numbers of the column `sfld` as numbers, others as text
    return str(value)


def _note_type(kind: Json) -> Json:
    return {
        **{key: kind[key] for key in ("name", "mod", "type", "sortf", "css")},
        "flds": [field["name"] for field in kind["flds"]],
        "tmpls": [[part[key] for key in ("name", "qfmt", "afmt")] for part in kind["tmpls"]],
    }


def _deck(deck: Json) -> Json:
    # 2.1.26 keeps the stamp of the default deck of a new collection as a text
    return {
        "name": deck["name"],
        "mod": int(deck["mod"]),
        "dyn": bool(deck["dyn"]),
        "desc": deck["desc"],
        "conf": deck.get("conf"),
    }


def _preset(preset: Json) -> Json:
    return {
        "name": preset["name"],
        "mod": preset["mod"],
        "maxTaken": preset["maxTaken"],
        "new": [preset["new"][key] for key in ("delays", "perDay")],
        # The third is unused: the newest Anki drops it. And not `initialFactor`: 2.1.28 reads its
        # own value as a hundredth.
        "graduation": preset["new"]["ints"][:2],
        "rev": [preset["rev"][key] for key in ("perDay", "ease4", "maxIvl")],
        "lapse": [preset["lapse"][key] for key in ("delays", "mult", "minInt", "leechFails")],
    }


def _presets(col: Any) -> List[Json]:
    found: List[Json] = first(col.decks, "all_config", "allConf")()
    return found


def _media(col: Any) -> Json:
    folder = col.media.dir()
    found = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = hashlib.sha1(file.read()).hexdigest()
    return found
