"""Names that two devices choose independently: unique on all sides, and the same on all sides."""

from __future__ import annotations

import pytest

from .clients import Client, Outcome
from .conftest import Converge, Pair
from .content import add_note, add_note_type, add_preset, deck


def deck_names(client: Client) -> dict[int, str]:
    return {entry.id: entry.name for entry in client.col.decks.all_names_and_ids()}


def type_names(client: Client) -> dict[int, str]:
    return {entry.id: entry.name for entry in client.col.models.all_names_and_ids()}


@pytest.mark.better("rule 7: Anki's two sides rename different decks, forever")
@pytest.mark.parametrize("names", [("X", "X"), ("Über", "ÜBER")], ids=["same", "other case"])
def test_two_decks_of_one_name_get_the_same_names_everywhere(
    pair: Pair, converge: Converge, ours: bool, names: tuple[str, str]
) -> None:
    one, other = pair
    add_note(one, "in the deck of one", to=names[0])
    add_note(other, "in the deck of the other", to=names[1])
    if ours:
        converge(one, other, rounds=3)
        assert len(deck_names(one)) == len(deck_names(other)) == 6
    else:
        for client in (one, other, one, other):
            assert client.sync() is Outcome.NO_CHANGES
        assert deck_names(one) != deck_names(other)
        assert deck_names(one).keys() == deck_names(other).keys()


@pytest.mark.better("rule 7: Anki's two sides rename different note types, forever")
def test_two_note_types_of_one_name_get_the_same_names_everywhere(
    pair: Pair, converge: Converge, ours: bool
) -> None:
    one, other = pair
    add_note_type(one, "Own type", "of one")
    add_note_type(other, "Own type", "of the other")
    add_note(one, "of one's type", type="Own type")
    add_note(other, "of the other's type", type="Own type")
    if ours:
        converge(one, other, rounds=3)
        assert len(type_names(one)) == len(type_names(other))
    else:
        for client in (one, other, one, other):
            assert client.sync() is Outcome.NO_CHANGES
        assert type_names(one) != type_names(other)
        assert type_names(one).keys() == type_names(other).keys()


def test_presets_of_one_name_may_exist_side_by_side(pair: Pair, converge: Converge) -> None:
    one, other = pair
    add_preset(one, "Same")
    add_preset(other, "Same")
    converge(one, other)
    assert sum(preset["name"] == "Same" for preset in one.col.decks.all_config()) == 2


def test_a_tag_added_on_both_devices_is_one_tag(pair: Pair, converge: Converge) -> None:
    one, other = pair
    add_note(one, "a", tags=["both", "sub::a"])
    add_note(other, "b", tags=["both", "sub::b"])
    converge(one, other)
    assert one.col.tags.all().count("both") == 1


def test_decks_that_swap_names_end_up_equal(pair: Pair, converge: Converge) -> None:
    """The rename arrives together with a new deck that takes the old name."""
    one, other = pair
    one.col.decks.rename(deck(one, "Other"), "Renamed")
    add_note(one, "in the new deck of the old name", to="Other")
    converge(one, other)
    assert {"Renamed", "Other"} <= set(deck_names(other).values())
