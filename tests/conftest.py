"""Options of the whole test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-clients",
        action="store_true",
        help="run the tests of old clients with every release, not only with one of each kind",
    )
