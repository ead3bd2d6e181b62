"""The `anki-sync` request header of protocol version 11, and the headers of our answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import jsontext, versions
from .faults import BadRequest

HEADER = "anki-sync"
# Clients reject an answer without it (rslib io_monitor.rs), binary answers included.
ORIGINAL_SIZE = "anki-original-size"
# In the answer to /health: a random string, new each time a server starts. Clients ignore it.
INSTANCE = "lan-sync-instance"

_MAX_HEADER = 4096  # characters; real ones are about 120
_MAX_FIELD = 256


@dataclass(frozen=True)
class SyncHeader:
    """Who is asking. `host_key` and `session_key` may be empty; neither may be logged."""

    version: int
    host_key: str = field(repr=False)
    session_key: str = field(repr=False)
    client: str  # such as "26.09,c32cb291,linux" or "ankidroid:2.23.0"


def parse(text: str | None) -> SyncHeader:
    """Parse the header's JSON `{"v", "k", "c", "s"}`. Raises BadRequest if it is malformed."""
    if text is None:
        raise BadRequest("the anki-sync header is missing")
    if len(text) > _MAX_HEADER:
        raise BadRequest("the anki-sync header is too long")
    try:
        value = jsontext.loads(text)
    except ValueError:
        raise BadRequest("the anki-sync header is not JSON") from None
    if not isinstance(value, dict):
        raise BadRequest("the anki-sync header is not a JSON object")
    version = value.get("v")
    # bool is an int in Python, but `true` is not a version
    if not isinstance(version, int) or isinstance(version, bool):
        raise BadRequest("the anki-sync header has no version")
    if not versions.is_supported(version):
        raise BadRequest(f"protocol version {version} in the anki-sync header")
    strings = []
    for name in ("k", "s", "c"):
        part = value.get(name)
        if not isinstance(part, str) or len(part) > _MAX_FIELD:
            raise BadRequest(f"the anki-sync header's {name!r} is not a short string")
        strings.append(part)
    host_key, session_key, client = strings
    return SyncHeader(version, host_key, session_key, client)
