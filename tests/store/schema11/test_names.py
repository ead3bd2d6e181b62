"""Names are normalised and compared exactly as Anki does it, over all of Unicode."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from addon.store.schema11.names import fold, normalize_deck_name, normalize_tag, unique_name

NASTY = [
    *"aZß:: \t\n\x00\x1f\x7f\u3000\u00a0\u0085\u200b\ufeff\u2028\u001c_+-",
    "::",
    ":::",
    "e\u0301",
    "\u212b",
    "\ufa47",
    "\u1e9b\u0323",
    "ﬃ",
    "İ",
    "ǅ",
    "漢",
    "가",
    "blank",
]


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    col = Collection(str(tmp_path_factory.mktemp("names") / "collection.anki2"))
    yield col
    col.close()


def _letters() -> list[str]:
    return [chr(c) for c in range(1, sys.maxunicode + 1) if not 0xD800 <= c <= 0xDFFF]


def _nasty_texts(seed: int, count: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(count):
        yield "".join(chance.choices(NASTY, k=chance.randint(1, 8)))


def test_letters_fold_alike_if_and_only_if_they_do_in_anki(collection: Collection) -> None:
    letters = _letters()
    assert collection.db
    collection.db.execute("create temp table letters (letter text collate unicase)")
    collection.db.executemany("insert into letters values (?)", [(c,) for c in letters])
    groups = collection.db.list(
        "select group_concat(rowid) from letters group by letter having count() > 1"
    )
    theirs = {tuple(sorted(map(int, group.split(",")))) for group in groups}

    by_fold = defaultdict(list)
    for row, letter in enumerate(letters, 1):
        by_fold[fold(letter)].append(row)
    ours = {tuple(rows) for rows in by_fold.values() if len(rows) > 1}
    assert ours == theirs


def test_letters_that_fold_to_several_match_the_same_strings_as_in_anki(
    collection: Collection,
) -> None:
    assert collection.db
    for letter in _letters():
        if letter.isascii() or len(letter.casefold()) == 1:
            continue
        assert collection.db.scalar("select ? = ? collate unicase", letter, fold(letter)), letter


def test_names_are_compared_as_by_anki(collection: Collection) -> None:
    assert collection.db
    chance = random.Random(7)
    alphabet = "aAsSſßẞkKKiIİıǅǆΣσςΐᾼﬃfFiI\u0301\u2c2f\u2c5f"
    for _ in range(3_000):
        one, two = ("".join(chance.choices(alphabet, k=chance.randint(1, 3))) for _ in "12")
        theirs = bool(collection.db.scalar("select ? = ? collate unicase", one, two))
        assert (fold(one) == fold(two)) == theirs, (one, two)


def test_deck_names_are_normalised_as_by_anki(tmp_path: Path) -> None:
    col = Collection(str(tmp_path / "collection.anki2"))
    deck = col.decks.get_legacy(col.decks.add_normal_deck_with_name("a").id)  # type: ignore[arg-type]
    assert deck
    for name in ["a::b", "  a :: : b: ", *_nasty_texts(1, 1_500)]:
        deck["name"] = name
        col.decks.update_dict(deck)
        kept = col.decks.get_legacy(deck["id"])
        assert kept
        ours = normalize_deck_name(name)
        # the collection's default deck is already called so; nothing else is in the way
        assert kept["name"].rstrip("+") == ours.rstrip("+"), name
    col.close()


def test_tags_are_normalised_as_by_anki(collection: Collection) -> None:
    for tag in ["a::b", " a :: : b: ", *_nasty_texts(2, 1_500)]:
        collection.tags.clear_unused_tags()
        collection.tags.set_collapsed(tag, collapsed=True)
        assert collection.tags.all() == [normalize_tag(tag)], tag


def test_a_taken_name_gets_plus_signs_until_it_is_free() -> None:
    assert unique_name("A::B", set()) == "A::B"
    assert unique_name("A::B", {"a::b"}) == "A::B+"
    assert unique_name("A::B", {"a::b", "a::b+"}) == "A::B++"
    assert unique_name("Straße", {"strasse"}, suffix="_") == "Straße_"
