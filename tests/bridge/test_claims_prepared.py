"""A merge whose reading and deciding was done ahead, or while the collection changed."""

from __future__ import annotations

import threading

import pytest

from addon.bridge import Answer, Outcome, Prepared, QuestionKind
from addon.bridge.run import Run

from ..live.content import add_note, edit, front, review, run, scalar, some_note
from .test_claims import at, undo
from .test_claims_schema import add_field
from .world import World


def prepare(world: World) -> Prepared:
    """Prepare a merge in another thread, as Anki does."""
    made: list[Prepared | None] = []
    thread = threading.Thread(target=lambda: made.append(world.bridge.prepare(world.desktop.col)))
    thread.start()
    thread.join()
    (prepared,) = made
    assert prepared is not None
    return prepared


def merge(world: World, prepared: Prepared) -> Outcome:
    return world.bridge.merge(world.desktop.col, prepared=prepared)


def test_a_prepared_merge_reads_nothing_more(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    review(world.phone, 3)
    note = add_note(world.phone, "of the phone", to="Phone::Deck")
    world.phone.sync()
    mine = add_note(world.desktop, "of the desktop")
    prepared = prepare(world)
    with monkeypatch.context() as patch:
        patch.delattr(Run, "decide")
        outcome = merge(world, prepared)
    assert outcome.to_collection.reviews == 3
    assert outcome.to_store.notes == 1
    assert front(world.desktop, note) == "of the phone"
    world.converge()
    assert front(world.phone, mine) == "of the desktop"


def test_preparing_writes_nothing(world: World) -> None:
    review(world.phone, 3)
    world.phone.sync()
    edit(world.desktop, some_note(world.desktop), "from the desktop")
    before = world.desktop.col.undo_status().undo, scalar(world.desktop, "select mod from col")
    store = world.folder.collection.read_bytes()
    state = world.folder.bridge.read_bytes()
    prepare(world)
    assert world.folder.collection.read_bytes() == store
    assert world.folder.bridge.read_bytes() == state
    now = world.desktop.col.undo_status().undo, scalar(world.desktop, "select mod from col")
    assert now == before


def test_a_change_of_the_desktop_since_is_not_overwritten(world: World) -> None:
    note = some_note(world.desktop)
    edit(world.phone, note, "from the phone", at=at(-5))
    world.phone.sync()
    prepared = prepare(world)
    edit(world.desktop, note, "from the desktop")
    assert merge(world, prepared) is not prepared.outcome
    world.converge()
    assert front(world.phone, note) == "from the desktop"


def test_an_undo_since_is_noticed(world: World) -> None:
    note = some_note(world.desktop)
    original = front(world.desktop, note)
    edit(world.desktop, note, "from the desktop")
    review(world.phone, 1)
    world.phone.sync()
    prepared = prepare(world)
    undo(world.desktop)
    assert merge(world, prepared) is not prepared.outcome
    world.converge()
    assert front(world.phone, note) == original


def test_sql_of_another_add_on_since_is_not_overwritten(world: World) -> None:
    """It may leave the collection's own time of change as it was."""
    note = some_note(world.desktop)
    edit(world.phone, note, "from the phone", at=at(-5))
    world.phone.sync()
    prepared = prepare(world)
    by_sql = "update notes set flds = 'by SQL' || char(31), mod = ?, usn = -1 where id = ?"
    run(world.desktop, by_sql, at(0), note)
    assert merge(world, prepared) is not prepared.outcome
    world.sync_all()
    assert front(world.phone, note) == "by SQL"


@pytest.mark.parametrize("beginning", [100, 16], ids=["all of its header", "a part"])
def test_a_state_that_was_damaged_since_is_not_written_to(world: World, beginning: int) -> None:
    edit(world.desktop, some_note(world.desktop), "pending")
    world.converge()
    note = add_note(world.phone, "of the phone")
    world.phone.sync()
    prepared = prepare(world)
    with world.folder.bridge.open("r+b") as file:
        file.write(b"?" * beginning)
    assert merge(world, prepared) is not prepared.outcome
    world.merge(Answer.BOTH)
    assert front(world.desktop, note) == "of the phone"
    world.converge()


def test_a_sync_of_a_phone_since_is_not_missed(world: World) -> None:
    add_note(world.phone, "first")
    world.phone.sync()
    prepared = prepare(world)
    note = add_note(world.phone, "second")
    world.phone.sync()
    assert merge(world, prepared).to_collection.notes == 2
    assert front(world.desktop, note) == "second"
    world.converge()


def test_a_collection_opened_again_since_is_read_again(world: World) -> None:
    add_note(world.phone, "of the phone")
    world.phone.sync()
    prepared = prepare(world)
    world.desktop.reopen()
    assert merge(world, prepared) is not prepared.outcome
    world.converge()


def test_nothing_to_do_is_prepared_too(world: World) -> None:
    prepared = prepare(world)
    assert prepared.size == 0
    assert not merge(world, prepared).to_collection
    world.assert_same()


def test_a_full_comparison_is_prepared(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    add_note(world.phone, "of the phone")
    world.phone.sync()
    assert not world.bridge.must_compare(world.desktop.col)
    run(world.desktop, "update col set scm = scm + 1, mod = mod + 1")  # as Check Database does
    assert world.bridge.must_compare(world.desktop.col)
    prepared = prepare(world)
    with monkeypatch.context() as patch:
        patch.delattr(Run, "decide")
        assert merge(world, prepared).compared
    assert not world.bridge.must_compare(world.desktop.col)
    world.converge()


def test_a_backup_of_the_collection_does_not_undo_the_preparation(world: World) -> None:
    """Copying the file ends Anki's undo history, which otherwise shows a change."""
    notes = [add_note(world.phone, f"of the phone {number}") for number in range(3)]
    world.phone.sync()
    world.merge()
    edit(world.desktop, notes[0], "can be undone")
    world.phone.col.remove_notes(notes[1:])
    world.phone.sync()
    run(world.desktop, "update col set scm = scm + 1, mod = mod + 1")
    prepared = prepare(world)
    outcome = merge(world, prepared)
    assert outcome is prepared.outcome
    assert [path.name.split("-")[0] for path in outcome.backups] == ["desktop"]
    world.converge()


def test_a_question_is_prepared_too(world: World) -> None:
    add_field(world.phone, "Of the phone")
    world.phone.upload()
    add_field(world.desktop, "Of the desktop")
    prepared = prepare(world)
    question = merge(world, prepared).question
    assert question is not None
    assert question.kind is QuestionKind.BOTH_SCHEMAS
    world.merge(Answer.STORE)
    world.converge()


def test_an_edit_made_while_nothing_is_found_is_found_next_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anki's main thread goes on while a server's thread reads the collection."""
    note = some_note(world.desktop)
    find = Run.merge

    def find_and_miss_an_edit(self: Run) -> Outcome:
        outcome = find(self)
        edit(world.desktop, note, "edited meanwhile")
        return outcome

    with monkeypatch.context() as patch:
        patch.setattr(Run, "merge", find_and_miss_an_edit)
        assert not world.into_store().to_store
    assert world.into_store().to_store.notes == 1
