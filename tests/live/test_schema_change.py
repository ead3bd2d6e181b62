"""Changes of structure: the user is asked which side to keep, and nothing breaks."""

from __future__ import annotations

import pytest

from .clients import Choice, Client, Outcome, UnexpectedOneWay
from .conftest import Converge, Pair
from .content import add_note, add_note_type, edit, front, note_type, review, run, some_note


def add_template(client: Client, name: str = "Basic") -> None:
    models = client.col.models
    changed = note_type(client, name)
    template = models.new_template("Second")
    template["qfmt"] = "{{Back}}"
    template["afmt"] = "{{FrontSide}}<hr>{{Front}}"
    models.add_template(changed, template)
    models.update_dict(changed)


def add_field(client: Client) -> None:
    models = client.col.models
    changed = note_type(client, "Basic")
    models.add_field(changed, models.new_field("Extra"))
    models.update_dict(changed)


def remove_field(client: Client) -> None:
    models = client.col.models
    changed = note_type(client, "Basic")
    models.remove_field(changed, changed["flds"][1])
    models.update_dict(changed)


def remove_note_type(client: Client) -> None:
    client.col.models.remove(note_type(client, "Cloze")["id"])


def remove_preset(client: Client) -> None:
    preset = client.col.decks.add_config("to be removed")
    client.col.decks.remove_config(preset["id"])


CHANGES = [add_template, add_field, remove_field, remove_note_type, remove_preset]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_changed_side_may_be_kept(change: object, pair: Pair, converge: Converge) -> None:
    assert callable(change)
    one, other = pair
    change(one)
    with pytest.raises(UnexpectedOneWay):
        one.sync()
    assert one.sync(Choice.UPLOAD) is Outcome.FULL_SYNC
    with pytest.raises(UnexpectedOneWay):
        other.sync()
    assert other.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    converge(one, other)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_servers_side_may_be_kept(change: object, pair: Pair, converge: Converge) -> None:
    assert callable(change)
    one, other = pair
    change(one)
    id = some_note(other)
    edit(other, id, "of the other")
    assert other.sync() is Outcome.NO_CHANGES
    assert one.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    converge(one, other)
    assert front(one, id) == "of the other"


def test_a_schema_change_on_both_devices_asks_and_converges(pair: Pair, converge: Converge) -> None:
    one, other = pair
    add_template(one)
    add_field(other)
    assert one.sync(Choice.UPLOAD) is Outcome.FULL_SYNC
    assert other.sync(Choice.UPLOAD) is Outcome.FULL_SYNC
    assert one.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    converge(one, other)


def test_reviews_of_the_other_device_before_the_change_arrive(
    pair: Pair, converge: Converge
) -> None:
    one, other = pair
    review(other, 2)
    assert other.sync() is Outcome.NO_CHANGES
    assert one.sync() is Outcome.NO_CHANGES
    add_template(one)
    assert one.sync(Choice.UPLOAD) is Outcome.FULL_SYNC
    assert other.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    converge(one, other)


def test_a_template_added_to_a_note_type_that_is_new_needs_no_one_way_sync(
    pair: Pair, converge: Converge
) -> None:
    """A note type that the server has never seen may come with any number of templates."""
    one, other = pair
    add_note_type(one, "Fresh")
    add_note(one, "note of the fresh type", "back", type="Fresh")
    converge(one, other)


def test_note_types_that_no_longer_fit_do_not_break_the_server(
    pair: Pair, converge: Converge
) -> None:
    """A side that hides the change of schema (as a restored backup does) is refused, not merged."""
    one, other = pair
    scm = one.col.db.scalar("select scm from col") if one.col.db else 0
    add_template(one)
    run(one, "update col set scm = ?", scm)
    with pytest.raises(Exception, match="Check Database"):
        one.sync()
    add_note(other, "others carry on")
    assert other.sync() is Outcome.NO_CHANGES
    run(one, "update col set scm = scm + 1")
    assert one.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    converge(one, other)
