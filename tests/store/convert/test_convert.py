"""Our converter against Anki's own downgrade, on the same files.

They agree in every table, row and definition, but for what is tested one by one under "where we
differ on purpose", and for:
* usn -1 becomes 0 (no client is left to send such a row);
* doubles of many digits inside unknown keys and config, which Anki's JSON reader gets wrong by one
  bit now and then: ours are exact;
* a known key *and* an equal one in ``other``: Anki writes both for ``md``, we the known one.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.store.convert.convert import to_schema11
from addon.store.schema11.settle import settle

from ..messages import Deck, NoteType, Preset, deck_kinds, messages
from ..transfer.snapshots import downgrade_by_anki, opened, snapshot, synced, upgrade_by_anki
from .converting import SETTINGS, both, convert, put


def test_a_rich_collection_is_converted_as_by_anki(rich_copy: Path) -> None:
    theirs, ours = both(rich_copy)
    assert ours == theirs
    (col,) = ours["col"]
    assert len(col["models"]) > 12
    assert len(col["dconf"]) == 5
    assert len(ours["graves"]) > 3


def test_a_collection_made_by_anki_has_no_findings(rich_copy: Path) -> None:
    assert convert(rich_copy) == ()


def test_a_converted_file_has_a_rollback_journal(rich_copy: Path) -> None:
    with opened(rich_copy) as db:
        assert db.execute("pragma journal_mode = wal").fetchone() == ("wal",)
    convert(rich_copy)
    assert rich_copy.read_bytes()[18:20] == b"\x01\x01"
    assert [path.name for path in rich_copy.parent.iterdir()] == [rich_copy.name]


def test_anki_opens_a_converted_file_with_the_same_content(rich_copy: Path) -> None:
    theirs = Path(shutil.copy(rich_copy, rich_copy.with_suffix(".theirs")))
    downgrade_by_anki(theirs)
    upgrade_by_anki(theirs)
    convert(rich_copy)
    upgrade_by_anki(rich_copy)
    downgrade_by_anki(rich_copy)
    downgrade_by_anki(theirs)
    ours, expected = snapshot(rich_copy), synced(snapshot(theirs))
    for content in (ours, expected):
        del content["sqlite_stat1"], content["sqlite_stat4"]  # they count the usn -1
    assert ours == expected


@pytest.mark.parametrize("version", [11, 18])
def test_no_row_of_a_converted_file_is_left_to_sync(rich_copy: Path, version: int) -> None:
    if version == 11:
        downgrade_by_anki(rich_copy)
    convert(rich_copy)
    content = snapshot(rich_copy)
    assert content == synced(snapshot(rich_copy))
    assert content["graves"], "deletions in another server's file must still reach the clients"


def test_an_upload_is_settled_without_graves(rich_copy: Path) -> None:
    downgrade_by_anki(rich_copy)
    expected = synced(snapshot(rich_copy))
    with opened(rich_copy) as db:
        settle(db, keep_graves=False)
    assert snapshot(rich_copy) == {**expected, "graves": []}


@pytest.mark.timeout(900)  # must never fail on a busy machine
@given(data=st.data())
@settings(max_examples=60, **SETTINGS)
def test_random_objects_are_converted_as_by_anki(empty_copy: Path, data: st.DataObject) -> None:
    path = Path(shutil.copy(empty_copy, empty_copy.with_suffix(".random")))
    with opened(path) as db:
        fill_at_random(db, data.draw)
    theirs, ours = both(path)
    assert ours == theirs


def fill_at_random(db: sqlite3.Connection, draw: Callable[[Any], Any]) -> None:
    usn, mtime = st.integers(-1, 2**31 - 1), st.integers(-(2**63), 2**63 - 1)
    for row in range(10, 14):
        message = draw(messages(Preset)).SerializeToString()
        values = (row, draw(st.text(max_size=4)), draw(mtime), draw(usn), message)
        db.execute("insert into deck_config values (?, ?, ?, ?, ?)", values)
        common, kind = draw(messages(Deck.Common)), draw(deck_kinds())
        if kind.HasField("filtered"):
            kind.filtered.ClearField("delays")  # infinite ones aside, see the rich collection
        db.execute(
            "insert into decks values (?, ?, ?, ?, ?, ?)",
            (row, f"{row}\x1fü{draw(st.text(max_size=4))}", draw(mtime), draw(usn),
             common.SerializeToString(), kind.SerializeToString()),
        )  # fmt: skip
        message = draw(messages(NoteType.Config)).SerializeToString()
        values = (row, f"{row}{draw(st.text(max_size=4))}", draw(mtime), draw(usn), message)
        db.execute("insert into notetypes values (?, ?, ?, ?, ?)", values)
        for ord_ in range(2):
            message = draw(messages(NoteType.Field.Config)).SerializeToString()
            db.execute("insert into fields values (?, ?, ?, ?)", (row, ord_, f"{ord_}", message))
            message = draw(messages(NoteType.Template.Config)).SerializeToString()
            db.execute(
                "insert into templates values (?, ?, ?, 0, 0, ?)", (row, ord_, f"{ord_}", message)
            )


def preset_with(path: Path, blob: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    with opened(path) as db:
        db.execute("insert into deck_config values (7, 'x', 0, 0, ?)", (blob,))
        found = to_schema11(db)
        (dconf,) = db.execute("select dconf from col").fetchone()
    return json.loads(dconf)["7"], found


# --- what schema 11 cannot keep is reported ---------------------------------------------------


@pytest.mark.parametrize(
    ("table", "blob", "found"),
    [
        ("deck_config", b"\xb8\x02\x01", "deck config 9: field 39"),
        ("deck_config", b"\xba\x03\x01x", "deck config 9: field 55"),
        ("deck_config", b"\xbd\x030000", "deck config 9: field 55"),
        ("deck_config", b"\xbb\x03\x08\x01\xbc\x03", "deck config 9: field 55"),
        ("deck_config", b"\x88\x02\x0d", "deck config 9 reviewOrder: value 13"),
        ("deck_config", b"\xa0\x01\x02", "deck config 9 order: value 2"),
        ("notetypes", b"\x58\x01", "note type 9: field 11"),
        ("notetypes", b"\x42\x02\x20\x01", "note type 9 req: field 4"),
        ("notetypes", b"\x48\x07", "note type 9 originalStockKind: value 7"),
        ("fields", b"\x60\x01", "note type 9 field 0: field 12"),
        ("templates", b"\x48\x01", "note type 9 template 0: field 9"),
        ("common", b"\x40\x01", "deck 9: field 8"),
        ("kind", b"\x0a\x02\x58\x01", "deck 9 normal: field 11"),
        ("kind", b"\x12\x02\x40\x01", "deck 9 filtered: field 8"),
        ("kind", b"\x12\x04\x12\x02\x20\x01", "deck 9 filtered terms: field 4"),
        ("kind", b"\x12\x00\x18\x01", "deck 9: kind field 3"),
        ("deck_config", b"\xfa\x0f\x01{", "deck config 9: other: "),
        ("deck_config", b"\xfa\x0f\x021!"[:-1] + b" ", "deck config 9: other: not a JSON object"),
        ("deck_config", b"\xcd\x02\x00\x00\xc0\x7f", "deck config 9: secondsToShowQuestion: "),
        ("deck_config", b"\x1a\x04\x00\x00\x80\x7f", "deck config 9: fsrsWeights: value inf"),
    ],
)
def test_unknown_content_is_reported(empty_copy: Path, table: str, blob: bytes, found: str) -> None:
    with opened(empty_copy) as db:
        put(db, table, blob)
        (line,) = to_schema11(db)
    assert line.startswith(found)


def test_a_foreign_column_is_reported(empty_copy: Path) -> None:
    with opened(empty_copy) as db:
        db.execute("alter table decks add column colour text")
        db.execute("insert into tags values ('t', 0, true, x'01')")
        assert to_schema11(db) == ("decks: column colour", "tag 't': config")


# --- where we differ from Anki on purpose -----------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("fsrsParams6", [0.5, 1]),
        ("desiredRetention", 0.85),
        ("reviewOrder", 12),
        ("answerAction", 4),
        ("buryInterdayLearning", True),
        ("ignoreRevlogsBeforeDate", "2024-01-01"),
    ],
)
def test_a_setting_kept_in_other_by_an_older_client_is_used(
    empty_copy: Path, key: str, value: object
) -> None:
    """Anki drops it: the newer client's setting would be lost on its way through an old one."""
    other = json.dumps({key: value, "new": {"unknown": 1}}).encode()
    preset, found = preset_with(empty_copy, Preset(other=other).SerializeToString())
    assert (preset[key], preset["new"]["unknown"], found) == (value, 1, ())


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("fsrsParams6", [0.5, None], []),
        ("desiredRetention", "0.85", 0.9),
        ("reviewOrder", 2**31, 0),
        ("reviewOrder", 1.0, 0),
        ("answerAction", 5, 0),
        ("buryInterdayLearning", 1, False),
        ("secondsToShowAnswer", 1e39, 0.0),
        ("weightSearch", None, ""),
    ],
)
def test_a_value_in_other_that_clients_would_reject_is_reported(
    empty_copy: Path, key: str, value: object, expected: object
) -> None:
    other = json.dumps({key: value}).encode()
    preset, found = preset_with(empty_copy, Preset(other=other).SerializeToString())
    assert (preset[key], len(found)) == (expected, 1)
    assert found[0].startswith(f"deck config 7: {key} in other: ")


def test_a_value_in_other_outside_ankis_range_becomes_the_default(empty_copy: Path) -> None:
    preset, _ = preset_with(empty_copy, Preset(other=b'{"desiredRetention":3}').SerializeToString())
    assert preset["desiredRetention"] == 0.9


def test_a_field_wins_over_a_value_in_other(empty_copy: Path) -> None:
    message = Preset(review_order=3, other=b'{"reviewOrder":4,"id":5,"mod":6,"perDay":1}')
    preset, found = preset_with(empty_copy, message.SerializeToString())
    assert (preset["reviewOrder"], preset["id"], preset["mod"], found) == (3, 7, 0, ())
    assert preset["perDay"] == 1, "perDay is known inside new and rev, not at the top"


def test_keys_in_other_of_decks_and_note_types_are_kept(empty_copy: Path) -> None:
    parked = {
        "md": True,
        "newLimit": 3,
        "desiredRetention": 88,
        "reviewLimitToday": {"limit": 1, "today": 2},
    }
    common = Deck.Common(other=json.dumps(parked).encode()).SerializeToString()
    field = NoteType.Field.Config(other=b'{"description":"d","id":4}').SerializeToString()
    with opened(empty_copy) as db:
        put(db, "common", common)
        put(db, "fields", field)
        assert to_schema11(db) == ()
        decks, models = db.execute("select decks, models from col").fetchone()
    deck, part = json.loads(decks)["9"], json.loads(models)["9"]["flds"][0]
    assert {key: deck[key] for key in parked} == parked
    assert (part["description"], part["id"]) == ("d", 4)


def test_null_in_other_means_that_a_deck_setting_is_unset(empty_copy: Path) -> None:
    """Newer clients give each deck these keys; one that is too old for them uploads them so."""
    parked = dict.fromkeys(("newLimit", "reviewLimit", "desiredRetention", "newLimitToday"))
    common = Deck.Common(other=json.dumps(parked).encode()).SerializeToString()
    with opened(empty_copy) as db:
        put(db, "common", common)
        assert to_schema11(db) == ()
        (decks,) = db.execute("select decks from col").fetchone()
    assert {key: json.loads(decks)["9"][key] for key in parked} == parked


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_lacks_become_what_clients_can_read(empty_copy: Path, bad: float) -> None:
    """Anki writes null there, and then cannot open the file."""
    message = Preset(
        fsrs_params_6=[1.0, bad], seconds_to_show_question=bad, desired_retention=bad
    ).SerializeToString()
    preset, found = preset_with(empty_copy, message)
    assert preset["fsrsParams6"] == []
    assert preset["secondsToShowQuestion"] == 0.0
    assert preset["desiredRetention"] == 0.9
    assert len(found) == 3
    upgrade_by_anki(empty_copy)
