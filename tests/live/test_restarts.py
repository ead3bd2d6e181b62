"""The server goes away in the middle of a sync, politely or by kill -9, and comes back."""

from __future__ import annotations

import pytest
from anki.errors import AnkiException

from .clients import Choice, Outcome
from .conftest import Converge, Device, Pair
from .content import add_note, edit, fill, front, review, some_note
from .proxy import Relay
from .servers import Server, User
from .snapshot import media
from .test_bad_requests import GOOD
from .wire_session import WireSession

HARD = pytest.mark.parametrize("hard", [False, True], ids=["stopped", "kill -9"])


@HARD
@pytest.mark.parametrize("held", ["applyChanges", "chunk", "applyChunk", "sanityCheck2", "finish"])
def test_a_sync_cut_off_by_a_restart_is_done_by_the_next_one(
    pair: Pair, relay: Relay, server: Server, converge: Converge, held: str, hard: bool
) -> None:
    one, other = pair
    edit(other, some_note(other), "of the other")
    assert other.sync() is Outcome.NO_CHANGES
    id = add_note(one, "sent twice")
    review(one, 1)
    one.go_through(relay.url)
    hold = relay.hold(held)
    syncing = one.sync_in_background()
    hold.wait_until_reached()
    server.restart(hard=hard)
    hold.release()
    with pytest.raises(AnkiException):
        syncing.result()
    one.go_through(server.url)
    converge(one, other)
    assert front(other, id) == "sent twice"


@HARD
def test_a_half_finished_session_is_409_after_a_restart_and_leaves_nothing(
    pair: Pair, server: Server, user: User, converge: Converge, hard: bool
) -> None:
    one, other = pair
    session = WireSession(server, user)
    session.start()
    assert session.changes(tags=["half"])[0] == 200
    server.restart(hard=hard)
    for method, request in GOOD.items():
        assert session.wire.call(method, request)[0] == 409, method
    add_note(one, "afterwards")
    converge(one, other)
    assert "half" not in other.col.tags.all()
    session.start()  # with the key from before


@HARD
def test_a_restart_between_two_syncs_goes_unnoticed(
    pair: Pair, server: Server, converge: Converge, hard: bool
) -> None:
    one, other = pair
    add_note(one, "before")
    (one.media / "a.png").write_bytes(b"a")
    assert one.sync() is Outcome.NO_CHANGES
    server.restart(hard=hard)
    add_note(other, "after")
    converge(one, other)
    assert set(media(other.media)) == {"a.png"}


@HARD
def test_what_finish_or_upload_confirmed_survives_an_immediate_restart(
    device: Device, server: Server, converge: Converge, hard: bool
) -> None:
    one = device("one")
    fill(one)
    assert one.sync() is Outcome.FULL_UPLOAD
    server.restart(hard=hard)
    other = device("other")
    assert other.sync() is Outcome.FULL_DOWNLOAD
    edit(other, some_note(other), "confirmed")
    assert other.sync() is Outcome.NO_CHANGES
    server.restart(hard=hard)
    assert one.sync() is Outcome.NO_CHANGES
    assert front(one, some_note(one)) == "confirmed"
    converge(one, other)


@HARD
def test_an_upload_cut_off_by_a_restart_leaves_the_collection_as_it_was(
    device: Device, pair: Pair, relay: Relay, server: Server, converge: Converge, hard: bool
) -> None:
    one, other = pair
    one.col.mod_schema(check=False)
    add_note(one, "of the upload")
    one.go_through(relay.url)
    hold = relay.hold("upload")
    syncing = one.sync_in_background(Choice.UPLOAD)
    hold.wait_until_reached()
    server.restart(hard=hard)
    relay.lose_requests("upload")
    hold.release()
    with pytest.raises(AnkiException):
        syncing.result()
    other.sync()
    newcomer = device("a third")
    assert newcomer.sync() is Outcome.FULL_DOWNLOAD
    assert newcomer.col.note_count() == other.col.note_count()
    converge(other, newcomer)


def test_an_unreachable_server_is_an_error_and_changes_nothing(
    pair: Pair, server: Server, converge: Converge
) -> None:
    one, other = pair
    id = add_note(one, "while the server was away")
    server.stop()
    try:
        with pytest.raises(AnkiException):
            one.sync()
    finally:
        server.start()
    converge(one, other)
    assert front(other, id) == "while the server was away"
