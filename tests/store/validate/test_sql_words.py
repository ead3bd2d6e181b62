"""SQL that somebody else wrote is read as SQLite reads it, in time that grows with its length."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from addon.store.schema11.schema import INDEXES, TABLES
from addon.store.validate.sql_words import words

READ = {
    "Create  TABLE\n t(a,b)": ["create", "table", "t", "(", "a", ",", "b", ")"],
    "a -- b\nc /* d\n e */ f": ["a", "c", "f"],
    "\"A\" [b] `c` 'd'": ["a", "b", "c", "?"],
    "\"a b\" [c-d] '--' e": ["?", "?", "?", "e"],
    "'it''s' x \"a\"\"b\" y": ["?", "x", "?", "y"],
    "a /* b": ["a"],
    "a -- b": ["a"],
    "a 'b": ["a", "?"],
    "a - b / c": ["a", "-", "b", "/", "c"],
    "größe": ["größe"],
    "": [],
}


@pytest.mark.parametrize(("sql", "expected"), READ.items())
def test_sql_is_split_into_words_and_symbols(sql: str, expected: list[str]) -> None:
    assert list(words(sql)) == expected


COMMENTED = "create table t (a default '/*', b check (b > 0), c default '*/', \"--\" d)"


def test_sqlite_reads_quotes_and_comments_in_the_same_way() -> None:
    assert "check" in list(words(COMMENTED))
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(COMMENTED)
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("insert into t (b) values (0)")


def test_our_own_statements_are_read_whole() -> None:
    for sql in TABLES.values():
        assert "?" not in list(words(sql))
        assert list(words(sql))[-1] == ")"
    for columns in INDEXES.values():
        assert list(words(columns))[-1] == ")"


# Two megabytes of each: what takes the square of its length, as a former version did, takes hours.
HOSTILE = {
    "open comments": "/*",
    "dashes": "-- ",
    "slashes": "/ ",
    "open quotes of all kinds": "'\"`[",
    "doubled quotes": "''",
    "names": "a b ",
    "spaces": "   ",
    "not closed": "[a",
}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_sql_takes_time_proportional_to_its_length(piece: str) -> None:
    count = sum(1 for _word in words(piece * (2_000_000 // len(piece))))
    assert count <= 2_000_000
