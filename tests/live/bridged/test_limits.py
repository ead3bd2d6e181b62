"""What phone and store hold together must be able to travel, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.errors import AnkiException

from addon.server.limits import MIB, Limits

from ..clients import Choice
from ..servers import AnkiServer
from ..snapshot import assert_same
from ..test_limits_agree import add_pictures
from .world import World, serving


def test_an_upload_that_could_not_travel_with_what_is_stored_is_refused(
    tmp_path: Path, past: AnkiServer
) -> None:
    with serving(tmp_path / "lan", Limits(json=3 * MIB)) as (lan, events):
        world = World(tmp_path, past, lan, events)
        phone = world.phone()
        add_pictures(world.desktop, 15, 120_000)
        add_pictures(phone, 15, 120_000)
        world.pair()
        world.log_in(phone)
        with pytest.raises(AnkiException, match="add them as files"):
            phone.sync(Choice.UPLOAD)
        phone.download()
        assert_same(phone, world.newcomer())
        world.close()
