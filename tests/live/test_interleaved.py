"""Devices whose syncs overlap in time."""

from __future__ import annotations

from contextlib import suppress

import pytest
from anki.errors import Interrupted, SyncError, SyncErrorKind

from .clients import Client, Outcome, UnexpectedOneWay
from .conftest import Converge, Device, Pair
from .content import add_note, flag, front, review, some_card
from .proxy import Relay
from .servers import Server
from .snapshot import differences, snapshot
from .test_both_ways import (
    Change,
    add_notes,
    change_deck_options,
    delete_a_note,
    describe_a_deck,
    edit_a_note,
    restyle_a_note_type,
    review_cards,
)


def flag_a_card(client: Client) -> None:
    flag(client, some_card(client), 4)


@pytest.mark.better("rule 1: Anki's server files such a change where the others never look")
@pytest.mark.parametrize(
    "change",
    [
        edit_a_note,
        flag_a_card,
        review_cards,
        describe_a_deck,
        change_deck_options,
        restyle_a_note_type,
        add_notes,
        delete_a_note,
    ],
    ids=lambda change: change.__name__,
)
def test_a_change_reaches_devices_that_synced_between_its_meta_and_start(
    device: Device,
    pair: Pair,
    relay: Relay,
    server: Server,
    converge: Converge,
    ours: bool,
    change: Change,
) -> None:
    slow, second = pair
    third = device("third")
    third.sync()
    change(slow)
    slow.go_through(relay.url)
    hold = relay.hold("start")
    syncing = slow.sync_in_background()
    hold.wait_until_reached()
    for client in (second, third):
        new = add_note(client, f"of the {client.name}")
        assert client.sync() is Outcome.NO_CHANGES
    hold.release()
    assert syncing.result() is Outcome.NO_CHANGES
    assert front(slow, new) == "of the third"
    slow.go_through(server.url)
    if ours or change is delete_a_note:
        converge(slow, second, third)
    elif change in {add_notes, review_cards, change_deck_options}:
        # the others lack a row or a preset: the sanity check sees it
        with pytest.raises(SyncError) as caught:
            second.sync()
        assert caught.value.kind is SyncErrorKind.OTHER
        with pytest.raises(UnexpectedOneWay):
            second.sync()
    else:
        for client in (second, third, slow, second, third):
            assert client.sync() is Outcome.NO_CHANGES
        assert differences(snapshot(slow), snapshot(second))


@pytest.mark.better("rule 18: asking for meta leaves the session of another device alone")
@pytest.mark.parametrize("held", ["applyChanges", "chunk", "applyChunk", "sanityCheck2", "finish"])
def test_a_sync_survives_another_device_that_merely_looks(
    pair: Pair, relay: Relay, converge: Converge, ours: bool, held: str
) -> None:
    slow, other = pair
    add_note(slow, "of the slow device")
    slow.go_through(relay.url)
    hold = relay.hold(held)
    syncing = slow.sync_in_background()
    hold.wait_until_reached()
    assert other.sync() is Outcome.NO_CHANGES  # nothing changed here: only `meta`
    hold.release()
    if ours:
        assert syncing.result() is Outcome.NO_CHANGES
    else:
        with pytest.raises(SyncError) as caught:
            syncing.result()
        assert caught.value.kind is SyncErrorKind.OTHER
    converge(slow, other)


@pytest.mark.parametrize("held", ["applyChanges", "chunk", "applyChunk", "sanityCheck2", "finish"])
def test_a_device_that_starts_a_sync_takes_over_and_both_get_in_step(
    pair: Pair, relay: Relay, converge: Converge, server: Server, held: str
) -> None:
    slow, other = pair
    id = add_note(slow, "of the slow device")
    review(slow, 1)
    new = add_note(other, "of the other")
    slow.go_through(relay.url)
    hold = relay.hold(held)
    syncing = slow.sync_in_background()
    hold.wait_until_reached()
    assert other.sync() is Outcome.NO_CHANGES
    hold.release()
    with pytest.raises(SyncError) as caught:
        syncing.result()
    assert caught.value.kind is SyncErrorKind.OTHER
    assert "Only one copy" in str(caught.value)
    slow.go_through(server.url)
    converge(slow, other)
    assert front(other, id) == "of the slow device"
    assert front(slow, new) == "of the other"


@pytest.mark.parametrize("held", ["start", "applyChanges", "chunk", "applyChunk", "finish"])
def test_a_sync_that_the_user_stops_midway_leaves_nothing_behind(
    pair: Pair, relay: Relay, converge: Converge, server: Server, held: str
) -> None:
    stopped, other = pair
    id = add_note(stopped, "sent by a sync that was stopped")
    stopped.go_through(relay.url)
    hold = relay.hold(held)
    syncing = stopped.sync_in_background()
    hold.wait_until_reached()
    stopped.col.abort_sync()
    with pytest.raises(Interrupted):
        syncing.result()
    hold.release()
    relay.wait_for("abort")
    stopped.go_through(server.url)
    converge(stopped, other)
    assert front(other, id) == "sent by a sync that was stopped"


def test_devices_that_sync_all_at_once_get_in_step_by_trying_again(
    device: Device, pair: Pair, converge: Converge
) -> None:
    clients = [*pair, device("third")]
    clients[2].sync()
    for number, client in enumerate(clients):
        for note in range(20):
            add_note(client, f"{number} {note}")
    running = [client.sync_in_background() for client in clients]
    for one in running:
        # whoever is overtaken is told that another device syncs, and tries again
        with suppress(SyncError):
            one.result()
    converge(*clients)
