"""Parse the files and the output of firewalls. Pure functions."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PUBLIC, PRIVATE, DOMAIN = 0, 1, 2  # NetworkCategory of Windows

# netsh writes in the user's language; numbers from PowerShell and the registry are the same in all.
POWERSHELL = (
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8;"
    " $n = @(Get-NetConnectionProfile | ForEach-Object { [int]$_.NetworkCategory });"
    " $p = @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct"
    " -ErrorAction SilentlyContinue | Select-Object displayName, productState);"
    " @{networks = $n; products = $p} | ConvertTo-Json -Compress -Depth 3",
)
_PROFILES = {PUBLIC: "PublicProfile", PRIVATE: "StandardProfile", DOMAIN: "DomainProfile"}


@dataclass(frozen=True)
class WindowsNetwork:
    """The categories of this computer's networks, and third-party firewalls that are on."""

    categories: Sequence[int] = ()
    products: Sequence[str] = ()


@dataclass(frozen=True)
class ProgramRules:
    """What Windows' rules say about one program. To block wins over to allow."""

    block: bool
    allow: bool


def windows_network(text: str) -> WindowsNetwork:
    """Parse the output of `POWERSHELL`; return an empty result if it is not the expected JSON."""
    try:
        value = json.loads(text)
    except ValueError:
        return WindowsNetwork()
    if not isinstance(value, dict):
        return WindowsNetwork()
    categories = [each for each in _list(value.get("networks")) if each in _PROFILES]
    products = [
        str(each["displayName"])
        for each in _list(value.get("products"))
        if isinstance(each, dict) and each.get("displayName") and _is_on(each.get("productState"))
    ]
    return WindowsNetwork(categories, products)


def _list(value: Any) -> list[Any]:
    """Return a list; older PowerShells write a list of one item as that item."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _is_on(state: Any) -> bool:
    """Return whether a firewall is on: Windows Security Center has this in the second byte."""
    return isinstance(state, int) and (state >> 8) & 0xF0 == 0x10


def profiles_of(categories: Sequence[int]) -> list[str]:
    """Return the registry's names of the active profiles; all if they are unknown."""
    known = sorted(set(categories)) or list(_PROFILES)
    return [_PROFILES[category] for category in known]


def windows_profile_is_on(text: str) -> bool:
    """Parse `reg query ..\\PublicProfile`."""
    found = re.search(r"^\s+EnableFirewall\s+REG_DWORD\s+0x([0-9a-f]+)", text, re.MULTILINE)
    return found is not None and int(found.group(1), 16) != 0


def windows_rules(text: str, programs: Sequence[str], variables: Mapping[str, str]) -> ProgramRules:
    """Parse `reg query ..\\FirewallRules`: rules like `v2.31|Action=Block|Active=TRUE|Dir=In|..`.

    `variables` is the environment, for paths such as `%LOCALAPPDATA%\\Programs\\Anki\\anki.exe`.
    """
    values = {name.lower(): value for name, value in variables.items()}
    ours = {program.lower() for program in programs}
    actions = set()
    for line in text.splitlines():
        _name, separator, rule = line.partition("REG_SZ")
        parts = dict(part.partition("=")[::2] for part in rule.strip().split("|") if "=" in part)
        app = re.sub(
            "%([^%]+)%", lambda found: values.get(found[1].lower(), ""), parts.get("App", "")
        )
        if (
            separator
            and app.lower() in ours
            and parts.get("Active") == "TRUE"
            and parts.get("Dir") == "In"
            and parts.get("Protocol", "6") == "6"  # TCP, or all
        ):
            actions.add(parts.get("Action"))
    return ProgramRules("Block" in actions, "Allow" in actions)


def mac_is_on(text: str) -> bool:
    """Parse `socketfilterfw --getglobalstate`: "Firewall is enabled. (State = 1)"."""
    found = re.search(r"State\s*=\s*(\d)", text)
    return found is not None and found.group(1) != "0"


def mac_blocks_all(text: str) -> bool:
    """Parse `--getblockall` and `--getglobalstate`.

    The first says "Firewall has block all state set to enabled." or, in older versions, "Block all
    ENABLED!"; the second "Firewall is blocking all .. (State = 2)".
    """
    lower = text.lower()
    return "blocking all" in lower or ("block all" in lower and "enabled" in lower)


def mac_application_is_allowed(text: str) -> bool | None:
    """Parse `--getappblocked`; return None if the application is not listed."""
    lower = text.lower()
    if "is permitted" in lower:
        return True
    return False if "is blocked" in lower else None


def mac_application(program: str) -> str:
    """Return a program's application, such as `/Applications/Anki.app`, or else the program."""
    found = re.match(r"(.*?\.app)/Contents/", program)
    return found.group(1) if found else program


def ufw_is_on(text: str) -> bool:
    """Parse /etc/ufw/ufw.conf, which everyone can read; `ufw status` requires root."""
    return (
        re.search(r'^\s*ENABLED\s*=\s*["\']?yes\b', text, re.MULTILINE | re.IGNORECASE) is not None
    )
