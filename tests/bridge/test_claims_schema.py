"""Changed schemas, replaced files, older copies: who is asked for a one-way sync, and who not."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

from addon.bridge import Answer, QuestionKind
from addon.store.transfer.incoming import receive
from tests.live import content
from tests.live.clients import Choice, Client, UnexpectedOneWay
from tests.live.clients import Outcome as Synced
from tests.live.content import add_note, edit, front, run, scalar, some_note

from .test_claims import at, has_note, remove
from .world import World, copy_of


def add_field(client: Client, name: str, type: str = "Basic") -> None:
    models = client.col.models
    note_type = content.note_type(client, type)
    models.add_field(note_type, models.new_field(name))
    models.update_dict(note_type)


def remove_field(client: Client, number: int, type: str = "Basic") -> None:
    models = client.col.models
    note_type = content.note_type(client, type)
    models.remove_field(note_type, note_type["flds"][number])
    models.update_dict(note_type)


def fields(client: Client, note: int) -> list[str]:
    return list(client.col.get_note(note).fields)  # type: ignore[arg-type]


def asked_for_one_way(client: Client) -> bool:
    try:
        return client.sync() is not Synced.NO_CHANGES
    except UnexpectedOneWay:
        return True


def test_a_schema_mark_without_a_change_costs_the_phones_nothing(world: World) -> None:
    world.desktop.col.mod_schema(check=False)
    edit(world.phone, some_note(world.phone), "of the phone", at=at(3))
    world.phone.sync()
    outcome = world.merge()
    assert outcome.compared
    assert not outcome.new_schema
    world.converge()
    assert front(world.desktop, some_note(world.desktop)) == "of the phone"


def test_checking_the_database_costs_the_phones_nothing(world: World) -> None:
    world.desktop.col.fix_integrity()
    assert not world.merge().new_schema
    world.converge()


def test_pending_deletions_survive_an_upload_to_the_other_server(linked: World) -> None:
    first, second = linked.desktop.col.find_notes("front")[:2]
    edit(linked.phone, second, "of the phone", at=at(3))
    linked.phone.sync()
    remove(linked.desktop, first)  # its grave is gone after an upload
    linked.desktop.upload()
    outcome = linked.merge()
    assert outcome.compared
    assert outcome.to_store.deletions
    linked.converge()
    assert not has_note(linked.phone, first)
    assert front(linked.desktop, second) == "of the phone"


def test_a_new_field_on_the_desktop_goes_one_way_to_the_phones(world: World) -> None:
    note = some_note(world.phone)
    edit(world.phone, note, "of the phone", at=at(30))
    new = add_note(world.phone, "new on the phone", "its back")
    world.phone.sync()
    add_field(world.desktop, "Third")
    outcome = world.merge()
    assert outcome.new_schema == {"store"}
    assert outcome.backups
    assert asked_for_one_way(world.phone)
    world.phone.download()
    assert fields(world.phone, note)[0] == "of the phone"
    assert fields(world.desktop, new) == ["new on the phone", "its back", ""]
    world.assert_same()
    world.converge()


def test_a_removed_field_removes_the_right_text_from_the_phones_notes(world: World) -> None:
    new = add_note(world.phone, "front text", "back text")
    world.phone.sync()
    remove_field(world.desktop, 0)
    world.merge()
    assert fields(world.desktop, new) == ["back text"]
    world.phone.sync(Choice.DOWNLOAD)
    world.converge()


def test_a_note_type_removed_on_the_desktop_is_removed_from_the_phones(world: World) -> None:
    content.add_note_type(world.desktop, "Doomed")
    add_note(world.desktop, "doomed", type="Doomed")
    world.sync_all()
    doomed = world.desktop.col.models.by_name("Doomed")
    assert doomed is not None
    world.desktop.col.models.remove(doomed["id"])
    assert world.merge().new_schema == {"store"}
    world.phone.sync(Choice.DOWNLOAD)
    assert world.phone.col.models.by_name("Doomed") is None
    world.converge()


def test_a_note_type_added_on_the_phone_is_not_taken_for_removed(world: World) -> None:
    world.desktop.col.mod_schema(check=False)
    content.add_note_type(world.phone, "New")
    content.add_preset(world.phone, "New preset")
    world.phone.sync()
    assert not world.merge().new_schema
    world.converge()
    assert world.desktop.col.models.by_name("New") is not None


def test_a_preset_removed_on_the_desktop_is_removed_from_the_phones(world: World) -> None:
    preset = content.add_preset(world.desktop, "Doomed")
    world.sync_all()
    world.desktop.col.decks.remove_config(preset["id"])
    assert world.merge().new_schema == {"store"}
    world.phone.sync(Choice.DOWNLOAD)
    world.converge()


def test_a_forced_upload_from_a_phone_costs_other_devices_nothing(linked: World) -> None:
    other = linked.new_phone()
    note = some_note(linked.phone)
    edit(linked.phone, note, "of the phone", at=at(20))
    waiting = add_note(linked.desktop, "waits on the desktop")
    linked.phone.upload()
    outcome = linked.merge()
    assert outcome.question is None
    assert not outcome.new_schema
    assert front(linked.desktop, note) == "of the phone"
    other.download()
    linked.converge()
    assert has_note(other, waiting)
    assert linked.desktop.sync() is Synced.NO_CHANGES


def test_a_field_that_a_phone_added_and_uploaded_reaches_the_desktop(linked: World) -> None:
    mine = add_note(linked.desktop, "new here", "back")
    add_field(linked.phone, "Third")
    linked.phone.upload()
    outcome = linked.merge()
    assert outcome.new_schema == {"collection"}
    assert fields(linked.desktop, mine) == ["new here", "back", ""]
    assert asked_for_one_way(linked.desktop)
    linked.desktop.upload()
    linked.converge()
    assert fields(linked.phone, mine) == ["new here", "back", ""]


def test_two_changed_structures_raise_a_question(world: World) -> None:
    add_field(world.phone, "Of the phone")
    world.phone.upload()
    add_field(world.desktop, "Of the desktop")
    before = scalar(world.desktop, "select mod from col")
    outcome = world.merge()
    assert outcome.question is not None
    assert outcome.question.kind is QuestionKind.BOTH_SCHEMAS
    assert scalar(world.desktop, "select mod from col") == before
    assert world.merge().question == outcome.question
    kept = world.merge(Answer.STORE)
    assert kept.new_schema == {"collection"}
    assert kept.backups
    names = [f["name"] for f in content.note_type(world.desktop, "Basic")["flds"]]
    assert names == ["Front", "Back", "Of the phone"]
    world.converge()


def test_a_phones_structure_wins_unasked_where_the_desktop_only_marked_its_schema(
    world: World,
) -> None:
    mine, note = add_note(world.desktop, "of the desktop"), some_note(world.desktop)
    world.merge()
    add_field(world.phone, "Of the phone")
    world.phone.upload()
    world.desktop.col.mod_schema(check=False)
    edit(world.desktop, note, "edited on the desktop", at=at(5))
    outcome = world.merge()
    assert outcome.question is None
    assert outcome.new_schema == {"collection"}
    names = [f["name"] for f in content.note_type(world.desktop, "Basic")["flds"]]
    assert names == ["Front", "Back", "Of the phone"]
    world.converge()
    assert has_note(world.phone, mine)
    assert fields(world.phone, note)[0] == "edited on the desktop"


def test_the_desktops_structure_wins_unasked_where_a_phone_only_uploaded(world: World) -> None:
    note = some_note(world.phone)
    edit(world.phone, note, "edited on the phone", at=at(5))
    world.phone.upload()
    add_field(world.desktop, "Of the desktop")
    outcome = world.merge()
    assert outcome.question is None
    assert outcome.new_schema == {"store"}
    world.phone.sync(Choice.DOWNLOAD)
    world.converge()
    assert fields(world.desktop, note) == ["edited on the phone", *fields(world.phone, note)[1:]]
    assert len(fields(world.phone, note)) == 3


def test_choosing_a_structure_does_not_choose_whose_notes_to_keep(world: World) -> None:
    mine, deleted = add_note(world.desktop, "of the desktop"), some_note(world.phone)
    world.merge()
    world.phone.col.remove_notes([deleted])
    add_field(world.phone, "Of the phone")
    world.phone.upload()
    add_field(world.desktop, "Of the desktop")
    outcome = world.merge()
    assert outcome.question is not None
    assert outcome.question.kind is QuestionKind.BOTH_SCHEMAS
    assert world.merge(Answer.STORE).new_schema >= {"collection"}
    world.phone.sync(Choice.DOWNLOAD)
    world.converge()
    assert has_note(world.desktop, mine)
    assert has_note(world.desktop, deleted)
    assert fields(world.desktop, mine)[2:] == [""]


def test_the_other_answer_keeps_the_desktops_structure(world: World) -> None:
    add_field(world.phone, "Of the phone")
    world.phone.upload()
    add_field(world.desktop, "Of the desktop")
    kept = world.merge(Answer.COLLECTION)
    assert kept.new_schema == {"store"}
    world.phone.sync(Choice.DOWNLOAD)
    names = [f["name"] for f in content.note_type(world.phone, "Basic")["flds"]]
    assert names == ["Front", "Back", "Of the desktop"]
    world.converge()


def test_an_upload_that_lacks_many_cards_raises_a_question(world: World) -> None:
    for number in range(25):
        add_note(world.desktop, f"many {number}")
    small = Client(world.root / "small")
    add_note(small, "only here")
    small.close()
    world.merge()
    with receive(world.folder, [small.path.read_bytes()]) as incoming:
        incoming.put_in_place()  # a server that does not unite
    outcome = world.merge()
    assert outcome.question is not None
    assert outcome.question.kind is QuestionKind.STORE_REPLACED
    assert outcome.question.only_collection >= 25
    world.merge(Answer.BOTH)
    world.phone.sync(Choice.DOWNLOAD)
    world.converge()
    assert scalar(world.phone, "select count() from notes where flds like 'many%'") == 25
    assert scalar(world.desktop, "select count() from notes where flds like 'only%'") == 1


def test_a_download_from_the_other_server_keeps_what_phones_did(linked: World) -> None:
    second = linked.second_desktop()
    new = add_note(linked.phone, "of the phone")
    edit(linked.phone, some_note(linked.phone), "edited on the phone", at=at(10))
    linked.phone.sync()
    linked.merge()  # waits in the desktop
    theirs = add_note(second, "of the other desktop")
    second.sync()
    linked.desktop.download()
    assert not has_note(linked.desktop, new)
    outcome = linked.merge()
    assert outcome.question is not None
    assert outcome.question.kind is QuestionKind.COLLECTION_REPLACED
    assert outcome.question.waiting
    assert not linked.merge(Answer.BOTH).new_schema
    linked.converge()
    assert has_note(linked.desktop, new)
    assert has_note(linked.phone, theirs)
    assert front(linked.desktop, some_note(linked.desktop)) == "edited on the phone"


def test_a_deliberate_download_drops_pending_changes(linked: World) -> None:
    new = add_note(linked.phone, "of the phone")
    linked.phone.sync()
    linked.merge()
    linked.desktop.download()
    outcome = linked.merge(Answer.COLLECTION)
    assert outcome.backups
    assert not has_note(linked.desktop, new)
    linked.converge()
    assert not has_note(linked.phone, new)


def test_a_deleted_deck_that_a_download_brings_back_is_newer_than_a_phones(linked: World) -> None:
    deck = linked.desktop.col.decks.id("Brought back")
    run(linked.desktop, "update decks set mtime_secs = ? where id = ?", at(-90), deck)
    linked.merge()
    linked.desktop.sync()
    linked.phone.sync()
    described = linked.phone.col.decks.get(deck)  # type: ignore[arg-type]
    assert described is not None
    described["desc"] = "newer"
    linked.phone.col.decks.update_dict(described)
    run(linked.phone, "update decks set mtime_secs = ? where id = ?", at(-5), deck)
    linked.phone.sync()
    linked.merge()
    linked.desktop.col.decks.remove([deck])  # type: ignore[list-item]
    linked.into_store()
    linked.desktop.download()
    linked.merge(Answer.BOTH)
    linked.converge()
    names = {each.name for each in linked.phone.col.decks.all_names_and_ids()}
    assert "Brought back" in names


def copies(client: Client) -> Any:
    """Copy the collection; gives what puts the copy back."""
    copy = copy_of(client)

    def put_back() -> None:
        client.close()
        shutil.copyfile(copy, client.path)
        client.reopen()

    return put_back


def test_an_older_copy_of_the_desktop_is_united_with_what_came_since(linked: World) -> None:
    note = some_note(linked.desktop)
    put_back = copies(linked.desktop)
    edit(linked.desktop, note, "since then, of the desktop", at=at(5))
    new = add_note(linked.phone, "since then, of the phone")
    linked.phone.sync()
    linked.sync_all()
    put_back()
    outcome = linked.merge()
    assert outcome.compared
    assert outcome.question is None
    assert front(linked.desktop, note) == "since then, of the desktop"
    assert has_note(linked.desktop, new)
    linked.converge()


def test_an_older_copy_of_a_synced_desktop_is_united(linked: World) -> None:
    put_back = copies(linked.desktop)
    new = add_note(linked.desktop, "since then")
    linked.converge()
    put_back()
    linked.converge()
    assert has_note(linked.desktop, new)


def test_an_older_copy_of_the_store_is_repaired(world: World) -> None:
    path = world.folder.collection
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    note = some_note(world.desktop)
    edit(world.desktop, note, "since then", at=at(3))
    new = add_note(world.phone, "of the phone, since then")
    world.phone.sync()
    world.sync_all()
    shutil.copyfile(copy, path)
    outcome = world.merge()
    assert outcome.compared
    assert not outcome.new_schema
    edit(world.desktop, note, "and later", at=at(6))
    world.converge()
    assert front(world.phone, note) == "and later"
    assert has_note(world.desktop, new)


@pytest.mark.parametrize("sent", [True, False])
def test_counts_that_differ_are_repaired_by_the_next_merge(world: World, sent: bool) -> None:
    # an add-on deletes by SQL, and notes no grave
    victim = some_note(world.desktop)
    if sent:
        run(world.desktop, "update notes set usn = 0")
    run(world.desktop, "delete from cards where nid = ?", victim)
    run(world.desktop, "delete from notes where id = ?", victim)
    edit(world.desktop, world.desktop.col.find_notes("front")[0], "noticed")
    world.sync_all()
    world.assert_same()
