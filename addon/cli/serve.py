"""`serve`: run the server until a signal stops it."""

from __future__ import annotations

import dataclasses
import logging
import signal
import socket
import sys
from pathlib import Path

from ..hosting import LanServer, keeping
from ..net.allow import Allow
from ..net.httpd import ConnectionLimits
from ..net.tls import load_if_set
from ..server.accounts.sign_in import load
from ..server.limits import Limits
from .settings import ServerSettings


def serve(data: Path, settings: ServerSettings) -> int:
    """Serve until SIGINT or SIGTERM. Raises a Problem if the server cannot start."""
    logging.basicConfig(
        level=settings.log_level,
        stream=sys.stderr,
        format="%(asctime)s %(levelname)s %(message)s",
    )
    stopped = _signals(signal.SIGINT, signal.SIGTERM)
    host = settings.host or ("127.0.0.1" if settings.allow is Allow.THIS_COMPUTER else "0.0.0.0")
    certificate = load_if_set(settings.certificate, settings.key)
    per_address = settings.max_connections_per_address
    if settings.behind_proxy:  # from where all come
        per_address = settings.max_connections
    server = LanServer(
        data,
        host,
        settings.port,
        limits=dataclasses.replace(
            Limits(),
            collection=settings.max_collection,
            json=settings.max_step,
            reserve=settings.min_free,
            wrong_passwords=settings.wrong_passwords,
        ),
        connections=ConnectionLimits(settings.max_connections, per_address),
        behind_proxy=settings.behind_proxy,
        allow=settings.allow,
        names=settings.names,
        certificate=certificate,
        sign_out_after=settings.sign_out_after,
        backups=keeping(settings.backup_count, settings.backup_days, settings.backup_weeks),
        elsewhere=load(settings.accounts, data) if settings.accounts else None,
    )
    server.start()
    shown = f"[{host}]" if ":" in host else host
    scheme = "https" if certificate else "http"
    print(f"listening on {scheme}://{shown}:{server.port}/", flush=True)
    stopped.recv(1)
    server.stop()
    return 0


def _signals(*numbers: signal.Signals) -> socket.socket:
    """Return a socket that gets a byte for each of these signals, from now on.

    Waiting for an event instead would miss a signal that comes as the wait begins: Python runs the
    handler only after it. On Windows, no signal ends such a wait at all.
    """
    receiving, sending = socket.socketpair()
    sending.setblocking(False)
    signal.set_wakeup_fd(sending.detach(), warn_on_full_buffer=False)
    for number in numbers:
        signal.signal(number, lambda *_: None)  # without a handler of Python's, no byte is sent
    return receiving
