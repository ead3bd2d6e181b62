"""The findings of the self-test and of the firewall check, as sentences."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, List, Sequence

from ...i18n import tr
from ...net import selftest
from ...net.firewall import Firewall, firewalls
from ...net.selftest import Reached, Result
from ...redirect.address import own_address
from .check_window import Finding, Severity

if TYPE_CHECKING:
    from ...hosting import LanServer


def check_reachability(
    server: LanServer, hosts: Sequence[str], cancelled: threading.Event
) -> Sequence[Finding]:
    """Test all addresses and look for firewalls. Takes a few seconds: run it in the background.

    Once `cancelled` is set, the findings are not needed any more.
    """
    secure = server.certificate_names is not None
    if not hosts:
        return [Finding(Severity.BAD, tr.check_no_network())]
    results = selftest.check_hosts(hosts, server.port, server.instance, secure, cancelled=cancelled)
    if cancelled.is_set():
        return []
    found = [_address(result, secure) for result in results]
    walls: List[Finding] = [_firewall(each) for each in firewalls(server.port)]
    return found + (walls or [Finding(Severity.GOOD, tr.check_no_firewall())])


def _address(result: Result, secure: bool) -> Finding:
    address = own_address(result.host, result.port, secure)
    if result.reached is Reached.OURS:
        return Finding(Severity.GOOD, tr.check_answers(address=address))
    if result.reached is Reached.SOMETHING_ELSE:
        return Finding(Severity.BAD, tr.check_other_program(address=address))
    return Finding(Severity.BAD, tr.check_no_answer(address=address, reason=result.cause))


def _firewall(wall: Firewall) -> Finding:
    if wall.blocks_all:
        return Finding(Severity.BAD, tr.check_firewall_blocks_all(firewall=wall.name))
    if wall.blocks_us:
        return Finding(Severity.BAD, tr.check_firewall_blocks(firewall=wall.name), wall.allow)
    if wall.public:
        return Finding(Severity.DOUBTFUL, tr.check_firewall_public(firewall=wall.name), wall.allow)
    if wall.allows_us:
        return Finding(Severity.GOOD, tr.check_firewall_allows(firewall=wall.name))
    if not wall.allow:
        return Finding(Severity.DOUBTFUL, tr.check_firewall_other(firewall=wall.name))
    return Finding(Severity.DOUBTFUL, tr.check_firewall_on(firewall=wall.name), wall.allow)
