"""A few lives in every run; `python3 dev.py test --lives N` plays more."""

from __future__ import annotations

import pytest

from .__main__ import play

pytestmark = [
    pytest.mark.timeout(900),  # must never fail on a busy machine
    pytest.mark.usefixtures("virtual_clock"),
]


def test_both_servers_lead_to_the_same_collections() -> None:
    played = play(3, 20)
    assert played.returncode == 0, played.stdout


def test_a_life_fails_where_our_server_changes_a_card() -> None:
    played = play(1, 1, "--sabotage")
    assert played.returncode != 0
    assert "ours | Anki's:" in played.stdout
