"""The server acts on a request but the client never hears of it: the next sync repairs it.

Phones sleep and networks drop, so this is an ordinary day: nothing may be lost, and nobody may
be asked to choose a side.
"""

from __future__ import annotations

import pytest
from anki.errors import AnkiException

from .clients import Client, Outcome
from .conftest import Converge, Device, Pair
from .content import add_note, deck, edit, fill, front, review, scalar, some_note
from .proxy import Relay
from .servers import Server
from .snapshot import assert_same

METHODS = [
    "meta",
    "start",
    "applyGraves",
    "applyChanges",
    "chunk",
    "applyChunk",
    "sanityCheck2",
    "finish",
]


def change_both(one: Client, other: Client) -> dict[str, int]:
    """Changes of every kind on both sides; what must be there (or gone) in the end."""
    notes = sorted(one.col.find_notes("deck:Default"))
    edit(one, notes[0], "edited by one")
    edit(other, notes[1], "edited by the other")
    one.col.remove_notes([notes[2]])
    other.col.remove_notes([notes[3]])
    added = {
        "one": add_note(one, "added by one", to="Deck of one", tags=["one"]),
        "other": add_note(other, "added by the other", to="Deck of the other", tags=["other"]),
    }
    review(one, 1, "Sprache::Ä")
    review(other, 1, "Other")
    return {"edited one": notes[0], "edited other": notes[1], "gone": notes[2], **added}


def sync_in_vain(client: Client, relay: Relay, server: Server) -> None:
    """Sync through the relay, which loses one message, and go the direct way again."""
    before = relay.lost
    client.go_through(relay.url)
    with pytest.raises(AnkiException):
        client.sync()
    assert relay.lost == before + 1
    client.go_through(server.url)


def assert_nothing_lost(client: Client, made: dict[str, int], reviews: int) -> None:
    texts = {id: front(client, id) for id in client.col.find_notes("")}
    assert texts[made["edited one"]] == "edited by one"  # type: ignore[index]
    assert texts[made["edited other"]] == "edited by the other"  # type: ignore[index]
    assert texts[made["one"]] == "added by one"  # type: ignore[index]
    assert texts[made["other"]] == "added by the other"  # type: ignore[index]
    assert made["gone"] not in texts
    assert scalar(client, "select count() from revlog") == reviews + 2


@pytest.mark.parametrize("abort_arrives", [True, False], ids=["abort arrives", "silence"])
@pytest.mark.parametrize("lost", METHODS)
def test_a_sync_that_lost_an_answer_loses_nothing_else(
    pair: Pair,
    relay: Relay,
    server: Server,
    converge: Converge,
    lost: str,
    abort_arrives: bool,
) -> None:
    one, other = pair
    reviews = scalar(one, "select count() from revlog")
    made = change_both(one, other)
    assert other.sync() is Outcome.NO_CHANGES
    relay.lose_answer(lost)
    if not abort_arrives:
        relay.lose_requests("abort")
    sync_in_vain(one, relay, server)
    converge(one, other)
    assert_nothing_lost(one, made, reviews)


@pytest.mark.parametrize("lost", METHODS)
def test_the_other_device_may_sync_before_the_one_that_lost_an_answer(
    pair: Pair, relay: Relay, server: Server, converge: Converge, lost: str
) -> None:
    one, other = pair
    reviews = scalar(one, "select count() from revlog")
    made = change_both(one, other)
    relay.lose_answer(lost)
    relay.lose_requests("abort")
    sync_in_vain(one, relay, server)
    assert other.sync() is Outcome.NO_CHANGES
    converge(one, other)
    assert_nothing_lost(other, made, reviews)


def test_a_long_sync_cut_off_between_chunks_loses_nothing(
    pair: Pair, relay: Relay, server: Server, converge: Converge
) -> None:
    one, other = pair
    for number in range(400):
        add_note(one, f"note {number}")
    relay.lose_answer("applyChunk", nth=2)
    relay.lose_requests("abort")
    sync_in_vain(one, relay, server)
    assert other.sync() is Outcome.NO_CHANGES
    assert other.col.note_count() < one.col.note_count()
    converge(one, other)


def edit_while_finish_is_lost(client: Client, relay: Relay, server: Server, gap: int) -> None:
    """Three edits of one note, `gap` seconds apart, each sent by a sync without an end."""
    moment = scalar(client, "select max(mod) from notes") + 60
    for number in range(3):
        edit(client, some_note(client), f"edit {number}", at=moment + gap * number)
        relay.lose_answer("finish")
        sync_in_vain(client, relay, server)


def test_a_note_edited_after_each_lost_finish_arrives_in_its_latest_state(
    pair: Pair, relay: Relay, server: Server, converge: Converge
) -> None:
    one, other = pair
    edit_while_finish_is_lost(one, relay, server, gap=1)
    converge(one, other)
    assert front(other, some_note(other)) == "edit 2"


@pytest.mark.better("rule 10: Anki's server keeps the first of several edits of one second")
def test_lost_finish_converges_with_same_second_edits(
    pair: Pair, relay: Relay, server: Server, converge: Converge, ours: bool
) -> None:
    one, other = pair
    edit_while_finish_is_lost(one, relay, server, gap=0)
    if ours:
        converge(one, other)
        assert front(other, some_note(other)) == "edit 2"
    else:
        for client in (one, other, one, other):
            assert client.sync() is Outcome.NO_CHANGES
        assert front(one, some_note(one)) == "edit 2"
        assert front(other, some_note(other)) == "edit 0"


def test_a_lost_answer_to_an_upload_loses_nothing(
    device: Device, relay: Relay, server: Server, converge: Converge
) -> None:
    one = device("one")
    fill(one)
    relay.lose_answer("upload")
    sync_in_vain(one, relay, server)
    # The server holds this very collection: there is nothing to ask.
    assert one.sync() is Outcome.NO_CHANGES
    other = device("other")
    assert other.sync() is Outcome.FULL_DOWNLOAD
    assert_same(one, other)
    converge(one, other)


def test_a_lost_answer_to_a_download_loses_nothing(
    pair: Pair, device: Device, relay: Relay, server: Server, converge: Converge
) -> None:
    late = device("late")
    relay.lose_answer("download")
    sync_in_vain(late, relay, server)
    assert late.sync() is Outcome.FULL_DOWNLOAD
    converge(*pair, late)


def test_a_lost_answer_to_a_login_leaves_a_working_login(
    device: Device, relay: Relay, pair: Pair
) -> None:
    late = device("late")
    relay.lose_answer("hostKey")
    key = late.auth.hkey
    with pytest.raises(AnkiException):
        late.col.sync_login("user", "password", relay.url)
    assert relay.lost == 1
    # The key from before is still good.
    assert late.auth.hkey == key
    assert late.sync() is Outcome.FULL_DOWNLOAD
    assert_same(pair[0], late)


@pytest.mark.parametrize("lost", METHODS)
def test_a_request_that_never_arrives_loses_nothing(
    pair: Pair, relay: Relay, server: Server, converge: Converge, lost: str
) -> None:
    one, other = pair
    reviews = scalar(one, "select count() from revlog")
    made = change_both(one, other)
    relay.lose_requests(lost)
    sync_in_vain(one, relay, server)
    converge(one, other)
    assert_nothing_lost(one, made, reviews)
    assert deck(other, "Deck of one")
