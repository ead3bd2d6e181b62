"""The desktop's collection is another file than before: a backup, a download, or a new one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from addon.bridge import Answer, QuestionKind
from tests.live.clients import Choice, Client
from tests.live.content import add_note, edit, fill, front, scalar, some_note
from tests.live.servers import AnkiServer

from .test_claims import at, has_note
from .world import World, copy_of


def backup(desktop: Client) -> Callable[[], None]:
    """Keep a copy of the collection; the returned function puts it back as Anki does."""
    copy = copy_of(desktop)

    def restore() -> None:
        desktop.close()
        copy.replace(desktop.path)
        desktop.reopen()
        desktop.col.mod_schema(check=False)

    return restore


def begin_anew(desktop: Client) -> None:
    """Move the collection away, as Anki does when a profile is deleted, and open a new one."""
    desktop.close()
    desktop.path.rename(desktop.path.with_name("in the trash"))
    desktop.reopen()


def assert_is_asked(world: World, lacking: int) -> None:
    """Assert that the person is asked, with the number of cards that would go."""
    before = scalar(world.desktop, "select count() from cards")
    outcome = world.merge()
    assert outcome.question is not None
    assert outcome.question.kind is QuestionKind.COLLECTION_REPLACED
    assert outcome.question.only_store >= lacking
    assert outcome.question.waiting >= lacking
    assert scalar(world.desktop, "select count() from cards") == before


def test_a_backup_from_before_the_last_sync_raises_a_question(linked: World) -> None:
    linked.converge()
    restore = backup(linked.desktop)
    new = [add_note(linked.phone, f"since then {number}") for number in range(30)]
    linked.phone.sync()
    linked.converge()
    restore()
    assert_is_asked(linked, 30)
    outcome = linked.merge(Answer.BOTH)
    assert all(has_note(linked.desktop, note) for note in new)
    assert not outcome.new_schema


def test_what_a_small_backup_overwrites_in_the_store_is_backed_up(linked: World) -> None:
    linked.converge()
    restore = backup(linked.desktop)
    note = some_note(linked.phone)
    edit(linked.phone, note, "edited since then", at=at(5))
    linked.phone.sync()
    linked.converge()
    restore()
    outcome = linked.merge()
    assert outcome.question is None
    linked.phone.sync()
    assert front(linked.phone, note) != "edited since then"
    assert outcome.backups


@pytest.mark.parametrize("stamped", [False, True])
def test_a_new_collection_raises_a_question(world: World, stamped: bool) -> None:
    cards = scalar(world.phone, "select count() from cards")
    if stamped:
        assert world.bridge.stamp(world.desktop.col, least=0)
    world.converge()
    begin_anew(world.desktop)
    assert_is_asked(world, cards)
    assert world.merge(Answer.COLLECTION).backups


def test_a_new_collection_with_the_inode_number_of_the_old_one_raises_a_question(
    world: World,
) -> None:
    """ext4 gives a new file the number of one that was just deleted."""
    for number in range(30):
        add_note(world.phone, f"to be kept {number}")
    world.phone.sync()
    world.converge()
    new = Client(world.root / "new")
    add_note(new, "only here")
    new.close()
    world.desktop.close()
    number = world.desktop.path.stat().st_ino
    world.desktop.path.write_bytes(new.path.read_bytes())
    world.desktop.reopen()
    assert world.desktop.path.stat().st_ino == number
    assert_is_asked(world, 30)


def test_a_new_collection_beside_another_server_raises_a_question(linked: World) -> None:
    for number in range(30):
        add_note(linked.phone, f"to be kept {number}")
    linked.phone.sync()
    linked.converge()
    begin_anew(linked.desktop)
    assert_is_asked(linked, 30)


def test_an_account_that_was_reset_raises_a_question(linked: World) -> None:
    second = linked.second_desktop()
    for number in range(30):
        add_note(linked.phone, f"to be kept {number}")
    linked.phone.sync()
    linked.converge()
    second.col.remove_notes(second.col.find_notes("to be kept"))
    second.col.mod_schema(check=False)
    second.sync(Choice.UPLOAD)
    linked.desktop.sync(Choice.DOWNLOAD)
    assert_is_asked(linked, 30)


def test_an_account_of_somebody_else_raises_a_question_however_often_it_was_stamped(
    world: World, anki_server: AnkiServer
) -> None:
    for number in range(4):
        add_note(world.desktop, f"alone {number}")
        assert world.bridge.stamp(world.desktop.col, least=0)
        world.converge()
    user = anki_server.new_user()
    somebody = Client(world.root / "somebody else")
    fill(somebody)
    somebody.login(anki_server.url, user)
    somebody.sync(Choice.UPLOAD)
    somebody.close()
    cards = scalar(world.phone, "select count() from cards")
    world.desktop.login(anki_server.url, user)
    world.desktop.sync(Choice.DOWNLOAD)
    assert_is_asked(world, cards)


def test_the_side_that_an_answer_discards_is_backed_up_even_if_nothing_is_deleted(
    linked: World,
) -> None:
    linked.converge()
    note = some_note(linked.phone)
    edit(linked.phone, note, "on the phone", at=at(5))
    linked.phone.sync()
    linked.merge()
    linked.desktop.download()
    assert linked.merge().question is not None
    outcome = linked.merge(Answer.COLLECTION)
    assert front(linked.desktop, note) != "on the phone"
    assert outcome.backups
