"""Whether this computer's own addresses lead to our server.

Packets to an address of one's own do not pass most firewalls, so a good result does not mean that a
phone gets through: `firewall.py` tells what may be in its way. A bad one is sure.
"""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum

from ..protocol.markers import INSTANCE_HEADER

_SECONDS = 3.0
_MOST_AT_ONCE = 8


class Reached(Enum):
    """What was found at an address."""

    OURS = "ours"
    REFUSED = "refused"  # nobody listens there
    TIMED_OUT = "timed out"  # no answer, as firewalls do it
    STRANGER = "stranger"  # another program, or another computer, answers
    FAILED = "failed"  # anything else; `cause` tells
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Result:
    """What one address led to."""

    host: str
    port: int
    reached: Reached
    seconds: float = 0.0
    cause: str = ""  # the system's words, often in English


def check(
    hosts: Sequence[str],
    port: int,
    instance: str,
    seconds: float = _SECONDS,
    cancelled: threading.Event | None = None,
) -> list[Result]:
    """Try every host at once, each for at most `seconds`; the results are in the order of `hosts`.

    `instance` is that of the running server (`LanServer.instance`). When `cancelled` is set, it
    returns within a tenth of a second. For a background thread.
    """
    cancelled = cancelled or threading.Event()
    pool = ThreadPoolExecutor(min(_MOST_AT_ONCE, max(1, len(hosts))), "lan-sync-selftest")
    try:
        futures = [pool.submit(_try, host, port, instance, seconds) for host in hosts]
        pending = set(futures)
        while pending and not cancelled.is_set():
            _done, pending = wait(pending, timeout=0.1, return_when=FIRST_COMPLETED)
        return [
            future.result() if future.done() else Result(host, port, Reached.CANCELLED)
            for host, future in zip(hosts, futures)
        ]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _try(host: str, port: int, instance: str, seconds: float) -> Result:
    started = time.monotonic()
    reached, cause = _reach(host, port, instance, seconds)
    return Result(host, port, reached, time.monotonic() - started, cause)


def _reach(host: str, port: int, instance: str, seconds: float) -> tuple[Reached, str]:
    # Without a proxy: the way of a phone to this computer has none.
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    try:
        connection.request("GET", "/health", headers={"Connection": "close"})
        answer = connection.getresponse()
        ours = answer.getheader(INSTANCE_HEADER) == instance
        return (Reached.OURS, "") if ours else (Reached.STRANGER, f"status {answer.status}")
    except ConnectionRefusedError as error:
        return Reached.REFUSED, str(error)
    except socket.timeout as error:  # in Python 3.9 it is no TimeoutError
        return Reached.TIMED_OUT, str(error)
    except http.client.HTTPException as error:  # it speaks something else than HTTP
        return Reached.STRANGER, f"{type(error).__name__} {error}"
    except OSError as error:
        return Reached.FAILED, str(error)
    finally:
        connection.close()
