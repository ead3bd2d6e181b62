"""The weekly comparison that only reports."""

from __future__ import annotations

from addon.bridge import Bridge
from tests.live.content import add_note, run, some_note

from .world import World

WEEK = 7 * 24 * 3600.0


def test_both_sides_are_compared_once_a_week_and_nothing_is_changed(world: World) -> None:
    world.sync_all()
    now = 2e9
    bridge = Bridge(world.folder, clock=lambda: now)
    assert bridge.examine(world.desktop.col) == {}
    assert bridge.examine(world.desktop.col) is None, "too soon"
    now += WEEK
    # as an add-on does that forgets to mark what it writes
    run(world.desktop, "update notes set flds = 'other' where id = ?", some_note(world.desktop))
    before = world.folder.collection.read_bytes()
    assert bridge.examine(world.desktop.col) == {"notes": 1}
    assert world.folder.collection.read_bytes() == before


def test_pending_changes_are_not_reported_as_differences(world: World) -> None:
    world.sync_all()
    add_note(world.desktop, "not yet in the store")
    assert Bridge(world.folder, clock=lambda: 2e9).examine(world.desktop.col) is None
    world.merge()
    add_note(world.phone, "not yet in the desktop")
    world.phone.sync()
    assert Bridge(world.folder, clock=lambda: 2e9).examine(world.desktop.col) is None


def test_another_collection_is_not_compared(fresh: World) -> None:
    assert fresh.bridge.examine(fresh.desktop.col) is None
