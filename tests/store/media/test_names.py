from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.store import atomic
from addon.store.faults import Invalid
from addon.store.media import names as media_names

PLAIN = [
    "a.jpg",
    "sapi5js-42.mp3",
    "日本語.png",
    "ｆｕｌｌ.mp3",
    "_font.ttf",
    ".hidden",
    "a b.ogg",
    "x" * 120,
]
# Sent by Python clients and early AnkiDroid, and taken by Anki's own server.
TAKEN = ["con.mp3", "NUL", "what. ", "dots...", "[x].jpg", "a*b?.jpg", "tab\t.mp3", "é" * 127]
WINDOWS_DEVICES = ["con.mp3", "NUL", "aux.tar.gz", "Com1.jpg", "lpt9", "con .x", "CONIN$", "COM².x"]
WINDOWS_CANNOT = ["what. ", "...", "a?", "a*", 'a"b', "a|b", "<a>", "tab\t.mp3", "a:b", "x" * 121]
REFUSED = ["", ".", "..", "a/b", "../a", "/a", "a\\b", "..\\a", "C:a", "a.jpg:b", "a\0b"]
NOT_IN_ANY_ENTRY = ["e\u0301.jpg", "é" * 128, "x" * 256, "a/b", "\ud800.jpg"]


@pytest.mark.parametrize("name", PLAIN + TAKEN)
def test_every_name_that_a_real_client_sends_is_accepted(name: str) -> None:
    media_names.check_addition(name)


@pytest.mark.parametrize("name", REFUSED + NOT_IN_ANY_ENTRY)
def test_names_that_could_leave_the_folder_or_differ_between_systems_are_refused(name: str) -> None:
    with pytest.raises(Invalid):
        media_names.check_addition(name)


@pytest.mark.parametrize("name", NOT_IN_ANY_ENTRY)
def test_a_deletion_is_refused_only_for_what_ankis_server_refuses(name: str) -> None:
    with pytest.raises(Invalid):
        media_names.check_deletion(name)


@pytest.mark.parametrize("name", ["", "..", "a\\b", "C:a", "con", "a\0b"])
def test_a_name_that_cannot_be_added_can_be_deleted(name: str) -> None:
    media_names.check_deletion(name)


@pytest.mark.parametrize("windows", [False, True])
@pytest.mark.parametrize("name", [*PLAIN, "cone.mp3", "com.jpg", "x.con", "lpt10.png"])
def test_names_that_any_file_system_accepts_are_used_on_disk(name: str, windows: bool) -> None:
    assert not media_names.needs_alias(name, windows)


@pytest.mark.parametrize("name", WINDOWS_DEVICES + WINDOWS_CANNOT)
def test_names_that_windows_cannot_store_have_an_alias_only_there(name: str) -> None:
    assert media_names.needs_alias(name, windows=True)
    assert not media_names.needs_alias(name, windows=False)


@pytest.mark.parametrize("name", ["", ".", "..", "../a", "a/b", "a\0b"])
def test_no_name_in_a_foreign_database_leads_outside_the_folder(name: str) -> None:
    assert media_names.needs_alias(name, windows=False)


@given(st.text())
def test_an_alias_or_temporary_name_is_never_another_files_own_name(name: str) -> None:
    for own in (media_names.alias(name), atomic.PREFIX + name):
        assert media_names.needs_alias(own, windows=False)
        assert media_names.alias(own) != own
