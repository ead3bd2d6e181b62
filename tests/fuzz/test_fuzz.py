"""A sample in every run; `python3 dev.py test tests/fuzz --fuzz N` tries N inputs of each kind."""

from __future__ import annotations

import contextlib
import functools
import itertools
import logging
import time
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from .corpus import saved
from .mutations import inputs, stream
from .targets import Target, targets

NAMES = (
    *("header", "zstd", "gzip", "form", "json", "messages", "objects", "request", "text"),
    *("protobuf", "endpoints", "media zip", "converter", "collection"),
)
SAMPLE = 100


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Nobody reads a line of the log for each refusal."""
    caplog.set_level(logging.CRITICAL, "addon")


@functools.lru_cache(maxsize=1)
def known() -> dict[str, Target]:
    return targets()


def test_all_targets_are_tried() -> None:
    assert set(NAMES) == set(known())


@pytest.mark.parametrize("name", NAMES)
def test_each_valid_input_is_taken(name: str) -> None:
    for seed in known()[name].seeds:
        known()[name].run(seed)


@pytest.mark.parametrize("name", NAMES)
def test_former_findings_are_refused(name: str) -> None:
    target = known()[name]
    for data in saved(name):
        run(target, data)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_arrives_is_taken_or_refused(name: str) -> None:
    target = known()[name]

    @settings(
        max_examples=max(10, int(SAMPLE * target.share)),
        deadline=None,
        database=None,
        derandomize=True,  # the same in each run, or an unrelated change would fail
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(target.seeds))
    def try_one(data: bytes) -> None:
        run(target, data)

    try_one()


@pytest.mark.timeout(0)  # hours, if that is what somebody asks for
@pytest.mark.parametrize("name", NAMES)
def test_many_more_inputs_are_taken_or_refused_if_asked_for(
    name: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = request.config.getoption("--fuzz")
    if asked is None:
        pytest.skip("only with --fuzz N")
    target = known()[name]
    count, seed = max(10, int(asked * target.share)), time.time_ns()
    for number, data in enumerate(itertools.islice(stream(target.seeds, Random(seed)), count)):
        try:
            run(target, data)
        except Exception:
            with capsys.disabled():
                print(f"\n{name}: input {number} of seed {seed}: {data.hex()}")
            raise
    with capsys.disabled():
        print(f"\n{name}: {count} inputs, no finding", flush=True)


def run(target: Target, data: bytes) -> None:
    with contextlib.suppress(*target.refusals):
        target.run(data)
