"""A collection made by the real Anki that uses every option there is."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from anki import deck_config_pb2, decks_pb2, notetypes_pb2
from anki.collection import Collection
from anki.decks import DeckId
from anki.notes import NoteId

from addon.store.schema11.collation import register_collations

# enums are taken as plain numbers below: some are of no version yet
Preset: Any = deck_config_pb2.DeckConfig.Config
PARKED = json.dumps({"fromAnAddOn": {"deep": [1, 2.5, None, True, "\u00e9\U0001f600"]}}).encode()


def build(path: Path) -> None:
    """Make a rich collection of schema 18 at ``path``, some of its rows not yet synced."""
    col = Collection(str(path))
    try:
        _note_types(col)
        _decks(col)
        _notes(col)
        _config(col)
    finally:
        col.close()
    with_raw_rows(path)


def with_raw_rows(path: Path) -> None:
    """Add what Anki writes only in odd cases, as the bytes that Anki would write."""
    db = sqlite3.connect(path)
    register_collations(db)
    with db:
        _raw_preset(db)
        _raw_decks(db)
        _raw_note_type(db)
        _raw_rows(db)
    db.close()


def _note_types(col: Collection) -> None:
    kind = notetypes_pb2.StockNotetype
    for stock in kind.Kind.values():
        legacy = json.loads(col._backend.get_stock_notetype_legacy(kind=stock))
        legacy["name"] += " copy"
        legacy["id"] = 0
        col.models.add_dict(legacy)
    note_type = col.models.new("Everything ä")
    note_type["css"] = ".card { color: red } /* \u2603 */"
    note_type["latexsvg"] = True
    note_type["latexPre"] += "\\usepackage{x}\n"
    note_type["keyOfAnAddOn"] = {"a": [1, 2.0, "x"]}
    for index in range(7):
        field = col.models.new_field(f"Field {index}")
        field.update(
            sticky=index % 2 == 1,
            rtl=index % 3 == 1,
            font=f"Font {index}",
            size=10 + index,
            description=f"what goes here {index}" if index else "",
            plainText=index == 2,
            collapsed=index == 3,
            excludeFromSearch=index == 4,
            preventDeletion=index == 5,
            tag=index if index > 3 else None,
            media=[],
        )
        col.models.add_field(note_type, field)
    note_type["sortf"] = 3
    for index in range(3):
        template = col.models.new_template(f"Template {index}")
        template.update(
            qfmt=f"{{{{Field {index}}}}}" + " " * index,
            afmt="{{FrontSide}}{{Field 6}}",
            bqfmt="{{Field 1}}" if index else "",
            bafmt="{{Field 2}}" if index else "",
            did=1 if index == 1 else None,
            bfont="Times" if index == 2 else "",
            bsize=14 if index == 2 else 0,
            keyOfAnAddOn=index,
        )
        col.models.add_template(note_type, template)
    col.models.add_dict(note_type)


def _decks(col: Collection) -> None:
    preset = col.decks.add_config("Ünïque")
    preset["new"].update(
        delays=[0.5, 1.3, 1440.0], initialFactor=2310, order=0, perDay=7, bury=True
    )
    preset["new"]["ints"] = [2, 9, 0]
    preset["rev"].update(ease4=1.35, ivlFct=0.87, maxIvl=999, perDay=77, hardFactor=1.15, bury=True)
    preset["lapse"].update(delays=[10.5], leechAction=0, leechFails=5, minInt=3, mult=0.45)
    preset.update(
        maxTaken=77, autoplay=False, timer=1, replayq=False, keyOfAnAddOn=[1],
        desiredRetention=0.87, fsrsParams6=[0.1 * n for n in range(21)], weightSearch="deck:x",
    )  # fmt: skip
    col.decks.update_config(preset)
    for name in ("A", "A::B", "A::B::C ä", "Z"):
        did = col.decks.id(name)
        assert did
        deck: Any = col.decks.get(did)
        deck.update(
            desc=f"**{name}**", md=name != "A", collapsed=name == "A", browserCollapsed=name != "A",
            extendNew=3, extendRev=-0, conf=preset["id"], newLimit=0 if name == "Z" else None,
            reviewLimit=12, reviewLimitToday={"limit": 5, "today": 9},
            newLimitToday={"limit": 0, "today": 0}, desiredRetention=91, keyOfAnAddOn="x",
        )  # fmt: skip
        col.decks.save(deck)
    filtered = col.sched.get_or_create_filtered_deck(DeckId(0))
    filtered.name = "Filtered::inner"
    filtered.allow_empty = True
    del filtered.config.search_terms[:]
    filtered.config.search_terms.add(search='deck:A "x"', limit=20, order=1)
    filtered.config.search_terms.add(search="is:due", limit=99, order=10)
    filtered.config.reschedule = False
    filtered.config.preview_again_secs = 61
    filtered.config.preview_hard_secs = 62
    filtered.config.preview_good_secs = 0
    col.sched.add_or_update_filtered_deck(filtered)


def _notes(col: Collection) -> None:
    deck = col.decks.id("A::B")
    assert deck
    made: list[NoteId] = []
    for name in ("Basic", "Cloze", "Everything ä", "Basic (and reversed card)"):
        note_type = col.models.by_name(name)
        assert note_type
        for index in range(8):
            note = col.new_note(note_type)
            for position in range(len(note.fields)):
                note.fields[position] = f"{{{{c1::{index}}}}} <b>{position}</b> &amp; ü"
            note.fields[0] = str(index) if index % 2 else note.fields[0]
            note.tags = ["top", f"Top::{index}::Ärger", "marked"]
            col.add_note(note, deck)
            made.append(note.id)
    col.remove_notes(made[:2])
    empty = col.decks.id("to be deleted")
    assert empty
    col.decks.remove([empty])
    col.tags.set_collapsed("Top", False)


def _config(col: Collection) -> None:
    values: dict[str, Any] = {
        "null": None, "true": True, "false": False, "zero": 0, "whole": -12, "wide": 2**53 + 1,
        "float": 0.1, "float without fraction": 1.0, "tiny": 1e-300, "text": "a\u2028\"\\\x01ü😀",
        "list": [1, [2.0, [None]]], "object": {"a": {"b": {}}, "": ""}, "Schlüssel ü": "x",
    }  # fmt: skip
    for key, value in values.items():
        col.set_config(key, value)


def _raw_preset(db: sqlite3.Connection) -> None:
    config = Preset(
        learn_steps=[1 / 3, 1e-7, 3.4028234663852886e38], relearn_steps=[],
        fsrs_params_4=[0.4] * 17, fsrs_params_5=[1.1] * 19, fsrs_params_6=[2.2] * 21,
        new_per_day=9999, reviews_per_day=0,
        new_per_day_minimum=5, initial_ease=1.312, easy_multiplier=1.0, hard_multiplier=0.5,
        lapse_multiplier=1.0, interval_multiplier=2.0, maximum_review_interval=1,
        minimum_lapse_interval=36_500, graduating_interval_good=36_500, graduating_interval_easy=1,
        new_card_insert_order=1, new_card_gather_priority=5, new_card_sort_order=4, new_mix=2,
        review_order=12, interday_learning_mix=1, leech_action=1, leech_threshold=9999,
        disable_autoplay=True, cap_answer_time_to_secs=9999, show_timer=True,
        stop_timer_on_answer=True, seconds_to_show_question=1.5, seconds_to_show_answer=0.1,
        question_action=1, answer_action=4, wait_for_audio=True,
        skip_question_when_replaying_answer=True, bury_new=True, bury_reviews=True,
        bury_interday_learning=True, desired_retention=0.99, historical_retention=0.97,
        ignore_revlogs_before_date="2024-02-29", easy_days_percentages=[0.0, 0.5, 1, 1, 1, 1, 0.5],
        param_search="preset:x", other=json.dumps(
            {"top": 1, "new": {"n": [2]}, "rev": {"r": {}}, "lapse": {"l": None}}).encode(),
    )  # fmt: skip
    rows = [
        (50, "every option", config),
        (51, "no option", Preset()),
        (
            52,
            "out of range",
            Preset(
                new_per_day=10_000, initial_ease=9, desired_retention=0.5, leech_threshold=70_000
            ),
        ),
    ]
    for row_id, name, message in rows:
        db.execute(
            "insert into deck_config values (?, ?, 1700000000, -1, ?)",
            (row_id, name, message.SerializeToString()),
        )


def _raw_decks(db: sqlite3.Connection) -> None:
    deck: Any = decks_pb2.Deck
    common = deck.Common(
        study_collapsed=True, browser_collapsed=True, last_day_studied=1234, new_studied=-3,
        review_studied=7, milliseconds_studied=60_000, learning_studied=2, other=PARKED,
    )  # fmt: skip
    limit = deck.Normal.DayLimit
    normal = deck.Normal(
        config_id=50, extend_new=4, extend_review=5, description="d", markdown_description=True,
        review_limit=0, new_limit=4294967295, review_limit_today=limit(limit=1, today=2),
        new_limit_today=limit(), desired_retention=0.53,
    )  # fmt: skip
    filtered = deck.Filtered(
        reschedule=True, delays=[1.0, 10.1], preview_delay=10, preview_again_secs=1,
        preview_hard_secs=2, preview_good_secs=3,
        search_terms=[deck.Filtered.SearchTerm(search="ä", limit=4294967295, order=8)],
    )  # fmt: skip
    kinds = [
        (70, "raw\x1fnormal", common, deck.KindContainer(normal=normal)),
        (71, "raw", deck.Common(), deck.KindContainer(normal=deck.Normal())),
        (72, "raw\x1ffiltered", common, deck.KindContainer(filtered=filtered)),
        (73, "raw bare filtered", deck.Common(), deck.KindContainer(filtered=deck.Filtered())),
    ]
    for row_id, name, first, kind in kinds:
        db.execute(
            "insert into decks values (?, ?, 1700000001, 5, ?, ?)",
            (row_id, name, first.SerializeToString(), kind.SerializeToString()),
        )


def _raw_note_type(db: sqlite3.Connection) -> None:
    note_type: Any = notetypes_pb2.Notetype
    need = note_type.Config.CardRequirement
    config = note_type.Config(
        kind="KIND_CLOZE", sort_field_idx=1, css="c", target_deck_id_unused=70, latex_pre="<",
        latex_post=">", latex_svg=True, original_stock_kind=6, original_id=0, other=PARKED,
        reqs=[need(card_ord=0, kind=1, field_ords=[0, 1]), need(card_ord=1, kind=2, field_ords=[]),
              need(card_ord=70_000, kind=0, field_ords=[70_000])],
    )  # fmt: skip
    field = note_type.Field.Config(
        sticky=True, rtl=True, font_name="F", font_size=70_001, description="d", plain_text=True,
        collapsed=True, exclude_from_search=True, id=-5, tag=0, prevent_deletion=True, other=PARKED,
    )  # fmt: skip
    template = note_type.Template.Config(
        q_format="q", a_format="a", q_format_browser="qb", a_format_browser="ab",
        target_deck_id=-1, browser_font_name="f", browser_font_size=257, id=0, other=PARKED,
    )  # fmt: skip
    db.execute(
        "insert into notetypes values (90, 'raw', 1700000002, -1, ?)", (config.SerializeToString(),)
    )
    for ord_, message in [(0, field), (1, note_type.Field.Config()), (65_538, field)]:
        db.execute(
            "insert into fields values (90, ?, ?, ?)",
            (ord_, f"raw {ord_}", message.SerializeToString()),
        )
    for ord_, part in enumerate([template, note_type.Template.Config()]):
        db.execute(
            "insert into templates values (90, ?, ?, 7, -1, ?)",
            (ord_, f"raw {ord_}", part.SerializeToString()),
        )


def _raw_rows(db: sqlite3.Connection) -> None:
    cards = [row[0] for row in db.execute("select id from cards order by id")]
    queues = [(-3, 2), (-2, 1), (-1, 0), (0, 0), (1, 1), (2, 2), (3, 3), (4, 1)]
    data = [
        "",
        "{}",
        '{"pos":3,"s":12.5,"d":5.123,"dr":0.9,"decay":0.15,"lrt":9,"cd":"{}","new":1}',
    ]
    for index, card in enumerate(cards):
        queue, type_ = queues[index % len(queues)]
        db.execute(
            "update cards set queue=?, type=?, flags=?, data=?, usn=?, ivl=?, factor=? where id=?",
            (queue, type_, index % 8, data[index % 3], index % 3 - 1, index, 1300 + index, card),
        )
    for index in range(30):
        row = (1_600_000_000_000 + index, cards[0], index % 3 - 1, index % 5, index, -60, 2500, 900)
        db.execute("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, index % 6))
    db.execute("insert or ignore into graves (oid, type, usn) values (1, 0, 7), (1, 1, -1)")
    db.execute("insert into tags values ('leaf::ß', 3, false, null), ('LEAF::x', -1, true, null)")
