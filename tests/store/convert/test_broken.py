"""How the converter treats uploads that no client should send."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from google.protobuf.message import Message
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.store.convert.convert import (
    ConversionError,
    UnknownSchema,
    register_collations,
    to_schema11,
)

from ..messages import Deck, NoteType, Preset, damaged
from ..transfer.snapshots import downgrade_by_anki, opened
from .converting import SETTINGS, convert, put


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("drop table decks", "decks: the table or its column id is missing"),
        (
            "alter table notetypes rename column config to c",
            "notetypes: the table or its column config is missing",
        ),
        ("drop table revlog", "revlog: the table is missing"),
        ("alter table notes add column extra text", "notes: the table is missing, or its columns"),
        ("drop table graves", "graves: the table is missing"),
        ("drop table col", "col: the table or its column ver is missing"),
        ("delete from col", "col: no row"),
        ("update deck_config set config = x'08'", "deck config 1: number truncated at byte 1"),
        ("update deck_config set config = x'0a'", "deck config 1: number truncated"),
        ("update deck_config set config = x'4a00'", "deck config 1: perDay: wire type 2"),
        (
            "update deck_config set config = x'0a0100'",
            "deck config 1: delays: 1 bytes are not a list",
        ),
        ("update deck_config set config = x'ea0201ff'", "deck config 1: weightSearch: not UTF-8"),
        ("update deck_config set config = 'text'", "deck config 1: config is text, not a blob"),
        ("update deck_config set name = x'41'", "deck config 1: name is a blob, not text"),
        ("update deck_config set name = cast(x'ff' as text)", "deck config 1: name is not UTF-8"),
        ("update deck_config set usn = 'x'", "deck config 1: usn is text, not an integer"),
        ("update deck_config set usn = 3000000000", "deck config 1: usn is wider than 32 bits"),
        ("update deck_config set mtime_secs = 1.5", "deck config 1: mtime_secs is a real"),
        ("update deck_config set config = x'f80f01'", "deck config 1: other: wire type"),
        ("update decks set kind = x''", "deck 1: kind: neither normal nor filtered"),
        ("update decks set kind = x'0801'", "deck 1: kind: wire type 0"),
        ("update decks set kind = x'0a020a'", "deck 1: kind: 2 bytes expected"),
        ("update config set val = x'7b' where key = 'curDeck'", "config 'curDeck': "),
        ("update config set val = x'4e614e' where key = 'curDeck'", "config 'curDeck': NaN"),
        ("update config set val = x'22ff22' where key = 'curDeck'", "config 'curDeck': 'utf-8'"),
        ("update config set val = 'text' where key = 'curDeck'", "config 'curDeck': val is text"),
        ("insert into tags values ('t', 'x', 0, null)", "tag 't': usn is text, not an integer"),
        ("insert into tags values (cast(x'ff' as text), 0, 0, null)", r"tag '\\udcff': tag is not"),
    ],
)
def test_a_broken_upload_is_refused_with_its_location_and_unchanged(
    empty_copy: Path, statement: str, reason: str
) -> None:
    with opened(empty_copy) as db:
        db.execute(statement)
    before = dump(empty_copy)
    with pytest.raises(ConversionError) as caught:
        convert(empty_copy)
    assert str(caught.value).startswith(reason.replace(r"\\", "\\"))
    assert "\n" not in str(caught.value)
    assert dump(empty_copy) == before


def dump(path: Path) -> list[Any]:
    with opened(path) as db:
        db.text_factory = bytes
        tables = [
            row[0]
            for row in db.execute(
                "select name from sqlite_master where rootpage > 0 and type = 'table'"
            )
        ]
        return [db.execute(f"select * from {table.decode()}").fetchall() for table in tables]


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("deck_config", Preset),
        ("common", Deck.Common),
        ("kind", Deck.KindContainer),
        ("notetypes", NoteType.Config),
        ("fields", NoteType.Field.Config),
        ("templates", NoteType.Template.Config),
    ],
)
@given(data=st.data())
@settings(max_examples=60, **SETTINGS)
def test_damaged_messages_are_refused_where_anki_refuses_them(
    empty_copy: Path, table: str, kind: type[Message], data: st.DataObject
) -> None:
    path = Path(shutil.copy(empty_copy, empty_copy.with_suffix(".random")))
    with opened(path) as db:
        put(db, table, data.draw(damaged(kind) | st.binary(max_size=20)))
    copy = Path(shutil.copy(path, path.with_suffix(".theirs")))
    downgrade_by_anki(copy)
    assert is_refused(path) == (version_of(copy) == 18)


def is_refused(path: Path) -> bool:
    try:
        convert(path)
    except ConversionError:
        return True
    return False


def version_of(path: Path) -> int:
    """Return whether Anki went through with a downgrade: it does not raise."""
    with opened(path) as db:
        (version,) = db.execute("select ver from col").fetchone()
    return int(version)


@pytest.mark.parametrize("version", [10, 12, 15, 17, 19, -1, "x"])
def test_only_the_two_schema_versions_that_clients_send_are_accepted(
    empty_copy: Path, version: object
) -> None:
    with opened(empty_copy) as db:
        db.execute("update col set ver = ?", (version,))
    with pytest.raises(UnknownSchema, match=repr(version)) as caught:
        convert(empty_copy)
    assert caught.value.version == version


def test_a_file_that_is_not_a_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.anki2"
    path.write_bytes(b"SQLite format 3\0" + b"nonsense" * 500)
    with pytest.raises(ConversionError, match="the SQLite file is damaged"):
        convert(path)


def test_a_view_in_place_of_a_table_is_refused(empty_copy: Path) -> None:
    with opened(empty_copy) as db:
        db.execute("alter table revlog rename to r")
        db.execute("create view revlog as select * from r")
    with pytest.raises(ConversionError, match="revlog: the table is missing"):
        convert(empty_copy)


def test_a_full_disk_is_not_blamed_on_the_upload(rich_copy: Path) -> None:
    with opened(rich_copy) as db:
        (pages,) = db.execute("pragma page_count").fetchone()
        db.execute(f"pragma max_page_count = {pages}")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            to_schema11(db)
        assert db.execute("select ver from col").fetchone() == (18,)


def test_conversion_keeps_the_connections_settings(rich_copy: Path) -> None:
    with opened(rich_copy) as db:
        factory = db.text_factory
        to_schema11(db)
        assert db.text_factory is factory
        assert not db.in_transaction


def test_unicase_compares_as_anki_does(tmp_path: Path) -> None:
    words = ["straße", "STRASSE", "ä", "Ä", "ǅ", "ǆ", "İ", "i̇", "ſ", "S", "ﬀ", "FF", "K", "k"]
    words += ["ς", "Σ", "a_b", "aZb", "\U0001f600", "\uffff"]
    sql = "select ?1 < ?2 collate unicase, ?1 = ?2 collate unicase"
    ours = sqlite3.connect(":memory:")
    register_collations(ours)
    col = Collection(str(tmp_path / "c.anki2"))
    assert col.db
    for pair in itertools.product(words, words):
        assert list(ours.execute(sql, pair).fetchone()) == col.db.first(sql, *pair), pair
    col.close()
    ours.close()
