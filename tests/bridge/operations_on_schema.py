"""Operations that change a collection's schema, so that its next sync is one-way."""

from __future__ import annotations

from typing import Any

from .doing import Doing, NothingToDo, Operation


def ask_for_a_one_way_sync(do: Doing) -> None:
    do.col.mod_schema(check=False)


def check_the_database(do: Doing) -> None:
    """Mark the notes whose tags are respelled: Anki does not, so no server ever gets them."""
    before = _tags(do)
    do.col.fix_integrity()
    respelled = [id for id, tags in _tags(do).items() if tags != before.get(id)]
    for id in respelled:
        do.col.db.execute("update notes set usn = -1, mod = mod + 1 where id = ?", id)


def _tags(do: Doing) -> dict[int, str]:
    return dict(do.device.rows("select id, tags from notes"))


def add_a_field(do: Doing) -> None:
    kind = _kind(do)
    do.col.models.add_field(kind, do.col.models.new_field(f"Field {do.mark}"))
    do.col.models.update_dict(kind)


def remove_a_field(do: Doing) -> None:
    kind = _kind(do)
    if len(kind["flds"]) < 4:
        raise NothingToDo
    do.col.models.remove_field(kind, kind["flds"][-1])
    do.col.models.update_dict(kind)


def move_a_field(do: Doing) -> None:
    kind = _kind(do)
    do.col.models.reposition_field(kind, kind["flds"][1], len(kind["flds"]) - 1)
    do.col.models.update_dict(kind)


def add_a_template(do: Doing) -> None:
    kind = _kind(do)
    if kind["type"] == 1 or len(kind["tmpls"]) > 3:
        raise NothingToDo
    template = do.col.models.new_template(f"Card {do.mark}")
    template["qfmt"] = f"{{{{{kind['flds'][0]['name']}}}}} {do.mark}"
    template["afmt"] = f"{{{{{kind['flds'][1]['name']}}}}}"
    do.col.models.add_template(kind, template)
    do.col.models.update_dict(kind)


def remove_a_template(do: Doing) -> None:
    kind = _kind(do)
    if len(kind["tmpls"]) < 2:
        raise NothingToDo
    do.col.models.remove_template(kind, kind["tmpls"][-1])
    do.col.models.update_dict(kind)


def remove_a_note_type(do: Doing) -> None:
    unused = [kind for kind in _kinds(do) if not do.col.models.use_count(kind)]
    if len(unused) < 2:
        raise NothingToDo
    do.col.models.remove(do.dice.choice(unused)["id"])


def remove_a_preset(do: Doing) -> None:
    ids = sorted(int(preset["id"]) for preset in do.col.decks.all_config() if preset["id"] != 1)
    if not ids:
        raise NothingToDo
    do.col.decks.remove_config(do.dice.choice(ids))


def _kinds(do: Doing) -> list[Any]:
    return sorted(do.col.models.all(), key=lambda kind: int(kind["id"]))


def _kind(do: Doing) -> Any:
    return do.dice.choice(_kinds(do))


SCHEMA: tuple[Operation, ...] = (
    ask_for_a_one_way_sync,
    check_the_database,
    add_a_field,
    remove_a_field,
    move_a_field,
    add_a_template,
    remove_a_template,
    remove_a_note_type,
    remove_a_preset,
)
