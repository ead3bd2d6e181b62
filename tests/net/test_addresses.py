from __future__ import annotations

import ipaddress
import re
import subprocess
import sys
from pathlib import Path

import ifaddr
import pytest

from addon.net.addresses import Address, Move, addresses, hosts, lan_addresses, local_name, moved

ROOT = Path(__file__).parent.parent.parent
WIFI = Address("192.168.1.20", "Wi-Fi", likely=True, virtual=False)
CABLE = Address("10.0.0.5", "Ethernet", likely=False, virtual=False)
DOCKER = Address("172.17.0.1", "docker0", likely=False, virtual=True)


def test_addresses_can_be_typed_on_a_phone() -> None:
    found = lan_addresses()
    assert len(set(found)) == len(found)
    for text in found:
        address = ipaddress.IPv4Address(text)
        assert not address.is_loopback
        assert not address.is_link_local


def test_at_most_one_address_is_likely_and_it_comes_first() -> None:
    found = addresses()
    assert [address.ip for address in found] == lan_addresses()
    assert [address for address in found[1:] if address.likely] == []
    assert [address.virtual for address in found] == sorted(address.virtual for address in found)
    assert all(address.adapter for address in found)


NO_HANDLES_LEFT = """
import os, resource
from addon.net.addresses import addresses, hosts
highest = os.dup(0)
resource.setrlimit(resource.RLIMIT_NOFILE, (highest, highest))
print(hosts(addresses(), None))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a system call that fails when told to")
def test_a_system_that_lists_no_adapters_breaks_nothing() -> None:
    """The windows ask again every few seconds; an exception there would end in Anki's own."""
    command = [sys.executable, "-c", NO_HANDLES_LEFT]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert output.stdout == "[]\n"


def test_the_outgoing_address_is_offered_without_adapters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outward = [address for address in addresses() if address.likely]

    def refuses() -> None:
        raise OSError("no such system call")

    monkeypatch.setattr(ifaddr, "get_adapters", refuses)
    assert lan_addresses() == [address.ip for address in outward]


def test_the_local_name_can_be_typed_on_a_phone() -> None:
    name = local_name()
    assert name is None or re.fullmatch(r"[a-z0-9-]+\.local", name)


def test_the_local_name_is_the_second_choice() -> None:
    found = [WIFI, CABLE, DOCKER]
    ips = ["192.168.1.20", "10.0.0.5", "172.17.0.1"]
    assert hosts(found, None) == ips
    assert hosts(found, "pc.local") == [ips[0], "pc.local", *ips[1:]]
    assert hosts([], "pc.local") == ["pc.local"]
    assert hosts([], None) == []


def test_only_a_new_address_is_noticed() -> None:
    home, cafe = ["192.168.1.20", "172.17.0.1"], ["192.168.7.3", "172.17.0.1"]
    assert moved(home, cafe) == Move("192.168.1.20", "192.168.7.3")
    assert moved(home, home) is None
    assert moved(home, [*reversed(home)]) is None  # still ours
    assert moved(home, []) is None  # no network
    assert moved([], home) is None  # no phone was ever seen
