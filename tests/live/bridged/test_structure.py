"""Note types that have other fields or templates on the phone than in the store."""

from __future__ import annotations

import time

import pytest
from anki.notes import NoteId

from addon.bridge import Answer, Bridge, QuestionKind
from addon.server.events import Placed

from ..clients import Choice, Client, Outcome, UnexpectedOneWay
from ..content import add_note, edit, note_type, scalar, some_note
from ..snapshot import assert_same
from .world import World, cards_of, has, settled


def add_field(client: Client, name: str) -> None:
    basic = note_type(client, "Basic")
    client.col.models.add_field(basic, client.col.models.new_field(name))
    client.col.models.update_dict(basic)


def fill_field(client: Client, id: int, number: int, text: str, later: int = 0) -> None:
    note = client.col.get_note(id)  # type: ignore[arg-type]
    note.fields[number] = text
    client.col.update_note(note)
    assert client.col.db
    client.col.db.execute("update notes set mod = ? where id = ?", int(time.time()) + later, id)


def fields(client: Client, id: int) -> list[str]:
    return str(scalar(client, "select flds from notes where id = ?", id)).split("\x1f")


def type_name(client: Client, id: int) -> str:
    kind = client.col.get_note(id).note_type()  # type: ignore[arg-type]
    assert kind is not None
    return str(kind["name"])


def downloaded(world: World, phone: Client) -> Client:
    """Download on the phone, which is asked once more; return a device with what the store has."""
    with pytest.raises(UnexpectedOneWay):
        phone.sync()
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    assert phone.sync() is Outcome.NO_CHANGES
    store = world.newcomer()
    assert_same(phone, store)
    return store


def test_notes_with_a_field_of_the_phones_own_go_to_a_copy_of_its_note_type(
    world: World,
) -> None:
    phone = world.phone()
    world.pair()
    note = some_note(phone)
    add_field(phone, "Mine")
    fill_field(phone, note, 2, "mine", later=5)
    added = add_note(phone, "new")
    fill_field(phone, added, 2, "mine too")
    world.log_in(phone)
    assert world.upload(phone) is Placed.UNITED_BUT_FOR_STRUCTURE
    assert list(world.folder.backups.glob("upload-*.anki2"))
    store = downloaded(world, phone)
    assert [f["name"] for f in note_type(store, "Basic")["flds"]] == ["Front", "Back"]
    assert (type_name(store, note), fields(store, note)[2]) == ("Basic+", "mine")
    assert (type_name(store, added), fields(store, added)[2]) == ("Basic+", "mine too")
    assert cards_of(store, note) == 1


def test_a_second_upload_makes_no_second_copy(world: World) -> None:
    phone = world.phone()
    world.pair()
    add_field(phone, "Mine")
    added = add_note(phone, "new")
    world.log_in(phone)
    assert world.upload(phone) is Placed.UNITED_BUT_FOR_STRUCTURE
    fill_field(phone, added, 2, "again", later=5)
    assert world.upload(phone) is Placed.UNITED_BUT_FOR_STRUCTURE
    store = downloaded(world, phone)
    names = [n.name for n in store.col.models.all_names_and_ids() if n.name.startswith("Basic+")]
    assert names == ["Basic+"]
    assert fields(store, added)[2] == "again"


def test_a_field_that_the_desktop_added_keeps_what_it_holds(world: World) -> None:
    phone = world.phone()
    note = some_note(phone)
    add_field(world.desktop, "Desktop's")
    fill_field(world.desktop, note, 2, "from the desktop")
    world.pair()
    edit(phone, note, "edited on the phone", at=int(time.time()) + 5)
    added = add_note(phone, "new")
    world.log_in(phone)
    assert world.upload(phone) is Placed.UNITED_BUT_FOR_STRUCTURE
    store = downloaded(world, phone)
    assert fields(store, note) == ["edited on the phone", "back 0", "from the desktop"]
    assert type_name(store, note) == "Basic"
    assert fields(store, added) == ["new", "", ""]


def change_type(client: Client, id: int, to: str) -> None:
    old = client.col.get_note(id).note_type()  # type: ignore[arg-type]
    assert old is not None
    request = client.col.models.change_notetype_info(
        old_notetype_id=old["id"], new_notetype_id=note_type(client, to)["id"]
    ).input
    request.note_ids.append(id)
    client.col.models.change_notetype_of_notes(request)


def set_mod(client: Client, id: int, later: int) -> None:
    assert client.col.db
    client.col.db.execute("update notes set mod = ? where id = ?", int(time.time()) + later, id)


@pytest.mark.parametrize("later", ["desktop", "phone"])
def test_a_note_of_another_type_brings_its_own_cards(world: World, later: str) -> None:
    phone = world.phone()
    note = scalar(phone, "select id from notes where flds like 'both ways%'")
    change_type(world.desktop, note, "Basic")
    set_mod(world.desktop, note, 5)
    world.pair()
    edit(phone, note, "edited", at=int(time.time()) + (10 if later == "phone" else 1))
    world.log_in(phone)
    assert world.upload(phone) is Placed.UNITED
    store = settled(world, phone)
    # the second card has a grave here: that wins, whatever note type the note ends with
    wanted = {"desktop": ("Basic", 1), "phone": ("Basic (and reversed card)", 1)}[later]
    assert has(store, note)
    assert (type_name(store, note), cards_of(store, note)) == wanted


@pytest.fixture
def both(world: World) -> tuple[Client, NoteId, NoteId]:
    """Give a phone in step a field of its own and a note, the desktop likewise; the desktop's are
    in the store when the phone comes and uploads."""
    phone = world.phone()
    world.pair()
    world.log_in(phone)
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    add_field(world.desktop, "Of the desktop")
    ours = add_note(world.desktop, "ours")
    world.bridge()
    add_field(phone, "Of the phone")
    theirs = add_note(phone, "theirs")
    fill_field(phone, theirs, 2, "in its field")
    assert world.upload(phone) is Placed.UNITED_BUT_FOR_STRUCTURE
    return phone, ours, theirs


def field_names(client: Client) -> list[str]:
    return [field["name"] for field in note_type(client, "Basic")["flds"]]


def asked(world: World) -> Bridge:
    """Return the bridge, which has merged everything and asks whose note types to keep."""
    bridge = Bridge(world.folder)
    for _ in range(2):
        outcome = bridge.merge(world.desktop.col)
        assert outcome.question is not None
        assert outcome.question.kind is QuestionKind.BOTH_SCHEMAS
        assert outcome.question.store.notes
    return bridge


def test_whose_structure_to_keep_is_asked_and_the_phones_may_win(
    world: World, both: tuple[Client, NoteId, NoteId]
) -> None:
    phone, ours, theirs = both
    outcome = asked(world).merge(world.desktop.col, Answer.STORE)
    assert outcome.new_schema == {"collection"}
    assert outcome.backups
    world.bridge()
    assert field_names(world.desktop) == ["Front", "Back", "Of the phone"]
    assert has(world.desktop, ours)
    assert fields(world.desktop, theirs) == ["theirs", "", "in its field"]
    store = settled(world, phone)
    assert has(store, ours)
    assert field_names(store) == ["Front", "Back", "Of the phone"]
    for client in (world.desktop, phone, store):
        assert client.col.models.by_name("Basic+") is None, "the copy is empty again"


def test_a_phone_that_has_not_heard_of_the_desktops_field_raises_no_question(
    world: World,
) -> None:
    """It changed only the style, and was told to upload or download."""
    phone = world.phone()
    world.pair()
    world.log_in(phone)
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    add_field(world.desktop, "Of the desktop")
    world.bridge()
    basic = note_type(phone, "Basic")
    basic["css"] = "of the phone"
    phone.col.models.update_dict(basic)
    phone.col.mod_schema(check=False)
    theirs = add_note(phone, "theirs")
    assert world.upload(phone) is Placed.UNITED_BUT_FOR_STRUCTURE
    world.bridge()
    assert world.folder.other_structure is None
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    store = settled(world, phone)
    assert fields(store, theirs) == ["theirs", "", ""]
    assert type_name(store, theirs) == "Basic"
    assert field_names(store) == field_names(world.desktop) == ["Front", "Back", "Of the desktop"]


def test_a_copy_with_notes_of_its_own_stays(
    world: World, both: tuple[Client, NoteId, NoteId]
) -> None:
    phone, _ours, theirs = both
    bridge = asked(world)
    added = add_note(world.desktop, "added to the copy", type="Basic+")
    bridge.merge(world.desktop.col, Answer.STORE)
    world.bridge()
    store = settled(world, phone)
    assert type_name(store, added) == "Basic+"
    assert type_name(store, theirs) == "Basic"


def test_whose_structure_to_keep_is_asked_and_the_desktops_may_win(
    world: World, both: tuple[Client, NoteId, NoteId]
) -> None:
    phone, ours, theirs = both
    asked(world).merge(world.desktop.col, Answer.COLLECTION)
    world.bridge()
    assert field_names(world.desktop) == ["Front", "Back", "Of the desktop"]
    store = downloaded(world, phone)
    assert has(store, ours)
    assert (type_name(store, theirs), fields(store, theirs)[2]) == ("Basic+", "in its field")


def test_a_phone_that_did_not_change_the_structure_leaves_nothing_to_ask(world: World) -> None:
    phone = world.phone()
    world.pair()
    world.log_in(phone)
    assert phone.sync(Choice.DOWNLOAD) is Outcome.FULL_SYNC
    phone.col.set_config("something", "new")
    assert phone.sync() is Outcome.NO_CHANGES
    add_field(world.desktop, "Of the desktop")
    world.bridge()
    mine = add_note(phone, "mine")
    world.upload(phone)
    world.bridge()
    assert has(world.desktop, mine)
