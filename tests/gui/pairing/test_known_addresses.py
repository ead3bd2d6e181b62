"""The addresses phones have: remembered over restarts, and missed when they are gone."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from addon.gui.pairing.addresses import to_type
from addon.gui.pairing.known_addresses import KnownAddresses
from addon.net import addresses
from addon.net.addresses import Move
from addon.net.allow import Allow
from addon.redirect.settings import Config

HOME = ["http://192.168.1.20:27701/", "http://172.17.0.1:27701/"]
PLAIN = SimpleNamespace(port=27701, certificate_names=None)
ELSEWHERE = ["http://172.20.10.3:27701/", "http://172.17.0.1:27701/"]


def test_no_address_is_missing_before_the_first_phone(tmp_path: Path) -> None:
    assert KnownAddresses(tmp_path / "a.json").moved(HOME) is None


def test_the_last_phones_address_is_missing_after_a_restart(tmp_path: Path) -> None:
    KnownAddresses(tmp_path / "a.json").phone_connected(HOME)
    known = KnownAddresses(tmp_path / "a.json")
    assert known.moved(ELSEWHERE) == Move(HOME[0], ELSEWHERE[0])
    assert known.moved(HOME) is None
    known.phone_connected(ELSEWHERE)
    assert known.moved(ELSEWHERE) is None


def test_a_damaged_file_counts_as_missing(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    assert KnownAddresses(tmp_path / "a.json").moved(HOME) is None


def test_the_sheet_names_the_address_that_phones_still_have(tmp_path: Path) -> None:
    known = KnownAddresses(tmp_path / "a.json")
    assert to_type(PLAIN, Config(listen="192.168.1.20"), known.moved)[1] == ""
    known.phone_connected(HOME)
    assert to_type(PLAIN, Config(listen="192.168.1.20"), known.moved)[1] == ""
    assert HOME[0] in to_type(PLAIN, Config(listen="172.20.10.3"), known.moved)[1]


def test_the_sheet_says_that_a_public_network_needs_another_setting(tmp_path: Path) -> None:
    known = KnownAddresses(tmp_path / "a.json")
    said = to_type(PLAIN, Config(listen="203.0.113.5"), known.moved)[1]
    assert "203.0.113.5" in said
    assert "Everyone" in said
    config = Config(listen="203.0.113.5", allow=Allow.EVERYONE)
    assert to_type(PLAIN, config, known.moved)[1] == ""


def test_with_a_certificate_its_names_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "lan_addresses", lambda: ["192.168.1.20", "10.0.0.3"])
    names = ("*.example.org", "mypc.example.org", "10.0.0.3", "192.168.9.9")
    server = SimpleNamespace(port=27701, certificate_names=names)
    known = KnownAddresses(tmp_path / "a.json")
    shown, warning = to_type(server, Config(), known.moved)
    assert shown == ("https://mypc.example.org:27701/", "https://10.0.0.3:27701/")
    assert warning == ""
    # a new number of this computer means nothing to phones that have its name
    known.phone_connected(shown)
    monkeypatch.setattr(addresses, "lan_addresses", lambda: ["192.168.1.21"])
    assert to_type(server, Config(), known.moved)[1] == ""
