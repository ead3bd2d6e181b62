"""Addresses as people type them."""

from __future__ import annotations

import pytest

from addon.errors import AnkiWebAddress, BadAddress
from addon.redirect.address import listening_address, own_address, same_address, tidy_address


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
        ("HTTP://h", "http://h:27701/"),
        ("192.168.1.5", "http://192.168.1.5:27701/"),
        ("mypc.local/sync", "http://mypc.local:27701/"),
        ("http://192.168.1.5/", "http://192.168.1.5:27701/"),
        ("http://192.168.1.5:/", "http://192.168.1.5:27701/"),
        ("[fe80::1]", "http://[fe80::1]:27701/"),
        ("http://192.168.1.5:80/", "http://192.168.1.5:80/"),
        ("https://sync.example.org", "https://sync.example.org/"),
        ("nas/anki/sync", "http://nas/anki/"),
        ("[fe80::1]:8080", "http://[fe80::1]:8080/"),
        ("http://h/?q=1#part", "http://h:27701/"),
        ("http:/h", "http://h:27701/"),
        ("https:///h/", "https://h/"),
        ("\u200bhttp://192.168.1.5\u2069:27701/\ufeff", "http://192.168.1.5:27701/"),
        ("１９２.168.1.5：27701／", "http://192.168.1.5:27701/"),
        ("http://h/für%20mich/", "http://h/f%C3%BCr%20mich/"),
    ],
)
def test_small_typing_slips_are_corrected(typed: str, meant: str) -> None:
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
        "h\0x",
        "\u200b://h",
    ],
)
def test_an_invalid_address_is_refused(typed: str) -> None:
    with pytest.raises(BadAddress) as caught:
        tidy_address(typed)
    assert caught.value.text == typed


@pytest.mark.parametrize(
    "typed",
    [
        "https://sync.ankiweb.net",
        "sync.ankiweb.net",
        "https://sync12.ankiweb.net/sync/",
        "ankiweb.net",
        "HTTPS://AnkiWeb.net:443/",
        "https://sync.ankiweb.net./",
    ],
)
def test_ankiweb_cannot_be_redirected_to(typed: str) -> None:
    with pytest.raises(AnkiWebAddress):
        tidy_address(typed)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("0.0.0.0", "0.0.0.0"),
        (" 127.0.0.1 ", "127.0.0.1"),
        ("::", "::"),
        ("[::]", "::"),
        ("[FE80::1%eth0]", "fe80::1%eth0"),
        ("0:0:0:0:0:0:0:0", "::"),
        ("::0", "::"),
        ("::ffff:0.0.0.0", "0.0.0.0"),
        ("::ffff:192.168.1.5", "192.168.1.5"),
        ("FD00:0:0::2", "fd00::2"),
        ("Localhost", "localhost"),
    ],
)
def test_listening_addresses_are_written_as_the_system_expects(typed: str, taken: str) -> None:
    assert listening_address(typed) == taken


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "mypc",
        "mypc.local",
        "192.168.1",
        "192.168.1.300",
        "1.2.3.4:80",
        "*",
        "0",
        "224.0.0.1",
        "255.255.255.255",
        "::ffff:224.0.0.1",
        "::ffff:255.255.255.255",
        "ff02::1%eth0",
        "::%eth0",
        "127.0.0.1%eth0",
        "fe80::1%",
    ],
)
def test_names_and_partial_addresses_cannot_be_listened_on(typed: str) -> None:
    with pytest.raises(BadAddress):
        listening_address(typed)


def test_addresses_are_compared_by_what_they_mean() -> None:
    assert same_address("http://H:1", "h:1/sync/")
    assert not same_address("http://h:1/", "http://h:2/")
    assert same_address("two words", " two words")
    assert not same_address("", "http://h/")
    assert not same_address("http://h/", "http://h:27701/"), "Anki takes the first for port 80"


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
