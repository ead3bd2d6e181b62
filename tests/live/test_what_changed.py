"""What the activity list says that a sync of a real client changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.decks import DeckId

from addon.hosting import LanServer
from addon.server import activity
from addon.store.collection.change_log import ChangeLog
from tests.accounts import add_user

from .clients import Client, Outcome
from .conftest import in_step
from .content import add_note, deck, edit, review
from .servers import User

ANNA = User("anna", "secret")


@pytest.fixture
def server(lan_server: LanServer) -> LanServer:
    add_user(lan_server.accounts, ANNA.name, ANNA.password)
    return lan_server


@pytest.fixture
def phone(tmp_path: Path, server: LanServer) -> Iterator[Client]:
    """In step with the server, with thirty notes."""
    url = f"http://127.0.0.1:{server.port}/"
    with in_step(tmp_path / "phone", url, ANNA, notes=30) as client:
        yield client


def last(server: LanServer, kind: str = activity.SYNC) -> activity.Entry:
    return next(entry for entry in server.activity.entries() if entry.kind == kind)


def changes(server: LanServer) -> dict[tuple[str, str], tuple[int, list[str]]]:
    log = ChangeLog.from_text(last(server).changes)
    return {(kind.value, action.value): (group.number, group.names) for kind, action, group in log}


def test_notes_that_a_sync_adds_changes_and_deletes_are_counted_and_named(
    phone: Client, server: LanServer
) -> None:
    first, second, third = phone.col.find_notes("note*", order=True)[:3]
    add_note(phone, "Hund")
    add_note(phone, "<b>Katze</b>")
    edit(phone, first, "Maus")
    phone.col.remove_notes([second, third])
    assert phone.sync() is Outcome.NO_CHANGES
    found = changes(server)
    assert found["notes", "added"] == (2, ["Hund", "Katze"])
    assert found["notes", "changed"] == (1, ["Maus"])
    assert found["notes", "deleted"][0] == 2
    assert {*found["notes", "deleted"][1]} <= {f"note {number}" for number in range(30)}
    assert found["cards", "added"] == (2, [])
    assert found["cards", "deleted"] == (2, [])


def test_a_review_adds_a_review_and_changes_a_card(phone: Client, server: LanServer) -> None:
    review(phone, 1)
    assert phone.sync() is Outcome.NO_CHANGES
    found = changes(server)
    assert found["reviews", "added"] == (1, [])
    assert found["cards", "changed"] == (1, [])
    assert not {kind for kind, _action in found} & {"notes", "note types"}


def test_decks_and_note_types_are_named(phone: Client, server: LanServer) -> None:
    gone = deck(phone, "Latin")
    assert phone.sync() is Outcome.NO_CHANGES
    assert changes(server)["decks", "added"] == (1, ["Latin"])
    phone.col.decks.remove([DeckId(gone)])
    type = phone.col.models.by_name("Basic")
    assert type is not None
    phone.col.models.update_dict({**type, "css": "b {}"})
    assert phone.sync() is Outcome.NO_CHANGES
    found = changes(server)
    assert found["decks", "deleted"] == (1, ["Latin"])
    assert found["note types", "changed"] == (1, ["Basic"])


def test_many_long_names_take_little_room(phone: Client, server: LanServer) -> None:
    for number in range(400):
        add_note(phone, f"{number} " + "very long " * 500)
    assert phone.sync() is Outcome.NO_CHANGES
    entry = last(server)
    assert changes(server)["notes", "added"][0] == 400
    assert len(entry.changes) < 1000
