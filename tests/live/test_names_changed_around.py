"""Objects that change names among themselves: every device ends with the same names.

A client that meets an object whose name another one of its own still has appends `+` to what it
was sent, and tells nobody: such devices stay different forever. Anki's own server has that.
"""

from __future__ import annotations

import random

import pytest

from .clients import Client, Outcome
from .conftest import ON_OURS, Converge, Device, Pair
from .content import add_note, add_note_type, deck, own_moment
from .test_names import deck_names, type_names

pytestmark = ON_OURS


class Decks:
    """Decks, as the kind of object whose names change."""

    names = staticmethod(deck_names)

    @staticmethod
    def add(client: Client, name: str) -> None:
        with own_moment():
            new = client.col.decks.new_deck_legacy(filtered=False)
            new["name"] = name
            client.col.decks.add_deck_legacy(new)

    @staticmethod
    def rename(client: Client, id: int, name: str) -> None:
        """By the window's way, which takes no name twice, as people do it."""
        client.col.decks.rename(id, name)  # type: ignore[arg-type]


class NoteTypes:
    """Note types, as the kind of object whose names change."""

    names = staticmethod(type_names)

    @staticmethod
    def add(client: Client, name: str) -> None:
        add_note_type(client, name)

    @staticmethod
    def rename(client: Client, id: int, name: str) -> None:
        kind = client.col.models.get(id)  # type: ignore[arg-type]
        assert kind is not None
        kind["name"] = name
        client.col.models.update_dict(kind)


Kind = type[Decks] | type[NoteTypes]
KINDS = pytest.mark.parametrize("kind", [Decks, NoteTypes])


def ids_of(kind: Kind, client: Client, *names: str) -> list[int]:
    found = {name: id for id, name in kind.names(client).items()}
    return [found[name] for name in names]


def change_around(kind: Kind, client: Client, ids: list[int], names: list[str]) -> None:
    """Give each object its name; they may have each other's now."""
    for id in ids:
        kind.rename(client, id, f"for a moment {id}")
    for id, name in zip(ids, names, strict=True):
        kind.rename(client, id, name)
    assert [kind.names(client)[id] for id in ids] == names


@KINDS
@pytest.mark.parametrize(("base", "count"), [("N", 2), ("Parent::N", 3), ("N", 4)])
def test_names_passed_around_in_a_ring_converge(
    pair: Pair, converge: Converge, kind: Kind, base: str, count: int
) -> None:
    """N becomes N+, N+ becomes N++, and so on; and one takes the first one's name."""
    one, other = pair
    names = [base + "+" * n for n in range(count)]
    for name in names:
        kind.add(one, name)
    converge(one, other)
    ids = ids_of(kind, one, *names)
    change_around(kind, one, ids, names[1:] + names[:1])
    converge(one, other)
    assert [kind.names(other)[id] for id in ids] == names[1:] + names[:1]


@KINDS
@pytest.mark.parametrize("order", [("Y", "X", "N+"), ("Y", "N+", "X"), ("N+", "X", "Y")])
def test_three_objects_swap_names_in_any_order(
    pair: Pair, converge: Converge, kind: Kind, order: tuple[str, ...]
) -> None:
    one, other = pair
    names = ["X", "Y", "N+"]
    for name in names:
        kind.add(one, name)
    converge(one, other)
    ids = ids_of(kind, one, *names)
    change_around(kind, one, ids, list(order))
    kind.add(other, "N+x")
    kind.add(other, "Z")
    converge(one, other, rounds=3)
    assert [kind.names(other)[id] for id in ids] == list(order)


@KINDS
@pytest.mark.parametrize("count", [3, 4])
def test_objects_of_one_name_from_several_devices_converge(
    device: Device, converge: Converge, kind: Kind, count: int
) -> None:
    """Each of the devices makes its own; the last ones have names with plus signs already."""
    devices = [device(f"device {number}") for number in range(count)]
    add_note(devices[0], "first")
    assert devices[0].sync() is Outcome.FULL_UPLOAD
    for client in devices[1:]:
        assert client.sync() is Outcome.FULL_DOWNLOAD
    before = len(kind.names(devices[0]))
    for number, client in enumerate(devices):
        kind.add(client, "N")
        if number > 1:
            kind.add(client, "N+")
    converge(*devices, rounds=count + 1)
    new = count + count - 2
    assert len(kind.names(devices[0])) == before + new
    same = [name for name in kind.names(devices[0]).values() if name.rstrip("+") == "N"]
    assert sorted(same, key=len) == ["N" + "+" * n for n in range(new)]


def test_subdecks_follow_decks_that_swap_names(pair: Pair, converge: Converge) -> None:
    one, other = pair
    for name in ("A", "B"):
        add_note(one, f"in {name}", to=f"{name}::child")
    converge(one, other)
    a, b = deck(one, "A"), deck(one, "B")
    one.col.decks.rename(a, "for a moment")
    one.col.decks.rename(b, "A")
    one.col.decks.rename(a, "B")
    add_note(other, "in another child", to="A::other child")
    converge(one, other, rounds=3)
    assert not [name for name in deck_names(one).values() if "+" in name]


@KINDS
@pytest.mark.parametrize("seed", range(6))
def test_random_renames_on_three_devices_converge(
    device: Device, converge: Converge, kind: Kind, seed: int
) -> None:
    """Renames, new objects and syncs in random order; within one second as well as apart."""
    chance = random.Random(seed)
    devices = [device(f"device {number}") for number in range(3)]
    add_note(devices[0], "first")
    assert devices[0].sync() is Outcome.FULL_UPLOAD
    for client in devices[1:]:
        assert client.sync() is Outcome.FULL_DOWNLOAD
    names = ["N", "N+", "N++", "n", "M", "M+"]
    for _step in range(30):
        client = chance.choice(devices)
        own = [id for id, name in kind.names(client).items() if name.rstrip("+").upper() in "NM"]
        what = chance.randrange(4)
        if what == 0 and len(own) < 5:
            kind.add(client, free(kind, client, chance, names))
        elif what == 1 and len(own) > 1:
            some = chance.sample(own, chance.randint(2, len(own)))
            now = [kind.names(client)[id] for id in some]
            change_around(kind, client, some, chance.sample(now, len(now)))
        elif what == 2 and own:
            kind.rename(client, chance.choice(own), free(kind, client, chance, names))
        else:
            assert client.sync() is Outcome.NO_CHANGES
    converge(*devices, rounds=4)


def free(kind: Kind, client: Client, chance: random.Random, names: list[str]) -> str:
    taken = {name.casefold() for name in kind.names(client).values()}
    name = chance.choice(names)
    while name.casefold() in taken:
        name += "+"
    return name
