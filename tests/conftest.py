"""Options of the whole test run, and the server that many tests need."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .bridge import clock
from .daytime import keep_to_daytime

if TYPE_CHECKING:
    from addon.hosting import LanServer


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-clients",
        action="store_true",
        help="run the tests of old clients with every release, not only with one of each kind",
    )
    parser.addoption(
        "--contact",
        metavar="FIRST-LAST",
        help="seeds of random first contacts of phones to play, instead of a sample",
    )
    parser.addoption(
        "--fuzz",
        metavar="N",
        type=int,
        help="random inputs for each reader of bytes from outside, instead of a sample",
    )
    parser.addoption(
        "--rounds",
        type=int,
        default=8,
        help="how many rounds of edits and single taps real Anki goes through",
    )
    parser.addoption(
        "--media-seeds",
        type=int,
        default=2,
        help="how many random lives of a media folder that Anki and phones share are tried",
    )


def pytest_configure() -> None:
    # dev.py ends a run by SIGTERM: like Ctrl+C, so that no server or Anki of a test is left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    keep_to_daytime()


@pytest.fixture
def lan_server(tmp_path: Path) -> Iterator[LanServer]:
    """Yield a whole server on a free port, in this process, without accounts."""
    from .serving import serving  # what it needs is not there for all tests

    with serving(tmp_path / "data") as server:
        yield server


@pytest.fixture
def virtual_clock(tmp_path: Path) -> None:
    """Skip the test where processes cannot be given a clock of their own."""
    try:
        assert clock.works(tmp_path / "clock")
    except clock.NoVirtualClock as error:
        pytest.skip(str(error))
