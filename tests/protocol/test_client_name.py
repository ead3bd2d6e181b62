from __future__ import annotations

import pytest

from addon.protocol.client_name import ClientName, parse_client_name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # the header of version 11
        ("26.09,c32cb291,linux", "Anki 26.09 (Linux)"),
        ("25.02.7,038d85b1,windows", "Anki 25.02.7 (Windows)"),
        ("26.09,c32cb291,macos", "Anki 26.09 (macOS)"),
        ("26.05,dev,android", "AnkiDroid"),
        ("26.05,dev,ios", "AnkiMobile"),
        # `meta`
        ("anki,26.09 (c32cb291),lin:debian:13", "Anki 26.09 (Linux)"),
        ("anki,26.09 (c32cb291),win:10", "Anki 26.09 (Windows)"),
        ("anki,2.1.49 (dc80804a),mac:10.15.7", "Anki 2.1.49 (macOS)"),
        ("anki,24.11 (dev),android:2.23.0:14:Pixel 8", "AnkiDroid 2.23 (Pixel 8)"),
        ("anki,24.11 (dev),android:2.24.0alpha3:15:SM-G991B", "AnkiDroid 2.24.0alpha3 (SM-G991B)"),
        ("anki,24.11 (dev),android", "AnkiDroid"),
        ("anki,24.11 (dev),ios:17.1", "AnkiMobile"),
        # versions 8 to 10
        ("ankidesktop,2.1.15 (442df9d6),lin:ubuntu:20.04", "Anki 2.1.15 (Linux)"),
        ("ankidesktop,2.0.52,win:8", "Anki 2.0.52 (Windows)"),
        ("ankidroid,2.15.6,android:11:Pixel 5", "AnkiDroid 2.15.6 (Pixel 5)"),
        ("ankimobile,2.0.67,ios", "AnkiMobile 2.0.67"),
        ("ankidroid:2.23.0", "AnkiDroid 2.23"),
    ],
)
def test_clients_are_shown_under_familiar_names(text: str, shown: str) -> None:
    named = parse_client_name(text)
    model = f" ({named.model})" if named.model else ""
    assert f"{named.program}{model}" == shown
    assert named.device == (named.model or shown)


@pytest.mark.parametrize(
    "text", ["Anki on this computer", "my script 1.0", "a,b", "1.0,x", "x,y,linux", ""]
)
def test_an_unknown_string_is_used_as_the_name(text: str) -> None:
    assert parse_client_name(text) == ClientName(text)


def test_a_long_or_unprintable_string_is_made_presentable() -> None:
    assert parse_client_name("x" * 200).device == "x" * 59 + "…"
    assert parse_client_name("a\nb\u202ec\0d").device == "a b c d"


def test_an_unknown_system_keeps_its_name() -> None:
    assert parse_client_name("26.09,c32cb291,haiku").device == "Anki 26.09 (haiku)"
