from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from addon.hosting import LanServer
from addon.net.addresses import lan_addresses
from addon.net.selftest import Reached, check_hosts
from tests.net import servers


def test_our_own_server_is_recognised(lan_server: LanServer) -> None:
    [result] = check_hosts(["127.0.0.1"], lan_server.port, lan_server.instance)
    assert (result.host, result.port, result.reached) == (
        "127.0.0.1",
        lan_server.port,
        Reached.OURS,
    )
    assert result.seconds < 3


def test_each_run_of_the_server_has_its_own_identity(lan_server: LanServer) -> None:
    former = lan_server.instance
    lan_server.stop()
    lan_server.start()
    [result] = check_hosts(["127.0.0.1"], lan_server.port, former)
    assert result.reached is Reached.SOMETHING_ELSE


def test_another_program_on_the_port_is_noticed(tmp_path: Path) -> None:
    with servers.plain_files(tmp_path) as url:
        port = int(url.rstrip("/").rpartition(":")[2])
        assert check_hosts(["127.0.0.1"], port, "x")[0].reached is Reached.SOMETHING_ELSE
    with servers.babbling(b"220 mail ESMTP\r\n") as port:
        assert check_hosts(["127.0.0.1"], port, "x")[0].reached is Reached.SOMETHING_ELSE


def test_results_come_in_the_order_of_the_addresses(lan_server: LanServer) -> None:
    hosts = ["nobody.invalid", "127.0.0.1", "127.0.0.2"]
    results = check_hosts(hosts, lan_server.port, lan_server.instance)
    assert [result.host for result in results] == hosts
    assert [result.reached for result in results] == [
        Reached.FAILED,
        Reached.OURS,
        Reached.REFUSED,  # the server listens on 127.0.0.1 alone
    ]
    assert results[0].cause
    assert check_hosts([], lan_server.port, lan_server.instance) == []


def test_addresses_are_tried_in_parallel_each_with_its_own_limit() -> None:
    with servers.silent() as port:
        started = time.monotonic()
        results = check_hosts(["127.0.0.1"] * 30, port, "x", seconds=1)
        assert time.monotonic() - started < 20
    assert {result.reached for result in results} == {Reached.TIMED_OUT}


def test_the_self_test_can_be_cancelled() -> None:
    cancelled = threading.Event()
    threading.Timer(0.2, cancelled.set).start()
    with servers.silent() as port:
        [result] = check_hosts(["127.0.0.1"], port, "x", seconds=2, cancelled=cancelled)
        assert result.reached is Reached.CANCELLED
        time.sleep(2)  # its thread is done before the port is gone


@pytest.mark.skipif(not lan_addresses(), reason="this computer has no network")
def test_a_server_on_loopback_is_unreachable_from_the_network(lan_server: LanServer) -> None:
    results = check_hosts(lan_addresses(), lan_server.port, lan_server.instance)
    assert Reached.OURS not in {result.reached for result in results}
