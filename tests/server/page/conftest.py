"""A phone's browser that many tests use one after another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .phone_browser import Phone, phone


@pytest.fixture(scope="package")
def started_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    with phone(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture
def browser(started_browser: Phone) -> Phone:
    """Return a browser that speaks English, with nothing open, allowed or logged."""
    started_browser.start_over()
    return started_browser
