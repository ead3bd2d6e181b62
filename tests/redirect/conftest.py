"""The fixture that most tests of the redirect need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .small_anki import Anki


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    anki = Anki(tmp_path)
    yield anki
    if anki.collection_is_open:
        anki.close()
    assert anki.pm.db is not None
    anki.pm.db.close()
