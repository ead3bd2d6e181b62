"""The cards of both sides, and their review log."""

from __future__ import annotations

from typing import Any

from ..schema11.graves import CARD, clear_graves
from .notes import Notes, Side
from .objects import NoteTypes
from .sides import Sides

_COLUMNS = (
    "nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data"
)
_OURS = ", ".join(f"s.{name}" for name in _COLUMNS.split(", "))
_THEIRS = ", ".join(f"t.{name}" for name in _COLUMNS.split(", "))
_BOTH = f"""
select id, s.nid, s.ord, s.mod, s.usn, t.ord, t.mod
from main.cards as s join file.cards as t using (id)
where ({_OURS}) is not ({_THEIRS})
"""
_ONLY_THEIRS = """
select t.id, t.nid, t.ord, t.usn, n.mid
from file.cards as t left join main.notes as n on n.id = t.nid
where t.id not in (select id from main.cards)
"""
_ONLY_OURS = "select id, nid from main.cards where id not in (select id from file.cards)"
_TAKE = f"""
insert or replace into main.cards (id, usn, {_COLUMNS})
select id, ?, {_COLUMNS} from file.cards where id = ?
"""
_MOD = 2 + _COLUMNS.split(", ").index("mod")  # its index in a row that `_row` returns
_WITHOUT_CARDS = "select id from notes where id not in (select nid from cards)"


def unite_reviews(sides: Sides) -> None:
    """Combine both sides' review log entries; none is ever deleted."""
    db = sides.ours.db
    db.execute(
        "update main.revlog set usn = ? where id not in (select id from file.revlog)", (sides.usn,)
    )
    taken = db.execute(
        "insert into main.revlog select id, cid, ?, ease, ivl, lastIvl, factor, time, type"
        " from file.revlog where id not in (select id from main.revlog)",
        (sides.usn,),
    )
    sides.result.taken += taken.rowcount


class Cards:
    """The cards of both sides, once note types and notes are united."""

    def __init__(self, sides: Sides, types: NoteTypes, notes: Notes) -> None:
        self._sides = sides
        self._db = sides.ours.db
        self._types = types
        self._notes = notes
        self._deleted: dict[int, list[tuple[Any, ...]]] = {}
        """Deleted cards by their note: whole rows."""
        self._resolve_shared()
        self._take_theirs()
        self._keep_ours()
        self._bring_back()

    def _resolve_shared(self) -> None:
        for id, nid, ord, mod, usn, their_ord, their_mod in self._db.execute(_BOTH).fetchall():
            if self._sides.theirs_wins(mod, usn, their_mod):
                self._take(id)
                if their_mod < mod:
                    self._set(id, mod=mod + 1)
            else:
                self._set(id)
            owner = self._notes.clashing.get(nid)
            if owner is not None and ord != their_ord:
                self._set(id, ord=ord if owner is Side.OURS else their_ord)

    def _take_theirs(self) -> None:
        graves = self._sides.graves(CARD)
        deleted, orphans, returned = [], [], []
        for id, nid, ord, usn, mid in self._db.execute(_ONLY_THEIRS).fetchall():
            if mid is None or not self._has_place(nid, ord, mid):
                orphans.append(id)
            elif id in graves and self._sides.stays_deleted(graves[id], usn):
                deleted.append(id)
                self._deleted.setdefault(nid, []).append(self._row(id))
            else:
                self._take(id)
                returned += [id] if id in graves else []
        self._sides.add_graves(CARD, deleted)
        # a device that must download everything needs no graves for them
        known = orphans if not self._sides.result.must_download else []
        self._sides.add_graves(CARD, {*known, *(set(orphans) & graves.keys())})
        clear_graves(self._db, CARD, returned)
        self._sides.result.dropped += len(set(orphans) - graves.keys())

    def _has_place(self, nid: int, ord: int, mid: int) -> bool:
        if self._notes.clashing.get(nid) is Side.OURS:
            return False
        kind = self._types.stored(mid)
        return bool(kind["type"] == 1 or ord < len(kind["tmpls"]))  # 1: cloze, any ord

    def _keep_ours(self) -> None:
        dropped = []
        for id, nid in self._db.execute(_ONLY_OURS).fetchall():
            if self._notes.clashing.get(nid) is Side.THEIRS:
                dropped.append(id)
            else:
                self._set(id)
        self._db.executemany("delete from main.cards where id = ?", ((id,) for id in dropped))
        self._sides.add_graves(CARD, dropped)

    def _bring_back(self) -> None:
        """Restore deleted cards whose note is kept and has no others.

        They count as changed now, or they would lose to newer versions of themselves elsewhere.
        """
        for (nid,) in self._db.execute(_WITHOUT_CARDS).fetchall():
            for row in self._deleted.get(nid, []):
                marks = ", ".join("?" * len(row))
                self._db.execute(
                    f"insert into main.cards (id, usn, {_COLUMNS}) values ({marks})", row
                )
                self._set(row[0], mod=max(self._sides.now, row[_MOD] + 1))
                clear_graves(self._db, CARD, [row[0]])

    def _row(self, id: int) -> tuple[Any, ...]:
        row: tuple[Any, ...] = self._db.execute(
            f"select id, usn, {_COLUMNS} from file.cards where id = ?", (id,)
        ).fetchone()
        return row

    def _take(self, id: int) -> None:
        self._db.execute(_TAKE, (self._sides.usn, id))
        self._sides.result.taken += 1

    def _set(self, id: int, **values: int) -> None:
        values["usn"] = self._sides.usn
        sets = ", ".join(f"{name} = ?" for name in values)
        self._db.execute(f"update main.cards set {sets} where id = ?", (*values.values(), id))
