"""The collection of a new account: what it holds, and that the real Anki opens it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.decks import DeckId

from addon.store.schema11 import schema

from ..transfer.snapshots import JSON_COLUMNS, downgrade_by_anki, opened, snapshot, upgrade_by_anki


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    path = tmp_path / "collection.anki2"
    with opened(path) as db:
        schema.create_empty(db)
    return path


@pytest.fixture
def col(fresh: Path) -> Iterator[Collection]:
    collection = Collection(str(fresh))
    yield collection
    if collection.db:
        collection.close()


def test_tables_and_indexes_are_those_of_ankis_schema_11(fresh: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.anki2"
    upgrade_by_anki(theirs)
    downgrade_by_anki(theirs)
    definitions = snapshot(theirs)["definitions"]
    for table in ("sqlite_stat1", "sqlite_stat4"):
        del definitions[table]
    assert snapshot(fresh)["definitions"] == definitions


def test_a_new_account_reports_that_it_was_never_changed(fresh: Path) -> None:
    (col,) = snapshot(fresh)["col"]
    assert {key: col[key] for key in ("id", "mod", "usn", "ls", "dty", "ver")} == {
        "id": 1, "mod": 0, "usn": 0, "ls": 0, "dty": 0, "ver": 11,
    }  # fmt: skip
    assert abs(col["scm"] - time.time() * 1000) < 60_000


def test_a_study_day_began_less_than_a_day_ago(fresh: Path) -> None:
    (col,) = snapshot(fresh)["col"]
    assert 0 <= time.time() - col["crt"] < 25 * 3600
    assert time.localtime(col["crt"]).tm_hour == 4


def test_a_new_account_has_no_second_scheduler(fresh: Path) -> None:
    (col,) = snapshot(fresh)["col"]
    assert not {"schedVer", "sched2021", "creationOffset"} & set(col["conf"])


def test_anki_opens_an_empty_collection_and_studies_every_note_type(col: Collection) -> None:
    assert col.decks.all_names() == ["Default"]
    assert col.decks.config_dict_for_deck_id(DeckId(1))["name"] == "Default"
    names = [note_type.name for note_type in col.models.all_names_and_ids()]
    assert names == [
        "Basic",
        "Basic (and reversed card)",
        "Basic (optional reversed card)",
        "Basic (type in the answer)",
        "Cloze",
    ]
    for name in names:
        note_type = col.models.by_name(name)
        assert note_type
        note = col.new_note(note_type)
        note.fields = ["{{c1::a}} b"] * len(note.fields)
        col.add_note(note, DeckId(1))
        expected = 2 if "reversed" in name else 1
        assert len(note.cards()) == expected
        assert all(card.question() and card.answer() for card in note.cards())
    assert col.fix_integrity()[1], "Check Database finds nothing to complain about"


def test_anki_changes_only_the_form_of_an_empty_collection(fresh: Path) -> None:
    (before,) = snapshot(fresh)["col"]
    upgrade_by_anki(fresh)
    downgrade_by_anki(fresh)
    (after,) = snapshot(fresh)["col"]
    assert {**after, **dict.fromkeys(JSON_COLUMNS)} == {**before, **dict.fromkeys(JSON_COLUMNS)}
    assert after["conf"] == before["conf"]
    for column in ("models", "decks", "dconf"):
        for key, item in before[column].items():
            again = after[column][key]
            assert item.items() <= again.items() or _known(item, again), (column, key)


def _known(item: dict[str, object], again: dict[str, object]) -> bool:
    """Parts of a note type come back with the keys of later versions added."""
    return all(again[key] == value or key in ("flds", "tmpls") for key, value in item.items())


def test_a_failed_creation_leaves_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "c.anki2") as db:
        db.execute("create table graves (x)")
        with pytest.raises(Exception, match="graves already exists"):
            schema.create_empty(db)
        assert db.execute("select name from sqlite_master").fetchall() == [("graves",)]
