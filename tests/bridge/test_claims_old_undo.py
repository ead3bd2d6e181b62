"""The claim about undo that only an old Anki on the desktop can prove."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import old_ankis

from . import clock
from .kinds import NOWHERE, Kind
from .run import Plan, carry_out

pytestmark = pytest.mark.timeout(900)  # the first run installs that Anki


def test_a_phones_changes_end_undo_that_anki_keeps_in_python(tmp_path: Path) -> None:
    try:
        clock.environment(tmp_path / "clock")
        result = carry_out(Plan([(1, Kind("old undo", NOWHERE))], host="2.1.50"), show=False)
    except (clock.NoVirtualClock, old_ankis.NoPython) as error:
        pytest.skip(str(error))
    assert not [one.get("trace", one["error"]) for one in result.failed]
    assert result.counts.passed == 1
