"""The power goes as soon as a client has its answer: no sync is asked for twice, none one way."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..disks import Disk
from .clients import Client, Outcome
from .content import add_note, fill
from .servers import LanSync
from .snapshot import assert_same, media
from .test_media import write

PICTURES = {f"ü{number}.png" for number in range(30)}  # of two requests


@pytest.mark.parametrize("what", ["sync", "upload", "media"])
def test_what_a_client_was_told_survives_a_power_cut(
    tmp_path: Path, client: Client, what: str
) -> None:
    with Disk.mounted(tmp_path) as disk:
        data = disk.folder / "data"
        with LanSync(data) as server:
            user = server.new_user()
            client.login(server.url, user)
            fill(client)
            assert client.sync() is Outcome.FULL_UPLOAD
            add_note(client, "one more")
            if what == "upload":
                client.upload()
            elif what == "media":
                for name in PICTURES:
                    write(client, name, name.encode())
                assert client.sync() is Outcome.NO_CHANGES
            else:
                assert client.sync(media=False) is Outcome.NO_CHANGES
            with disk.after_power_cut() as after:
                server.kill()
                with LanSync(after / "data") as again:
                    client.go_through(again.url)
                    assert client.sync() is Outcome.NO_CHANGES
                    other = Client(tmp_path / "other")
                    other.login(again.url, user)
                    assert other.sync() is Outcome.FULL_DOWNLOAD
                    assert_same(client, other)
                    assert media(other.media).keys() == (PICTURES if what == "media" else set())
                    other.close()
