"""The result of testing another server.

Not in probe.py, which needs a vendored library: windows are imported before those are available.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class ProbeOutcome(Enum):
    """What was found at an address."""

    OK = "ok"
    NO_SUCH_HOST = "no such host"
    REFUSED = "refused"
    TIMED_OUT = "timed out"
    UNREACHABLE = "unreachable"  # no network, or no route
    CERTIFICATE = "certificate"  # TLS with a certificate that is not trusted
    NO_TLS = "no tls"  # https to a server that speaks plain http
    NOT_ANKI = "not an Anki sync server"
    WRONG_LOGIN = "wrong user name or password"
    TOO_OLD = "too old"  # a sync server without version 11
    NOT_NOW = "not now"  # a server that is temporarily unavailable


@dataclass(frozen=True)
class ProbeResult:
    """The result for one address."""

    outcome: ProbeOutcome
    url: str  # the base URL of the last request, after a redirect
    detail: str = ""  # from the system or the server, often in English
    signed_in: bool = False  # a login was tried and succeeded
    host_key: str = field(default="", repr=False)  # of the device that was signed in
