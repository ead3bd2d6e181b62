"""The benchmark on very little data: it runs; its figures mean nothing here."""

from __future__ import annotations

import sys

import pytest

from bench.__main__ import counted, measure, table
from bench.jobs import Sizes


@pytest.mark.skipif(sys.platform != "linux", reason="memory is only told on Linux")
def test_each_job_is_measured_on_both_sides() -> None:
    sizes = Sizes(
        notes=40, reviews=10, files=3, merged=(1, 10), times=2, crowds=((2, 2, 20),), idle=0.5
    )
    results = measure(sizes, rounds=2)
    assert len(results.times) == 14 + 7 + 1 + 5
    for times in results.times.values():
        assert {name: len(seconds) for name, seconds in times.items()} == {"ours": 2, "anki": 2}
    lines = table(results).splitlines()
    assert len(lines) == 2 + len(results.times)
    for work, line in zip(results.times, lines[2:], strict=True):
        assert line.startswith(work)
        merged = "merge" in work or "Anki:" in work  # in no process of its own
        assert (results.memory[work]["ours"] is None) == merged
    assert len(counted(results).splitlines()) == 1 + 5
    for numbers in results.counts.values():
        assert set(numbers) == {"ours", "anki"}
