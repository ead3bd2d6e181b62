"""Anki whose phones sync with it, and which has a server of its own, Anki's, besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.sync import SyncAuth
from aqt.qt import QApplication

from tests.store.anki_server import PASSWORD, USER, anki_server

from .. import running
from ..phone import Phone


@pytest.fixture(scope="session")
def ankiweb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of Anki's own server, in AnkiWeb's place."""
    with anki_server(tmp_path_factory.mktemp("w")) as url:
        yield url


@pytest.fixture
def desktop(anki: None, ankiweb: str) -> Iterator[Collection]:  # noqa: ARG001
    """Yield the desktop's collection, in step with W."""
    mw = running.anki()
    key = mw.col.sync_login(USER, PASSWORD, ankiweb).hkey
    running.profile().update(
        customSyncUrl=ankiweb, currentSyncUrl=None, syncKey=key, syncUser=USER, hostNum=0
    )
    mw.col.media.force_resync()  # a test before may have synced media with another server
    running.add_note("from the beginning")
    auth = SyncAuth(hkey=key, endpoint=ankiweb)
    result = mw.col.sync_collection(auth, sync_media=False)
    if result.required != result.NO_CHANGES:
        mw.col.close_for_full_sync()
        mw.col.full_upload_or_download(auth=auth, server_usn=None, upload=True)
        mw.reopen(after_full_sync=True)
    mw.moveToState("deckBrowser")
    yield mw.col
    running.settle()
    mw.moveToState("deckBrowser")
    running.log_in_to_ankiweb_again()
    box = QApplication.activeModalWidget()
    assert box is None, getattr(box, "text", lambda: box)()


@pytest.fixture
def phone(desktop: Collection, new_phone: Callable[[], Phone]) -> Phone:  # noqa: ARG001
    """Return a phone that holds what the desktop has."""
    return new_phone()


@pytest.fixture
def second_desktop(ankiweb: str, desktop: Collection, tmp_path: Path) -> Iterator[Phone]:  # noqa: ARG001
    """Another client of W."""
    other = Phone(tmp_path / "second desktop", ankiweb, USER, PASSWORD)
    other.download()
    yield other
    other.close()
