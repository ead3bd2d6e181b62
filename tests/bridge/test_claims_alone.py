"""A desktop that syncs with no other server, and what happens when it joins an account later."""

from __future__ import annotations

import pytest

from addon.bridge import Answer, stamping
from addon.bridge.desktop import Desktop
from tests.live.clients import Choice, UnexpectedOneWay
from tests.live.content import add_note, edit, front, review, scalar, some_note
from tests.live.servers import AnkiServer
from tests.live.snapshot import pending

from .test_claims import at, has_note, remove
from .test_claims_crash import Interrupted
from .world import World


def stamp(world: World) -> bool:
    return world.bridge.stamp(world.desktop.col, least=0)


def test_pending_rows_are_stamped_and_phones_notice_nothing(world: World) -> None:
    add_note(world.desktop, "waits")
    assert stamp(world)
    assert not pending(world.desktop)
    world.converge()
    edit(world.desktop, some_note(world.desktop), "after that")
    edit(world.phone, add_note(world.phone, "x"), "of the phone")
    world.converge()
    assert stamp(world)
    world.converge()
    assert not pending(world.desktop)


def test_a_few_pending_rows_are_left_alone(world: World) -> None:
    add_note(world.desktop, "waits")
    assert not world.bridge.stamp(world.desktop.col)
    assert pending(world.desktop)


@pytest.mark.parametrize("cut", ["before", "after"])
def test_a_crash_while_stamping_loses_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    for time in range(2):  # the second time the schema stamp stays
        note = add_note(world.desktop, f"waits {time}")
        world.merge()
        with monkeypatch.context() as patch:

            def fail(*_arguments: object) -> None:
                raise Interrupted

            if cut == "before":
                patch.setattr(Desktop, "transact", fail)
            else:
                patch.setattr(stamping, "finish", once_then(fail))
            with pytest.raises(Interrupted):
                stamp(world)
        world.desktop.reopen()
        edit(world.desktop, note, "after the crash", at=at(3))
        world.converge()
        assert front(world.phone, note) == "after the crash"
        assert stamp(world)


def once_then(fail: object) -> object:
    """The first calls, at the start of each run, are as ever; that after the writing fails."""
    finish = stamping.finish

    def run(store: object, desktop: object) -> None:
        if store.state.get("next_scm") is not None:  # type: ignore[attr-defined]
            fail()  # type: ignore[operator]
        finish(store, desktop)  # type: ignore[arg-type]

    return run


def test_a_later_login_asks_and_an_empty_account_gets_all(
    world: World, anki_server: AnkiServer
) -> None:
    add_note(world.desktop, "long ago")
    review(world.desktop, 1)
    assert stamp(world)
    world.desktop.login(anki_server.url, anki_server.new_user())
    world.desktop.sync(Choice.UPLOAD)
    new = add_note(world.phone, "of the phone")
    world.phone.sync()
    assert not world.merge().new_schema
    world.converge()
    assert has_note(world.desktop, new)


def test_an_account_filled_by_somebody_else_raises_a_question(
    linked: World, anki_server: AnkiServer
) -> None:
    user = linked.account
    linked.desktop.sync()
    theirs = linked.second_desktop()
    # the profile is logged out for years
    long_ago = add_note(linked.desktop, "while logged out")
    assert stamp(linked)
    new = add_note(theirs, "meanwhile in the account")
    theirs.sync()
    linked.desktop.login(anki_server.url, user)
    with pytest.raises(UnexpectedOneWay):
        linked.desktop.sync()
    linked.desktop.sync(Choice.DOWNLOAD)
    outcome = linked.merge()
    assert outcome.question is not None
    assert outcome.question.only_store > 0
    linked.merge(Answer.BOTH)
    linked.converge()
    assert has_note(linked.desktop, long_ago)
    assert has_note(linked.phone, new)


def test_an_upload_into_an_old_account_unites(linked: World, anki_server: AnkiServer) -> None:
    note = some_note(linked.desktop)
    assert not pending(linked.desktop)
    deleted = linked.desktop.col.find_notes("front")[1]
    remove(linked.phone, deleted)
    linked.phone.sync()
    add_note(linked.desktop, "while logged out")
    assert stamp(linked)
    assert scalar(linked.desktop, "select count() from graves where usn = -1") == 0
    linked.desktop.login(anki_server.url, linked.account)
    linked.desktop.sync(Choice.UPLOAD)
    edit(linked.phone, note, "of the phone", at=at(3))
    linked.phone.sync()
    linked.converge()
    assert front(linked.desktop, note) == "of the phone"
    assert not has_note(linked.phone, deleted)
