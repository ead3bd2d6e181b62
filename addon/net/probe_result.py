"""What was found at another server's address.

Apart from probe.py, which needs a vendored library: windows are loaded before any of these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class ProbeOutcome(Enum):
    """What the probe found."""

    OK = "ok"
    NO_SUCH_HOST = "no such host"
    REFUSED = "refused"
    TIMED_OUT = "timed out"
    UNREACHABLE = "unreachable"  # no network or no way there
    CERTIFICATE = "certificate"  # TLS, and nobody we trust vouches for the server
    NO_TLS = "no tls"  # https where plain http is spoken
    NOT_ANKI = "not an Anki sync server"
    WRONG_LOGIN = "wrong user name or password"
    TOO_OLD = "too old"  # a sync server that does not speak version 11
    NOT_NOW = "not now"  # a server that says it cannot serve at this moment


@dataclass(frozen=True)
class ProbeResult:
    """The result for one address."""

    outcome: ProbeOutcome
    url: str  # the base URL that was asked last, after a redirect
    detail: str = ""  # the system's or server's words, often in English
    knows_you: bool = False  # a login was tried, and it works
    host_key: str = field(default="", repr=False)  # of a device that was signed in
