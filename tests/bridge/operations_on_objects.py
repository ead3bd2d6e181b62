"""What people do with decks, note types, presets and the configuration."""

from __future__ import annotations

from .doing import Doing, NothingToDo, Operation

_TAKEN_BY_FILTERED_DECKS = "-is:suspended -is:buried -deck:filtered"


def add_a_deck(do: Doing) -> None:
    name = do.name()
    if do.dice.random() < 0.4:
        name = f"{do.deck()['name']}::{name}"
    do.col.decks.id(name)


def delete_a_deck(do: Doing) -> None:
    deck = do.deck(default=False)
    inside = list(do.col.decks.deck_and_child_ids(deck["id"]))
    marks = ",".join("?" * len(inside))
    count = do.device.number(
        f"select count(distinct nid) from cards where did in ({marks}) or odid in ({marks})",
        *inside,
        *inside,
    )
    do.may_remove_notes(count)
    do.col.decks.remove([deck["id"]])


def rename_a_deck(do: Doing) -> None:
    do.col.decks.rename(do.deck(default=False), do.name())


def move_a_deck(do: Doing) -> None:
    deck, parent = do.deck(default=False), do.deck()
    foreign = do.own_names and not deck["name"].endswith(f" of {do.device.name}")
    if foreign or parent["name"].startswith(deck["name"]):
        raise NothingToDo
    do.col.decks.reparent([deck["id"]], parent["id"] if do.dice.random() < 0.6 else 0)


def describe_a_deck(do: Doing) -> None:
    deck = do.deck()
    deck["desc"] = do.mark
    deck["collapsed"] = do.dice.random() < 0.5
    do.col.decks.update(deck, preserve_usn=False)


def select_a_deck(do: Doing) -> None:
    do.col.decks.set_current(do.deck()["id"])


def add_a_note_type(do: Doing) -> None:
    copy = do.col.models.copy(do.col.models.all()[0], add=False)
    copy["name"] = do.name()
    do.col.models.add_dict(copy)


def rename_a_note_type(do: Doing) -> None:
    kind = do.dice.choice(sorted(do.col.models.all(), key=lambda kind: int(kind["id"])))
    kind["name"] = do.name()
    do.col.models.update_dict(kind)


def restyle_a_note_type(do: Doing) -> None:
    kind = do.dice.choice(sorted(do.col.models.all(), key=lambda kind: int(kind["id"])))
    kind["css"] = f".card {{ color: red; }} /* {do.mark} */"
    kind["flds"][1]["name"] = f"Back {do.mark}"
    kind["flds"][1]["font"] = "Courier"
    for template in kind["tmpls"]:
        for side in ("qfmt", "afmt"):
            # Templates name fields; Anki renames them there itself.
            template[side] += "<br>"
    do.col.models.update_dict(kind)


def add_a_preset(do: Doing) -> None:
    do.col.decks.add_config(do.name())


def change_a_preset(do: Doing) -> None:
    preset = do.dice.choice(sorted(do.col.decks.all_config(), key=lambda one: int(one["id"])))
    preset["name"] = f"{do.name()} {do.mark}"
    preset["new"]["perDay"] = do.dice.randint(5, 60)
    do.col.decks.update_config(preset)


def choose_a_preset(do: Doing) -> None:
    preset = do.dice.choice(sorted(do.col.decks.all_config(), key=lambda one: int(one["id"])))
    do.col.decks.set_config_id_for_deck_dict(do.deck(), preset["id"])


def set_configuration(do: Doing) -> None:
    do.col.set_config(f"key {do.dice.randint(1, 4)}", {"value": [do.mark, 1, 2.5, None, True]})


def remove_configuration(do: Doing) -> None:
    do.col.remove_config(f"key {do.dice.randint(1, 4)}")


def make_a_filtered_deck(do: Doing) -> None:
    deck = do.col.sched.get_or_create_filtered_deck(0)
    deck.name = f"Filtered {do.name()}"
    term = deck.config.search_terms[0]
    term.search = do.dice.choice(["is:new", "tag:leaf", "deck:Default", "flag:2"])
    term.limit = do.dice.randint(1, 5)
    if hasattr(deck, "allow_empty"):  # since 24.06
        deck.allow_empty = True
    elif not do.col.find_cards(f"({term.search}) {_TAKEN_BY_FILTERED_DECKS}"):
        raise NothingToDo
    do.col.sched.add_or_update_filtered_deck(deck)


def empty_a_filtered_deck(do: Doing) -> None:
    do.col.sched.empty_filtered_deck(do.deck(filtered=True)["id"])


def rebuild_a_filtered_deck(do: Doing) -> None:
    deck = do.deck(filtered=True)
    search = deck["terms"][0][0]
    if not do.col.find_cards(f"({search}) {_TAKEN_BY_FILTERED_DECKS}"):
        raise NothingToDo  # Anki refuses to leave it empty
    do.col.sched.rebuild_filtered_deck(deck["id"])


def delete_a_filtered_deck(do: Doing) -> None:
    do.col.decks.remove([do.deck(filtered=True)["id"]])


def change_limits_for_today(do: Doing) -> None:
    do.col.decks.select(do.deck()["id"])
    # Before 23.10, Python compares the collection's time (ms) to find out whether to commit:
    # if two changes share a millisecond and the first is committed, it rolls the second back.
    do.next_moment()
    do.col.sched.extend_limits(do.dice.randint(1, 9), do.dice.randint(1, 9))


OBJECTS: tuple[Operation, ...] = (
    add_a_deck,
    add_a_deck,
    delete_a_deck,
    rename_a_deck,
    move_a_deck,
    describe_a_deck,
    describe_a_deck,
    select_a_deck,
    add_a_note_type,
    rename_a_note_type,
    restyle_a_note_type,
    add_a_preset,
    change_a_preset,
    choose_a_preset,
    set_configuration,
    remove_configuration,
    make_a_filtered_deck,
    empty_a_filtered_deck,
    rebuild_a_filtered_deck,
    delete_a_filtered_deck,
    change_limits_for_today,
)
