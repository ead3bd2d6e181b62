"""A virtual screen for tests and the demonstration."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .errors import NotReady

SIZE = "1280x900"


@contextmanager
def virtual_display(size: str = SIZE) -> Iterator[dict[str, str]]:
    """Yield the environment of processes whose windows should not appear on a real screen.

    On Linux, this starts an X server of our own and stops it at the end. On macOS and Windows,
    windows appear on the screen, because nothing else is known to work there.
    """
    environment = {**os.environ, **qt_environment()}
    if not sys.platform.startswith("linux"):
        yield environment
        return
    server, display = _start(size)
    try:
        yield {**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Yield the environment of processes whose windows should be seen, if there is a screen."""
    real = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if real or not sys.platform.startswith("linux"):
        yield {**os.environ, **qt_environment()}
        return
    with virtual_display() as environment:
        yield environment


def qt_environment() -> dict[str, str]:
    """Return what Anki's Qt needs on any screen of a machine without a graphics card."""
    environment = {"QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu"}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's sandbox refuses to run as root.
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        environment["QTWEBENGINE_CHROMIUM_FLAGS"] = "--disable-gpu --no-sandbox"
    if "UTF-8" not in os.environ.get("LC_ALL", os.environ.get("LANG", "")).upper():
        environment["LC_ALL"] = "C.UTF-8"
    return environment


def _start(size: str) -> tuple[subprocess.Popen[bytes], str]:
    reader, writer = os.pipe()
    # -displayfd: the server picks a free number and writes it there when it is ready.
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24"),
            *("-nolisten", "tcp", "-noreset"),
        ],
        pass_fds=(writer,),
        start_new_session=True,  # Ctrl+C must not stop the screen while others still clean up
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as numbers:
        number = numbers.readline().strip()
    if not number:
        raise NotReady(f"Xvfb did not start (exit code {server.wait()})")
    return server, f":{number}"
