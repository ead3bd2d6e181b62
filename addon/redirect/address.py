"""Turn addresses as people type them into what Anki's client needs."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from typing import Optional
from urllib.parse import quote, urlsplit, urlunsplit

from ..errors import AnkiWebAddress, BadAddress

DEFAULT_PORT = 27701  # what Anki's own server listened on; guides and old add-ons name it

# Anki's client appends sync/ and msync/ itself; guides for other servers tell people to type them
_ENDPOINT_STEPS = ("sync", "msync")
WILDCARDS = ("", "0.0.0.0", "::", "[::]")


def tidy_address(text: str) -> str:
    """Return the base URL for what a person typed, ending in a slash; "" stays "".

    Allows a missing scheme, missing or doubled slashes, invisible characters, and `/sync` at the
    end. Anki's client drops everything after the last slash (it joins "./"), hence the slash. A
    host alone gets the default port of sync servers; https, or a path, gets that of the web.

    Raises BadAddress if this cannot be a server, and AnkiWebAddress for AnkiWeb.
    """
    return _tidied(text, DEFAULT_PORT)


def _tidied(text: str, default_port: Optional[int]) -> str:
    typed = _without_invisible(text)
    if not typed:
        return ""
    typed = re.sub(r"^(https?):/*", r"\1://", typed, flags=re.IGNORECASE)
    url = typed if re.match(r"[a-z][a-z0-9+.-]*://", typed, re.IGNORECASE) else f"http://{typed}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is not a number, an unclosed bracket
        raise BadAddress(text) from None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or not host or "@" in parts.netloc or port == 0:
        raise BadAddress(text)
    if re.search(r"[\s\\\x00-\x1f\x7f]", url):
        raise BadAddress(text)
    steps = [step for step in parts.path.split("/") if step]
    while steps and steps[-1].lower() in _ENDPOINT_STEPS:
        steps.pop()
    if f".{host}".rstrip(".").endswith(".ankiweb.net"):
        raise AnkiWebAddress(text)
    netloc = parts.netloc.lower()
    if port is None:
        netloc = netloc.rstrip(":")
        if scheme == "http" and not steps and default_port is not None:
            netloc = f"{netloc}:{default_port}"
    # as clients send it; what is already escaped stays as it is
    path = quote("/".join(["", *steps, ""]), safe="/%:@!$&'()*+,;=~")
    return urlunsplit((scheme, netloc, path, "", ""))


def _without_invisible(text: str) -> str:
    """Strip a text of spaces and invisible characters, and replace wide digits and punctuation.

    The invisible ones come with an address that is copied from a chat or a document, the wide ones
    from keyboards for Chinese and Japanese.
    """
    normal = unicodedata.normalize("NFKC", text)
    return "".join(char for char in normal if unicodedata.category(char) != "Cf").strip()


def same_address(one: str, other: str) -> bool:
    """Return whether two addresses name the same server; "" is AnkiWeb."""
    try:
        # as Anki takes them: without a port it asks the web's
        return _tidied(one, None) == _tidied(other, None)
    except BadAddress:
        return one.strip() == other.strip()


def listening_address(text: str) -> str:
    """Return an address to listen on in its usual spelling, without brackets.

    Only numeric ones, and "localhost": other names may mean another computer tomorrow. Whether
    this computer has the address is not checked (net/httpd.py does). Raises BadAddress.
    """
    address = text.strip().lower()
    if address.startswith("[") and address.endswith("]"):
        address = address[1:-1]
    if address == "localhost":
        return address
    try:
        plain, percent, scope = address.partition("%")  # as in fe80::1%eth0
        number = ipaddress.ip_address(plain)
    except ValueError:
        raise BadAddress(text) from None
    # ::ffff:0.0.0.0 is 0.0.0.0, which phones must not be shown as an address to type
    number = getattr(number, "ipv4_mapped", None) or number
    if number.is_multicast or str(number) == "255.255.255.255":  # Linux binds them anyway
        raise BadAddress(text)
    if percent and not (scope and number.is_link_local):
        raise BadAddress(text)
    return f"{number}{percent}{scope}"


def is_loopback(listen: str) -> bool:
    """Return whether only this computer can reach a listening address; "" is all addresses."""
    if listen == "localhost":
        return True
    try:
        return ipaddress.ip_address(listen.partition("%")[0]).is_loopback
    except ValueError:
        return False


def own_address(listen: str, port: int, secure: bool = False) -> str:
    """Return the URL at which Anki on this computer reaches its own server, `secure` for https."""
    scheme = "https" if secure else "http"
    if listen in WILDCARDS:
        return f"{scheme}://127.0.0.1:{port}/"
    host = f"[{listen}]" if ":" in listen and not listen.startswith("[") else listen
    return f"{scheme}://{host}:{port}/"
