"""Ports for servers that are started later."""

from __future__ import annotations

import itertools
import random
import socket

# Below what systems hand out on their own (from 32768 on Linux, from 49152 elsewhere): the server
# or client of another test could get such a port before ours is started. A process counts up from
# a place of its own, so that no two choose the same.
_ports = itertools.count(random.SystemRandom().randrange(10_000, 30_000))


def free_port() -> int:
    """Return a port of this computer on which nobody listens; another one each time."""
    for port in _ports:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise AssertionError
