"""The add-on for Ankis without a setting for a server, as the page gives it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from werkzeug.test import Client as HttpClient

from addon.server.page.old_anki import add_on
from tests.server.caller import application

from . import old_client_actions as actions
from .clients import Choice
from .old_clients import RELEASES, OldClient, Result
from .process import REPOSITORY
from .servers import LanSync


def test_the_file_in_contrib_is_the_one_of_the_page_without_an_address() -> None:
    assert (REPOSITORY / "contrib" / "old_anki.py").read_text(encoding="utf-8") == add_on("")


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_the_page_gives_it_with_the_address_it_was_opened_with(
    tmp_path: Path, version: str
) -> None:
    with application(tmp_path) as (app, _):
        page = HttpClient(app).get("/a%25b/", headers={"Host": "pc:27701"}, buffered=True)
        links = re.findall(r'href="([^"]*)" download="([^"]*)"', page.get_data(as_text=True))
        assert dict(links) == {"?old-anki=2.0": "lan_sync.py", "?old-anki=2.1": "__init__.py"}
        path = f"/a%25b/?old-anki={version}"
        saved = HttpClient(app).get(path, headers={"Host": "pc:27701"}, buffered=True)
        assert saved.headers["Content-Disposition"].startswith("attachment")
        assert saved.get_data(as_text=True) == add_on("http://pc:27701/a%25b/")


@pytest.mark.parametrize(
    "headers",
    [{"Host": "p\xe9:1"}, {"Host": "pc", "Via": "1.1 proxy"}, {"Host": 'x"; import os; "'}],
)
def test_without_a_sure_address_there_is_no_file(tmp_path: Path, headers: dict[str, str]) -> None:
    with application(tmp_path) as (app, _):
        answer = HttpClient(app).get("/?old-anki=2.1", headers=headers, buffered=True)
        assert answer.mimetype == "text/html"
        assert "old-anki" not in answer.get_data(as_text=True)


def test_an_anki_2_1_26_finds_its_server_by_it(tmp_path: Path, lan_sync: LanSync) -> None:
    user = lan_sync.new_user()
    saved = tmp_path / "__init__.py"
    with urlopen(f"{lan_sync.url}?old-anki=2.1", timeout=30) as answer:
        saved.write_bytes(answer.read())
    release = next(each for each in RELEASES if each.version == "2.1.26")
    nowhere = "http://127.0.0.1:9/"
    first, second = (OldClient(release, tmp_path / name, nowhere, add_on=saved) for name in "ab")
    try:
        for device in (first, second):
            assert device.login(user)
        first.act(actions.add_note, front="word", back="Wort", deck="Default", tags=[])
        first.act(actions.write_media, name="a.txt", text="media")
        assert first.sync(Choice.UPLOAD) is Result.ONE_WAY
        assert second.sync(Choice.DOWNLOAD) is Result.ONE_WAY
        assert second.sync() is Result.IN_STEP
        assert second.dump() == first.dump()
    finally:
        for device in (first, second):
            device.kill()
