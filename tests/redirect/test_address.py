"""Addresses as people type them."""

from __future__ import annotations

import pytest

from addon.errors import BadAddress
from addon.redirect.address import own_address, same_address, tidy_address


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("  ", ""),
        ("192.168.1.5:27701", "http://192.168.1.5:27701/"),
        ("http://192.168.1.5:27701", "http://192.168.1.5:27701/"),
        ("http://192.168.1.5:27701/sync", "http://192.168.1.5:27701/"),
        ("http://192.168.1.5:27701/sync/", "http://192.168.1.5:27701/"),
        ("http://192.168.1.5:27701//msync//", "http://192.168.1.5:27701/"),
        ("http://h/sub/sync/sync/", "http://h/sub/"),
        ("https://h.example/sub", "https://h.example/sub/"),
        (" MyPC.local:8080/ ", "http://mypc.local:8080/"),
        ("HTTP://h", "http://h/"),
        ("[fe80::1]:8080", "http://[fe80::1]:8080/"),
        ("http://h/?q=1#part", "http://h/"),
    ],
)
def test_small_slips_are_forgiven(typed: str, meant: str) -> None:
    assert tidy_address(typed) == meant
    assert tidy_address(meant) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://h/",
        "http://",
        "http://h:port/",
        "http://h:70000/",
        "http://h:0/",
        "two words",
        "http://me:secret@h/",
        "http://[fe80::1/",
        "C:\\sync",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadAddress) as caught:
        tidy_address(typed)
    assert caught.value.text == typed


def test_addresses_are_compared_by_what_they_mean() -> None:
    assert same_address("http://H:1", "h:1/sync/")
    assert not same_address("http://h:1/", "http://h:2/")
    assert same_address("two words", " two words")
    assert not same_address("", "http://h/")


@pytest.mark.parametrize(
    ("listen", "url"),
    [
        ("0.0.0.0", "http://127.0.0.1:5/"),
        ("::", "http://127.0.0.1:5/"),
        ("", "http://127.0.0.1:5/"),
        ("192.168.1.5", "http://192.168.1.5:5/"),
        ("fe80::1", "http://[fe80::1]:5/"),
    ],
)
def test_anki_reaches_its_own_server_where_it_listens(listen: str, url: str) -> None:
    assert own_address(listen, 5) == url
