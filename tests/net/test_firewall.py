"""Firewalls: what their own words mean, and on this system a look for real."""

from __future__ import annotations

import json
import shlex
import sys
import time

import pytest

from addon.net import firewall_parsers as parsers
from addon.net.commands import NotRun, output
from addon.net.firewall import FirewallKind, allow_line, firewalls

UFW_ON = """# /etc/ufw/ufw.conf
#

# Set to yes to start on boot. If setting this remotely, be sure to add a rule
ENABLED=yes

LOGLEVEL=low
"""


def test_the_state_of_ufw_is_recognised() -> None:
    assert parsers.ufw_is_on(UFW_ON)
    assert parsers.ufw_is_on('ENABLED="yes"\n')
    assert not parsers.ufw_is_on(UFW_ON.replace("ENABLED=yes", "ENABLED=no"))
    assert not parsers.ufw_is_on("# ENABLED=yes\n")
    assert not parsers.ufw_is_on("")


def test_the_state_of_the_macos_firewall_is_recognised() -> None:
    assert parsers.mac_is_on("Firewall is enabled. (State = 1) \n")
    assert parsers.mac_is_on("Firewall is blocking all non-essential connections. (State = 2)")
    assert not parsers.mac_is_on("Firewall is disabled. (State = 0)\n")
    assert not parsers.mac_is_on("")
    assert parsers.mac_blocks_all("Firewall has block all state set to enabled.")
    assert parsers.mac_blocks_all("Block all ENABLED! ")
    assert not parsers.mac_blocks_all("Firewall has block all state set to disabled.")
    assert not parsers.mac_blocks_all("Block all DISABLED! ")
    app = "/Applications/Anki.app"
    permitted = f"Incoming connection to the application at path {app} is permitted. \n"
    assert parsers.mac_application_is_allowed(permitted) is True
    assert parsers.mac_application_is_allowed(permitted.replace("permitted", "blocked")) is False
    unknown = f"The application at path {app} is not part of the firewall.\n"
    assert parsers.mac_application_is_allowed(unknown) is None
    assert parsers.mac_application(f"{app}/Contents/MacOS/anki") == app
    assert parsers.mac_application("/usr/bin/python3") == "/usr/bin/python3"


PUBLIC_PROFILE = r"""
HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\..\FirewallPolicy\PublicProfile
    DisableNotifications    REG_DWORD    0x0
    EnableFirewall    REG_DWORD    0x1

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\..\FirewallPolicy\PublicProfile\Logging
"""


def test_the_profiles_of_the_windows_firewall_are_recognised() -> None:
    assert parsers.windows_profile_is_on(PUBLIC_PROFILE)
    assert not parsers.windows_profile_is_on(PUBLIC_PROFILE.replace("0x1", "0x0"))
    assert not parsers.windows_profile_is_on("")
    assert parsers.profiles_of([parsers.PUBLIC, parsers.PUBLIC]) == ["PublicProfile"]
    assert parsers.profiles_of([parsers.PRIVATE]) == ["StandardProfile"]
    assert len(parsers.profiles_of([])) == 3  # unknown: any of them may be in force


def test_windows_networks_and_security_suites_are_recognised() -> None:
    on, off = 0x41000, 0x40000
    suites = [
        {"displayName": "Wall & Söhne", "productState": on},
        {"displayName": "Expired", "productState": off},
    ]
    found = parsers.windows_network(json.dumps({"networks": [0, 1], "products": suites}))
    assert list(found.categories) == [parsers.PUBLIC, parsers.PRIVATE]
    assert list(found.products) == ["Wall & Söhne"]
    # older PowerShells write a list of one as its only item, and none as null
    found = parsers.windows_network(json.dumps({"networks": 1, "products": suites[0]}))
    assert (list(found.categories), list(found.products)) == ([1], ["Wall & Söhne"])
    assert parsers.windows_network('{"networks":null,"products":null}') == parsers.WindowsNetwork(
        [], []
    )


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"networks":["x",7],"products":[5,{}]}'])
def test_unexpected_windows_output_is_ignored(text: str) -> None:
    found = parsers.windows_network(text)
    assert (list(found.categories), list(found.products)) == ([], [])


RULES = r"""
HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\..\FirewallPolicy\FirewallRules
    {0}    REG_SZ    v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=17|App=C:\Anki\anki.exe|Name=U|
    {1}    REG_SZ    v2.31|Action=Block|Active=TRUE|Dir=Out|Protocol=6|App=C:\Anki\anki.exe|Name=x|
    {2}    REG_SZ    v2.31|Action=Block|Active=FALSE|Dir=In|Protocol=6|App=C:\Anki\anki.exe|Name=x|
    {3}    REG_SZ    v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|App=C:\Other\anki.exe|Name=x|
"""
BLOCK = (
    "    TCP Query User{4}    REG_SZ    v2.33|Action=Block|Active=TRUE|Dir=In|Protocol=6"
    "|Profile=Public|App=%LocalAppData%\\Anki\\ANKI.exe|Name=anki|Defer=User|\n"
)
ALLOW = (
    "    {5}    REG_SZ    v2.33|Action=Allow|Active=TRUE|Dir=In|Profile=Private"
    "|App=c:\\anki\\anki.exe|Name=anki|\n"
)


def test_windows_rules_about_this_program_are_found() -> None:
    programs = [r"C:\Anki\anki.exe", r"C:\Users\anna\AppData\Local\Anki\anki.exe"]
    variables = {"LOCALAPPDATA": r"C:\Users\anna\AppData\Local"}

    def rules(text: str) -> parsers.ProgramRules:
        return parsers.windows_rules(text, programs, variables)

    assert rules(RULES) == parsers.ProgramRules(block=False, allow=False)
    assert rules(RULES + BLOCK) == parsers.ProgramRules(block=True, allow=False)
    assert rules(RULES + ALLOW) == parsers.ProgramRules(block=False, allow=True)
    assert rules(RULES + ALLOW + BLOCK) == parsers.ProgramRules(block=True, allow=True)
    assert rules("") == parsers.ProgramRules(block=False, allow=False)


def test_each_firewall_has_its_command() -> None:
    assert allow_line(FirewallKind.UFW, 27701) == "sudo ufw allow 27701/tcp"
    assert allow_line(FirewallKind.FIREWALLD, 27701) == (
        "sudo firewall-cmd --add-port=27701/tcp --permanent && sudo firewall-cmd --reload"
    )
    assert "localport=27701" in allow_line(FirewallKind.WINDOWS, 27701)
    mac = allow_line(FirewallKind.MACOS, 0, "/Applications/My Anki.app/Contents/MacOS/anki")
    assert shlex.split(mac)[2:] == [
        *("--add", "/Applications/My Anki.app"),
        *("--unblockapp", "/Applications/My Anki.app"),
    ]
    assert allow_line(FirewallKind.OTHER, 27701) == ""


def test_this_computers_firewall_can_be_examined() -> None:
    started = time.monotonic()
    found = firewalls(27701)
    assert time.monotonic() - started < 60
    for firewall in found:
        assert firewall.name
        assert "27701" in firewall.allow or firewall.kind in (
            FirewallKind.MACOS,
            FirewallKind.OTHER,
        )


def test_a_missing_failing_or_hanging_program_gives_no_answer() -> None:
    with pytest.raises(NotRun):
        output(["no-such-program-of-lan-sync"])
    with pytest.raises(NotRun):
        output([sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(NotRun):
        output([sys.executable, "-c", "import time; time.sleep(30)"], seconds=0.5)
    assert output([sys.executable, "-c", "print('yes')"]).strip() == "yes"
