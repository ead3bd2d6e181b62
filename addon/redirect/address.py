"""Addresses as people type them, made into what Anki's client needs."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from ..errors import BadAddress

# Anki's client appends sync/ and msync/ itself; guides for other servers tell people to type them
_ENDPOINT_STEPS = ("sync", "msync")
WILDCARDS = ("", "0.0.0.0", "::", "[::]")


def tidy_address(text: str) -> str:
    """Return a base URL ending in a slash; "" stays "".

    Forgives a missing scheme, missing or doubled slashes, and `/sync` at the end. Everything after
    the last slash would be dropped by Anki's client (it joins "./"), hence the slash.

    Raises BadAddress where no server could be meant.
    """
    typed = text.strip()
    if not typed:
        return ""
    url = typed if re.match(r"[a-z][a-z0-9+.-]*://", typed, re.IGNORECASE) else f"http://{typed}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is no number, a bracket left open
        raise BadAddress(text) from None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or not host or "@" in parts.netloc or port == 0:
        raise BadAddress(text)
    if re.search(r"[\s\\]", url):
        raise BadAddress(text)
    steps = [step for step in parts.path.split("/") if step]
    while steps and steps[-1].lower() in _ENDPOINT_STEPS:
        steps.pop()
    path = "/".join(["", *steps, ""])
    return urlunsplit((scheme, parts.netloc.lower(), path, "", ""))


def same_address(one: str, other: str) -> bool:
    """Whether two addresses name the same server; "" is AnkiWeb."""
    try:
        return tidy_address(one) == tidy_address(other)
    except BadAddress:
        return one.strip() == other.strip()


def own_address(listen: str, port: int) -> str:
    """The URL under which Anki on this computer reaches its own server."""
    if listen in WILDCARDS:
        return f"http://127.0.0.1:{port}/"
    host = f"[{listen}]" if ":" in listen and not listen.startswith("[") else listen
    return f"http://{host}:{port}/"
