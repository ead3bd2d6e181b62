"""Check whether this computer's own addresses lead to our server.

Most firewalls ignore packets to one's own address, so success does not mean that a phone gets
through (`firewall.py` finds what may block it). Failure does mean that it cannot.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum

from ..protocol.header import INSTANCE

_SECONDS = 3.0
_MOST_AT_ONCE = 8


class Reached(Enum):
    """What answered at an address."""

    OURS = "ours"
    REFUSED = "refused"  # nothing listens there
    TIMED_OUT = "timed out"  # no response, as with many firewalls
    SOMETHING_ELSE = "something else"  # another program, or another computer, answers
    FAILED = "failed"  # anything else, see `cause`
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Result:
    """The result for one address."""

    host: str
    port: int
    reached: Reached
    seconds: float = 0.0
    cause: str = ""  # from the system, often in English


def check_hosts(
    hosts: Sequence[str],
    port: int,
    instance: str,
    secure: bool = False,
    seconds: float = _SECONDS,
    cancelled: threading.Event | None = None,
) -> list[Result]:
    """Try all hosts at once, each for at most `seconds`; return the results in the same order.

    `instance` is that of the running server (`LanServer.instance`); `secure` means that it serves
    https. When `cancelled` is set, this returns within a tenth of a second. Call it in a background
    thread.
    """
    cancelled = cancelled or threading.Event()
    pool = ThreadPoolExecutor(min(_MOST_AT_ONCE, max(1, len(hosts))), "lan-sync-selftest")
    try:
        futures = [pool.submit(_try, host, port, instance, secure, seconds) for host in hosts]
        pending = set(futures)
        while pending and not cancelled.is_set():
            _done, pending = wait(pending, timeout=0.1, return_when=FIRST_COMPLETED)
        return [
            future.result() if future.done() else Result(host, port, Reached.CANCELLED)
            for host, future in zip(hosts, futures)
        ]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _try(host: str, port: int, instance: str, secure: bool, seconds: float) -> Result:
    started = time.monotonic()
    reached, cause = _reach(host, port, instance, secure, seconds)
    return Result(host, port, reached, time.monotonic() - started, cause)


def _reach(
    host: str, port: int, instance: str, secure: bool, seconds: float
) -> tuple[Reached, str]:
    # Without a proxy: phones do not use one for this computer.
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    if secure:
        # whether phones trust the certificate cannot be seen here; `instance` tells that it is ours
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection(host, port, timeout=seconds, context=context)
    try:
        connection.request("GET", "/health", headers={"Connection": "close"})
        response = connection.getresponse()
        ours = response.getheader(INSTANCE) == instance
        return (Reached.OURS, "") if ours else (Reached.SOMETHING_ELSE, f"status {response.status}")
    except ConnectionRefusedError as error:
        return Reached.REFUSED, str(error)
    except socket.timeout as error:  # in Python 3.9 not a TimeoutError
        return Reached.TIMED_OUT, str(error)
    except (http.client.HTTPException, ssl.SSLError) as error:  # it does not speak HTTP, or TLS
        return Reached.SOMETHING_ELSE, f"{type(error).__name__} {error}"
    except OSError as error:
        return Reached.FAILED, str(error)
    finally:
        connection.close()
