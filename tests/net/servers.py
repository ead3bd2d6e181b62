"""Servers to be told apart, on free ports of this computer."""

from __future__ import annotations

import contextlib
import http.server
import json
import os
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

App = Callable[[Request], Response]


def answers(port: int) -> bool:
    """Return whether a program of this computer listens on this port."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@contextlib.contextmanager
def wsgi(app: App) -> Iterator[str]:
    """Serve a web application; yield its base URL."""
    application = Request.application(app)
    server = make_server("127.0.0.1", 0, application, threaded=True)
    with _served(server):
        yield f"http://127.0.0.1:{server.server_port}/"


@contextlib.contextmanager
def plain_files(folder: Path) -> Iterator[str]:
    """Python's own web server, which knows no POST."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *_arguments: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, _served(server):
        yield f"http://127.0.0.1:{server.server_port}/"


@contextlib.contextmanager
def self_signed(folder: Path) -> Iterator[str]:
    """Yield a server whose certificate nobody vouches for."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True, ssl_context=context)
    with _served(server):
        yield f"https://127.0.0.1:{server.server_port}/"


@contextlib.contextmanager
def silent() -> Iterator[int]:
    """Yield a port that takes connections and never says a word."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@contextlib.contextmanager
def babbling(words: bytes) -> Iterator[int]:
    """Yield a port that says something at once and hangs up, as a mail server does."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        stopping = threading.Event()

        def talk() -> None:
            while not stopping.is_set():
                connection, _ = listener.accept()
                with connection, contextlib.suppress(OSError):
                    connection.sendall(words)
                    connection.settimeout(0.2)
                    while connection.recv(4096):
                        pass

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        port = listener.getsockname()[1]
        yield port
        stopping.set()
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            pass
        thread.join(5)


def closed_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def ankis_own(folder: Path) -> Iterator[str]:
    """Anki's own server with the user "anna", password "secret"."""
    port = closed_port()
    environment = {
        **os.environ,
        "SYNC_USER1": "anna:secret",
        "SYNC_BASE": str(folder),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}/"
    try:
        deadline = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"{url}health", timeout=5).close()
                break
            except OSError:
                assert time.monotonic() < deadline
                assert process.poll() is None
                time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait(10)


def before_version_11(request: Request) -> Response:
    """Return a server as they were until 2.1.56: a form, and nothing else."""
    with request:
        has_data = "data" in request.files
    if request.path != "/sync/hostKey":
        return Response("no such address", 404)
    if not has_data:
        return Response("no data", 400)
    return Response(json.dumps({"error": "wrong login"}), 403)


@contextlib.contextmanager
def _served(server: http.server.HTTPServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()
