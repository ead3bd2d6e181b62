from __future__ import annotations

from typing import Any

import pytest

from addon.store.schema11.structure import fits, same_structure


def note_type(*fields: str | tuple[str, int], kind: int = 0) -> dict[str, Any]:
    """Return a note type with these fields: a name, or a name with the id that Anki gives it."""
    parts = [field if isinstance(field, tuple) else (field, None) for field in fields]
    return {
        "type": kind,
        "flds": [{"name": name, "id": id} for name, id in parts],
        "tmpls": [{"name": "Card 1"}],
    }


AB = note_type("A", "B")
AB_WITH_IDS = note_type(("A", 1), ("B", 2))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (note_type("a", "B"), True),  # names ignore case
        (note_type("C", "B"), True),  # renamed
        (note_type("B", "A"), False),  # moved
        (note_type("B", "C"), False),  # the first one removed, another one added
        (note_type("A"), False),
        (note_type("A", "B", kind=1), False),
    ],
)
def test_without_ids_a_known_name_elsewhere_means_another_structure(
    other: dict[str, Any], same: bool
) -> None:
    assert same_structure(AB, other) is same


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (note_type(("B", 1), ("A", 2)), True),  # each got the other's name
        (note_type(("A", 2), ("B", 1)), False),
        (note_type(("A", 1), ("B", 3)), False),
        (note_type("B", "A"), False),  # only one side has ids: names decide
        (note_type("C", "B"), True),
    ],
)
def test_ids_decide_where_both_sides_have_them(other: dict[str, Any], same: bool) -> None:
    assert same_structure(AB_WITH_IDS, other) is same


def test_a_note_type_fits_one_with_more_at_the_end() -> None:
    assert fits(AB, note_type("A", "B", "C"))
    assert not fits(AB, note_type("C", "A", "B"))
    assert not fits(AB, note_type("A"))
