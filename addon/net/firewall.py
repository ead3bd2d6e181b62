"""Find the firewalls on this computer that may block phones, and the command that lets them in.

This changes nothing and needs no administrator: what cannot be read counts as unknown.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from . import firewall_parsers as parsers
from .commands import NotRun, output

_POLICY = r"HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy"
_MAC = "/usr/libexec/ApplicationFirewall/socketfilterfw"
_UFW_CONF = Path("/etc/ufw/ufw.conf")
# PowerShell alone takes two seconds to start, and more on a busy computer.
_POWERSHELL_SECONDS = 20.0


class FirewallKind(Enum):
    """The firewalls that we recognise. The values are their names."""

    WINDOWS = "Windows Defender Firewall"
    OTHER = "other"  # of a security suite, see `Firewall.name`
    MACOS = "macOS"
    UFW = "ufw"
    FIREWALLD = "firewalld"


@dataclass(frozen=True)
class Firewall:
    """A firewall that is on."""

    kind: FirewallKind
    name: str
    allow: str  # the command to copy into a terminal; "" if there is none
    blocks_us: bool = False  # a rule names this program and blocks it
    allows_us: bool = False  # a rule names this program and allows it
    public: bool = False  # Windows: the network is set to "public"
    blocks_all: bool = False  # macOS: "Block all incoming connections"


def firewalls(port: int) -> list[Firewall]:
    """Return the firewalls that are on, as they treat this program and a port.

    Takes some seconds on Windows, so call it in a background thread.
    """
    # In a virtual environment, such as Anki's launcher's, the process is the base interpreter.
    programs = [str(getattr(sys, "_base_executable", sys.executable)), sys.executable]
    if sys.platform == "win32":
        return _windows(port, programs)
    if sys.platform == "darwin":
        return _macos(programs[0])
    return _linux(port)


def allow_line(kind: FirewallKind, port: int, program: str = "") -> str:
    """Return the command that lets phones in; "" if there is none."""
    if kind is FirewallKind.UFW:
        return f"sudo ufw allow {port}/tcp"
    if kind is FirewallKind.FIREWALLD:
        return f"sudo firewall-cmd --add-port={port}/tcp --permanent && sudo firewall-cmd --reload"
    if kind is FirewallKind.MACOS:
        app = parsers.mac_application(program)
        return f"sudo {_MAC} --add '{app}' --unblockapp '{app}'"
    if kind is FirewallKind.WINDOWS:
        # only devices on the same network, so it is safe on a public network too
        return (
            'netsh advfirewall firewall add rule name="LAN Sync" dir=in action=allow'
            f" protocol=TCP localport={port} remoteip=localsubnet"
        )
    return ""


def _linux(port: int) -> list[Firewall]:
    found = []
    if _ufw_is_on():
        found.append(FirewallKind.UFW)
    # ask systemd: firewall-cmd may open a window that asks for a password
    if _output_or_empty(["systemctl", "is-active", "firewalld"]).strip() == "active":
        found.append(FirewallKind.FIREWALLD)
    return [Firewall(kind, kind.value, allow_line(kind, port)) for kind in found]


def _ufw_is_on() -> bool:
    try:
        return parsers.ufw_is_on(_UFW_CONF.read_text("utf-8", "replace"))
    except OSError:
        return False


def _macos(program: str) -> list[Firewall]:
    state = _output_or_empty([_MAC, "--getglobalstate"])
    if not parsers.mac_is_on(state):
        return []
    app = parsers.mac_application(program)
    allowed = parsers.mac_application_is_allowed(_output_or_empty([_MAC, "--getappblocked", app]))
    return [
        Firewall(
            FirewallKind.MACOS,
            "macOS",
            allow_line(FirewallKind.MACOS, 0, program),
            blocks_us=allowed is False,
            allows_us=allowed is True,
            blocks_all=parsers.mac_blocks_all(state + _output_or_empty([_MAC, "--getblockall"])),
        )
    ]


def _windows(port: int, programs: Sequence[str]) -> list[Firewall]:
    text = _output_or_empty(["powershell", *parsers.POWERSHELL], _POWERSHELL_SECONDS)
    network = parsers.windows_network(text)
    found = [Firewall(FirewallKind.OTHER, name, "") for name in network.products]
    on = [
        parsers.windows_profile_is_on(_output_or_empty(["reg", "query", rf"{_POLICY}\{profile}"]))
        for profile in parsers.profiles_of(network.categories)
    ]
    # the firewall of a security suite replaces Windows' own
    if any(on) and not found:
        listed = _output_or_empty(["reg", "query", rf"{_POLICY}\FirewallRules"])
        rules = parsers.windows_rules(listed, programs, os.environ)
        found.append(
            Firewall(
                FirewallKind.WINDOWS,
                FirewallKind.WINDOWS.value,
                allow_line(FirewallKind.WINDOWS, port),
                blocks_us=rules.block,
                allows_us=rules.allow,
                public=parsers.PUBLIC in network.categories,
            )
        )
    return found


def _output_or_empty(command: list[str], seconds: float = 5.0) -> str:
    try:
        return output(command, seconds)
    except NotRun:
        return ""
