"""What docs/store.md names as harmful is refused with a reason; valid data passes unchanged."""

from __future__ import annotations

import contextlib
import copy
import json
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from anki.collection import Collection
from anki.decks import DeckId
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.store import validate
from addon.store.validate import Invalid, rows
from addon.store.validate.values import Wrong

from ..specimens import CARD, DECK, FILTERED_DECK, NOTE, NOTE_TYPE, PRESET, REVLOG, nested

Check = Callable[[Any], Any]
OBJECTS: list[tuple[Check, dict[str, Any]]] = [
    (validate.note_type, NOTE_TYPE),
    (validate.deck, DECK),
    (validate.deck, FILTERED_DECK),
    (validate.preset, PRESET),
]
ROWS: list[tuple[Check, list[Any]]] = [
    (validate.card, CARD),
    (validate.note, NOTE),
    (validate.revlog, REVLOG),
]


def _with(specimen: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(specimen)
    place: Any = changed
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        place = place[step]
    place[last] = value
    return changed


def _without(specimen: dict[str, Any], path: str) -> dict[str, Any]:
    changed = _with(specimen, path, None)
    place: Any = changed
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        place = place[step]
    del place[last]
    return changed


@pytest.mark.parametrize(("check", "specimen"), OBJECTS)
def test_a_sound_object_is_kept_with_its_unknown_keys(check: Check, specimen: Any) -> None:
    assert check(copy.deepcopy(specimen)) == specimen


@pytest.mark.parametrize(("check", "specimen"), OBJECTS)
def test_the_received_object_is_not_changed(check: Check, specimen: Any) -> None:
    came = _with(specimen, "id", str(specimen["id"]))
    before = copy.deepcopy(came)
    assert check(came)["id"] == specimen["id"]
    assert came == before


@pytest.mark.parametrize(("check", "specimen"), ROWS)
def test_a_sound_row_is_kept_as_a_tuple(check: Check, specimen: Any) -> None:
    assert check(list(specimen)) == tuple(specimen)


POISON = [
    (validate.preset, _without(PRESET, "maxTaken"), "preset 1600000000003: maxTaken is missing"),
    (validate.deck, _without(DECK, "lrnToday"), "deck 1600000000002: lrnToday is missing"),
    (validate.deck, _without(DECK, "dyn"), "deck 1600000000002: dyn must be"),
    (validate.deck, _without(DECK, "conf"), "conf is missing"),
    (validate.deck, _without(FILTERED_DECK, "terms"), "terms is missing"),
    (validate.deck, _with(FILTERED_DECK, "terms.0.0", 5), "terms[0][0] must be text"),
    (validate.deck, _with(DECK, "name", None), "name must be text"),
    (validate.note_type, _without(NOTE_TYPE, "sortf"), "note type 1600000000001: sortf is missing"),
    (validate.note_type, _with(NOTE_TYPE, "mod", 1.5), "mod must be a whole number"),
    (validate.note_type, _with(NOTE_TYPE, "flds.1.size", "20"), "flds[1].size must be a whole"),
    (validate.note_type, _without(NOTE_TYPE, "tmpls.0.qfmt"), "tmpls[0].qfmt is missing"),
    (validate.note_type, _with(NOTE_TYPE, "flds.1.name", "WORD"), "flds[1].name is used twice"),
    (validate.note_type, _with(NOTE_TYPE, "id", 0), "id must not be 0"),
    (validate.note_type, _with(NOTE_TYPE, "extra", "\ud800"), "half of a surrogate pair"),
    (validate.note_type, _with(NOTE_TYPE, "extra", {"\ud800": 1}), "half of a surrogate pair"),
    (validate.note_type, _with(NOTE_TYPE, "extra", float("nan")), "finite"),
    (validate.note_type, _with(NOTE_TYPE, "extra", 10**400), "finite"),
    (validate.note_type, _with(NOTE_TYPE, "extra", nested(200)), "nested too deeply"),
    (validate.preset, _with(PRESET, "fsrsParams6", [1, None]), "fsrsParams6[1] must be a finite"),
    (validate.preset, _with(PRESET, "desiredRetention", "0.9"), "desiredRetention must be"),
    (validate.preset, _with(PRESET, "answerAction", 5), "answerAction must be"),
    (validate.preset, "x", "preset: must be an object"),
    (validate.tag, None, "tag must be text"),
    (validate.tag, "\udfff", "half of a surrogate pair"),
    (validate.config, [], "config: must be an object"),
    (validate.card, [*CARD[:10], 70_000, *CARD[11:]], "card 1600000000100: factor must be"),
    (validate.card, [*CARD[:7], 5, *CARD[8:]], "queue must be"),
    (validate.card, [*CARD[:17], "\ud800"], "data contains half"),
    (validate.card, CARD[:17], "card: must be a list of 18 values"),
    (validate.card, [True, *CARD[1:]], "id must be a whole number"),
    (validate.note, [*NOTE[:6], 5, *NOTE[7:]], "note 1600000000200: flds must be text"),
    (validate.revlog, [*REVLOG[:3], 256, *REVLOG[4:]], "review 1600000000300: ease must be"),
    (validate.graves, {"cards": [1], "notes": []}, "graves: decks must be a list"),
]


@pytest.mark.parametrize(("check", "value", "reason"), POISON, ids=[p[2][:50] for p in POISON])
def test_harmful_values_are_refused_with_a_reason(check: Check, value: Any, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        check(value)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_reason_does_not_repeat_a_long_id() -> None:
    with pytest.raises(Invalid) as refused:
        validate.deck({"id": "x\n" * 1_000_000})
    assert len(str(refused.value)) < 100
    assert "\n" not in str(refused.value)


def test_fractions_of_old_clients_are_truncated() -> None:
    row = list(CARD)
    row[4], row[8], row[9], row[14] = 1.9e9, -3.7, 2.9, 2**31
    card = validate.card(row)
    assert (card[4], card[8], card[9], card[14]) == (1_900_000_000, -3, 2, -(2**31))
    assert all(type(value) is int for value in card[:17])
    assert validate.card([*CARD[:9], -5, *CARD[10:]])[9] == 0
    assert validate.revlog([*REVLOG[:6], -2.5, 1e30, 9]) == (*REVLOG[:6], 0, 2**32 - 1, 0)
    assert validate.revlog(REVLOG[:8])[8] == 0


def test_what_ankis_server_repairs_is_repaired() -> None:
    preset = _with(PRESET, "new", {"delays": "x"})
    preset["timer"] = True
    kept = validate.preset(preset)
    assert (kept["timer"], kept["new"]["initialFactor"], kept["new"]["delays"]) == (
        0,
        2500,
        [1, 10],
    )
    assert validate.preset(_with(PRESET, "new.ints", [2, 5]))["new"]["ints"] == [2, 5, 0]
    assert validate.deck(_with(DECK, "dyn", False))["dyn"] == 0
    assert validate.deck(_with(DECK, "lrnToday", []))["lrnToday"] == [0, 0]
    assert validate.deck(_with(DECK, "conf", "7"))["conf"] == 7
    assert validate.note_type(_with(NOTE_TYPE, "flds.0.sticky", "1"))["flds"][0]["sticky"] is True
    assert validate.note([*NOTE[:5], "b\u3000a ", *NOTE[6:9], 7, "x"])[5:] == (
        *(" b a ", *NOTE[6:9], 0, ""),
    )


def test_a_default_is_not_shared_between_objects() -> None:
    one, two = (validate.preset(_with(PRESET, "new", None)) for _ in "12")
    one["new"]["delays"].append(99.0)
    assert two["new"]["delays"] == [1.0, 10.0]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
CHECKS = [
    validate.note_type,
    validate.deck,
    validate.preset,
    validate.tag,
    validate.config,
    validate.creation_stamp,
    validate.card,
    validate.note,
    validate.revlog,
    validate.graves,
    validate.graves_at_start,
    validate.sanity_counts,
]


@settings(max_examples=300, deadline=None)
@given(value=JSON)
def test_any_json_is_accepted_or_refused_without_other_errors(value: Any) -> None:
    for check in CHECKS:
        try:
            kept = check(value)
        except Invalid:
            continue
        json.dumps(kept, ensure_ascii=False, allow_nan=False).encode()


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_what_is_kept_is_accepted_again_unchanged(data: st.DataObject) -> None:
    check, specimen = data.draw(st.sampled_from(OBJECTS))
    key = data.draw(st.sampled_from(sorted(specimen)))
    try:
        kept = check({**specimen, key: data.draw(JSON)})
    except Invalid:
        return
    text = json.dumps(kept, ensure_ascii=False, allow_nan=False)
    assert check(json.loads(text.encode())) == kept


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_rows_that_are_kept_fit_the_tables(data: st.DataObject) -> None:
    check, specimen = data.draw(st.sampled_from(ROWS))
    place = data.draw(st.integers(0, len(specimen) - 1))
    row = [*specimen[:place], data.draw(JSON), *specimen[place + 1 :]]
    try:
        kept = check(row)
    except Invalid:
        return
    marks = ",".join("?" * len(kept))
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        read = db.execute(f"select {marks}", kept).fetchone()
    assert read == kept
    assert check(list(kept)) == kept


EDGES: list[Any] = [
    None,
    True,
    1.5,
    "x",
    "ü\ud800",
    *(
        sign * 2**bits + step
        for bits in (8, 16, 31, 32, 63)
        for sign in (1, -1)
        for step in (-1, 0, 1)
    ),
]


@pytest.mark.parametrize("value", EDGES)
def test_an_ordinary_row_is_judged_as_column_by_column(value: Any) -> None:
    for (check, specimen), columns in zip(
        ROWS, (rows.CARD_COLUMNS, rows.NOTE_COLUMNS, rows.REVLOG_COLUMNS), strict=True
    ):
        for place, (column, check_value) in enumerate(columns.items()):
            row = [*specimen[:place], value, *specimen[place + 1 :]]
            try:
                kept = check_value(value)
            except Wrong:
                with pytest.raises(Invalid, match=column):
                    check(row)
            else:
                row[place] = kept
                assert check([*specimen[:place], value, *specimen[place + 1 :]]) == check(row)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """JSON columns and rows of a collection that a client has filled and written as schema 11."""
    path = tmp_path_factory.mktemp("real") / "collection.anki2"
    col = Collection(str(path))
    basic = col.models.by_name("Basic")
    assert basic
    deck_id = DeckId(col.decks.add_normal_deck_with_name("Ä::b 'c'").id)
    for number in range(20):
        note = col.new_note(basic)
        note["Front"], note["Back"] = f"{number} <b>é</b>", "\u0000x"
        note.tags = ["a::b", "ü"]
        col.add_note(note, deck_id)
    col.decks.set_current(deck_id)
    for _ in range(10):
        card = col.sched.getCard()
        assert card
        col.sched.answerCard(card, 3)
    filtered = col.sched.get_or_create_filtered_deck(DeckId(0))
    filtered.config.search_terms[0].search = "is:new"
    col.sched.add_or_update_filtered_deck(filtered)
    col.decks.add_config("Slow")
    col.set_config("addon", {"x": [1, 2.5, None, "ü"]})
    col.close(downgrade=True)
    data: dict[str, Any] = {}
    with contextlib.closing(sqlite3.connect(path)) as db:
        for column in ("conf", "models", "decks", "dconf", "tags"):
            data[column] = json.loads(db.execute(f"select {column} from col").fetchone()[0])
        for table in ("cards", "notes", "revlog"):
            data[table] = [list(row) for row in db.execute(f"select * from {table}")]
    return data


def test_real_objects_pass_unchanged(real: dict[str, Any]) -> None:
    assert len(real["decks"]) >= 3
    for column, check in (
        ("models", validate.note_type),
        ("decks", validate.deck),
        ("dconf", validate.preset),
    ):
        for item in real[column].values():
            assert check(item) == item
            assert json.dumps(check(item)) == json.dumps(item)
    assert validate.config(real["conf"]) == real["conf"]
    for name in real["tags"]:
        assert validate.tag(name) == name


def test_real_rows_pass_unchanged(real: dict[str, Any]) -> None:
    assert real["revlog"]
    for row in real["cards"]:
        assert validate.card(row) == tuple(row)
    for row in real["revlog"]:
        assert validate.revlog(row) == tuple(row)
    for row in real["notes"]:
        sent = [*row[:7], "", "", *row[9:]]  # as clients send it
        assert validate.note(sent) == tuple(sent)
