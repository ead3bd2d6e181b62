"""An uploaded collection: refused if no client could use it, repaired where Anki repairs."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from anki.decks import DeckId
from anki.errors import AnkiException

from addon.store.schema11.names import fold
from addon.store.validate import Invalid, drop_active_content, whole_collection

from ..specimens import DECK, NOTE_TYPE, PRESET

USN = 7


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a collection as a client writes it in schema 11."""
    path = tmp_path_factory.mktemp("sound") / "collection.anki2"
    col = Collection(str(path))
    basic = col.models.by_name("Basic")
    assert basic
    deck_id = DeckId(col.decks.add_normal_deck_with_name("Ä::b").id)
    for number in range(10):
        note = col.new_note(basic)
        note["Front"], note["Back"] = str(number), "back"
        note.tags = ["a"]
        col.add_note(note, deck_id)
    col.decks.set_current(deck_id)
    card = col.sched.getCard()
    assert card
    col.sched.answerCard(card, 3)
    col.close(downgrade=True)
    with _opened(path) as db:
        db.execute("update col set usn = ?", (USN,))
        db.execute("update cards set usn = 1")
        db.execute("update notes set usn = 1")
        for column in ("decks", "models", "dconf"):
            db.execute(f"""update col set {column} = replace({column}, '"usn":-1', '"usn":1')""")
    return path


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        yield db


@pytest.fixture
def file(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "collection.anki2"))


def taken_in(db: sqlite3.Connection) -> tuple[str, ...]:
    return (*drop_active_content(db), *whole_collection(db))


def _edit(db: sqlite3.Connection, column: str, **objects: Any) -> None:
    """Put objects (None: delete) under their keys, written `_KEY`, into a JSON column."""
    (text,) = db.execute(f"select {column} from col").fetchone()
    items = json.loads(text)
    for key, item in objects.items():
        items[key[1:]] = item
    items = {key: item for key, item in items.items() if item is not None}
    db.execute(f"update col set {column} = ?", (json.dumps(items),))


def _column(db: sqlite3.Connection, column: str) -> dict[str, Any]:
    (text,) = db.execute(f"select {column} from col").fetchone()
    items: dict[str, Any] = json.loads(text)
    return items


def _anki_opens(path: Path) -> bool:
    """Return whether Anki opens the file, and then reads note types, decks and cards."""
    copy = Path(shutil.copy(path, path.with_name("copy.anki2")))
    try:
        col = Collection(str(copy))
    except AnkiException:
        return False
    col.models.all()
    col.sched.deck_due_tree()
    for card_id in col.find_cards(""):
        col.get_card(card_id)
    col.close()
    return True


def test_a_sound_collection_stays_byte_for_byte(file: Path) -> None:
    with _opened(file) as db:
        before = list(db.iterdump())
        assert whole_collection(db) == ()
        assert list(db.iterdump()) == before


REFUSED = {
    "no cards table": "drop table cards",
    "no row in col": "delete from col",
    "two rows in col": "insert into col select 2, crt, mod, scm, ver, dty, usn, ls, conf, models,"
    " decks, dconf, tags from col",
    "other schema": "update col set ver = 14",
    "column more": "alter table cards add column extra integer",
    "generated column": "alter table cards add column extra generated always as (id) virtual",
    "virtual table": "create virtual table words using fts5(word)",
    "check": "drop table graves; create table graves (usn integer not null, oid integer not null,"
    " type integer not null check (type = 9))",
    "check between what looks like comments": "drop table graves; create table graves (usn integer"
    " not null default '/*' check (usn = 9) default '*/', oid integer not null, type integer not"
    " null)",
    "a schema of many entries": ";".join(f"create table t{n} (a)" for n in range(1100)),
    "a schema of many characters": f"create table big (a /* {'x' * 300_000} */)",
    "no primary key": "drop table revlog; create table revlog (id integer, cid integer,"
    " usn integer, ease integer, ivl integer, lastIvl integer, factor integer, time integer,"
    " type integer)",
    "broken json": "update col set models = '{'",
    "json of a wrong kind": "update col set decks = '[]'",
    "json with nan": "update col set conf = '{\"a\": NaN}'",
    "json with half a surrogate": 'update col set conf = \'{"a": "\\ud800"}\'',
    "json as a blob of no text": "update col set conf = x'ff'",
    "json nested deep": 'update col set conf = \'{"a":' + "[" * 200 + "]" * 200 + "}'",
    "tag without usn": "update col set tags = '{\"a\": null}'",
    "crt of no calendar": "update col set crt = 9223372036854775807",
    "crt with a fraction": "update col set crt = 1.5",
    "usn too large": "update col set usn = 4294967296",
    "text in an integer column": "update cards set reps = 'many'",
    "unknown queue": "update cards set queue = 7",
    "unknown type": "update cards set type = 7",
}


@pytest.mark.parametrize("damage", REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_no_client_could_use_is_refused(file: Path, damage: str) -> None:
    with _opened(file) as db:
        db.executescript(damage)
        before = list(db.execute("select * from sqlite_master"))
        with pytest.raises(Invalid) as refused:
            taken_in(db)
        assert "\n" not in str(refused.value)
        assert list(db.execute("select * from sqlite_master")) == before


BROKEN_OBJECTS = {
    "preset without maxTaken": ("dconf", {key: PRESET[key] for key in PRESET if key != "maxTaken"}),
    "deck without lrnToday": ("decks", {key: DECK[key] for key in DECK if key != "lrnToday"}),
    "note type without sortf": (
        "models",
        {key: NOTE_TYPE[key] for key in NOTE_TYPE if key != "sortf"},
    ),
    "note type with a fraction": ("models", {**NOTE_TYPE, "mod": 1.5}),
    "no object": ("models", 5),
}


@pytest.mark.parametrize(("column", "item"), BROKEN_OBJECTS.values(), ids=BROKEN_OBJECTS.keys())
def test_objects_that_anki_cannot_open_are_refused(file: Path, column: str, item: Any) -> None:
    with _opened(file) as db:
        _edit(db, column, _55=item)
        with pytest.raises(Invalid):
            whole_collection(db)
    assert not _anki_opens(file)


HARMLESS = {
    "table of an add-on": "create table mine (id integer primary key, word text unique)",
    "table of Android": "create table android_metadata (locale text)",
    "statistics": "analyze",
    "no default deck": "update col set decks = '{}'",
    "no presets": "update col set dconf = '{}'",
    "no note types": "update col set models = '{}'; delete from notes; delete from cards",
    "cards without notes": "delete from notes",
    "notes of an unknown note type": "update notes set mid = 5",
    "notes with too many fields": "update notes set flds = flds || char(31) || 'more'",
    "sort fields that are numbers": "update notes set sfld = 1.5",
    "other spelling of the schema": "pragma writable_schema = on; update sqlite_master set sql ="
    " replace(sql, 'integer', 'INTEGER /* old */ ') where name = 'notes'; pragma writable_schema ="
    " reset",
}


@pytest.mark.parametrize("oddity", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_anki_tolerates_is_left_alone(file: Path, oddity: str) -> None:
    with _opened(file) as db:
        db.executescript(oddity)
        before = list(db.iterdump())
        assert whole_collection(db) == ()
        assert list(db.iterdump()) == before
    assert _anki_opens(file)


DROPPED = {
    "trigger": "create trigger t after insert on cards begin delete from cards; end",
    "view": "create view everything as select * from cards",
    "trigger on a view": "create view v as select * from cards; create trigger t instead of insert"
    " on v begin delete from cards; end",
    "foreign index": "create unique index guids on notes (guid)",
    "index with an expression": "create index odd on cards (abs(id))",
    "wrong index": "drop index ix_cards_nid; create unique index ix_cards_nid on cards (due)",
    "missing index": "drop index ix_notes_csum",
    "quoted name": 'create view "a"";b" as select 1',
}


@pytest.mark.parametrize("addition", DROPPED.values(), ids=DROPPED.keys())
def test_active_content_is_dropped_from_the_schema(file: Path, addition: str) -> None:
    def schema(db: sqlite3.Connection) -> set[Any]:
        rows = db.execute("select type, name, lower(sql) from sqlite_master").fetchall()
        return {(kind, name, "".join(sql.split())) for kind, name, sql in rows if sql}

    with _opened(file) as db:
        before = schema(db)
        db.executescript(addition)
        assert schema(db) != before
        taken_in(db)
        assert schema(db) == before


REPAIRED = {
    "due with a fraction": ("cards", "due", "3.7", 3),
    "due too large": ("cards", "due", "1 << 40", 2**31 - 1),
    "negative interval": ("cards", "ivl", "-3", 0),
    "ease of 2.1.28": ("cards", "factor", "2.5", 2500),
    "ease too large": ("cards", "factor", "70000", 65_535),
    "interval with a fraction": ("revlog", "ivl", "-7.9", -7),
    "text as a blob": ("notes", "tags", "x'206120'", " a "),
    "text that is no UTF-8": ("notes", "guid", "cast(x'61ff62' as text)", "a\ufffdb"),
    "review of an unknown kind": ("revlog", "type", "9", 0),
    "review that took long": ("revlog", "time", "8589934592.5", 2**32 - 1),
}


@pytest.mark.parametrize(
    ("table", "column", "value", "expected"), REPAIRED.values(), ids=REPAIRED.keys()
)
def test_rows_are_repaired_and_sent_to_clients(
    file: Path, table: str, column: str, value: str, expected: Any
) -> None:
    now = int(time.time())
    with _opened(file) as db:
        (row_id,) = db.execute(f"select min(id) from {table}").fetchone()
        db.execute(f"update {table} set {column} = {value} where id = ?", (row_id,))
        (mod_before,) = db.execute("select mod from col").fetchone()
        repairs = whole_collection(db)
        assert len(repairs) == 1
        assert repairs[0].startswith(f"{table} {row_id}: ")
        query = f"select {column}, usn from {table} where id = ?"
        kept, usn = db.execute(query, (row_id,)).fetchone()
        assert usn == USN
        assert kept == expected
        assert type(kept) is type(expected)
        if table != "revlog":
            (mod,) = db.execute(f"select mod from {table} where id = ?", (row_id,)).fetchone()
            assert type(mod) is int
            assert mod >= now
        assert db.execute(f"select count() from {table} where usn = ?", (USN,)).fetchone() == (1,)
        assert db.execute("select mod > ? from col", (mod_before,)).fetchone() == (1,)
        assert whole_collection(db) == ()
    assert _anki_opens(file)


def _no_differences_after_anki_opened_it(file: Path) -> None:
    """Anki, opening what we kept, has nothing left to rename."""
    with _opened(file) as db:
        ours = {
            column: {key: item["name"] for key, item in _column(db, column).items()}
            for column in ("models", "decks")
        }
    copy = Path(shutil.copy(file, file.with_name("copy.anki2")))
    col = Collection(str(copy))
    assert col.db
    assert col.db.scalar("select count() from decks where usn = -1") == 0
    assert {str(i.id): i.name for i in col.decks.all_names_and_ids()} == ours["decks"]
    assert {str(i.id): i.name for i in col.models.all_names_and_ids()} == ours["models"]
    col.close()


def test_deck_names_are_normalised_and_made_unique(file: Path) -> None:
    with _opened(file) as db:
        names = {"_10": "a", "_11": "A", "_12": " x ::\u0001y:", "_13": "Straße", "_14": "STRASSE"}
        decks = {
            key: {**DECK, "id": int(key[1:]), "name": name, "mod": 5, "usn": 2}
            for key, name in names.items()
        }
        _edit(db, "decks", **decks)
        assert len(whole_collection(db)) == 3
        kept = _column(db, "decks")
        assert [kept[key[1:]]["name"] for key in names] == ["a", "A_", "x::y", "Straße", "STRASSE_"]
        assert [kept[key[1:]]["usn"] for key in names] == [2, USN, USN, 2, USN]
        assert [kept[key[1:]]["mod"] == 5 for key in names] == [True, False, False, True, False]
    _no_differences_after_anki_opened_it(file)


def test_note_type_names_are_made_unique(file: Path) -> None:
    with _opened(file) as db:
        twins = {
            "_10": {**NOTE_TYPE, "id": 10, "usn": 2},
            "_11": {**NOTE_TYPE, "id": 11, "name": "VOCABULARY"},
            "_12": {**NOTE_TYPE, "id": 12, "name": "e\u0301"},
            "_13": {
                **NOTE_TYPE,
                "id": 13,
                "name": "fields",
                "flds": [{**NOTE_TYPE["flds"][0], "name": name} for name in "aA"],
            },
        }
        _edit(db, "models", **twins)
        assert len(whole_collection(db)) == 3
        kept = _column(db, "models")
        names = [kept[key[1:]]["name"] for key in twins]
        assert names == ["Vocabulary", "VOCABULARY_", "é", "fields"]
        assert [field["name"] for field in kept["13"]["flds"]] == ["a", "A+"]
        assert [kept[key[1:]]["usn"] for key in twins] == [2, USN, USN, USN]
        assert len({fold(item["name"]) for item in kept.values()}) == len(kept)
    _no_differences_after_anki_opened_it(file)


def test_objects_are_stored_under_their_own_id(file: Path) -> None:
    with _opened(file) as db:
        _edit(db, "decks", _5={**DECK, "id": "6"})
        _edit(db, "dconf", _7={**PRESET, "id": 8})
        assert whole_collection(db) == ()
        decks, presets = _column(db, "decks"), _column(db, "dconf")
        assert "5" not in decks
        assert decks["6"]["id"] == 6
        assert presets["7"]["id"] == 7
        _edit(db, "decks", _x=DECK)
        with pytest.raises(Invalid):
            whole_collection(db)
    assert not _anki_opens(file)


def test_a_note_type_without_id_gets_one(file: Path) -> None:
    with _opened(file) as db:
        _edit(db, "models", _0={**NOTE_TYPE, "id": 0})
        assert whole_collection(db)
        kept = _column(db, "models")
        assert "0" not in kept
        assert all(item["id"] == int(key) > 0 for key, item in kept.items())
    _no_differences_after_anki_opened_it(file)


def test_it_works_within_the_callers_transaction(file: Path) -> None:
    with _opened(file) as db:
        db.execute("update cards set due = 3.7")
        db.execute("begin")
        assert whole_collection(db)
        db.execute("rollback")
        assert set(db.execute("select typeof(due) from cards")) == {("real",)}
