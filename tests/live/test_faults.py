"""A sample of tests/faults: each fault once, at one request of one kind of sync."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ..faults.kinds import FAULTS
from ..faults.scenes import SCENES, Stage
from ..faults.trial import Trial, run, stage

# Without those in which a client waits for a minute before it takes silence for an answer.
_SCENES = itertools.cycle(["both ways", "first upload", "first download", "media"])
SAMPLE = [
    *(
        Trial(scene, 1 + 2 * number % 5, fault)
        for number, (fault, scene) in enumerate(zip(FAULTS, _SCENES))  # noqa: B905 - one is endless
    ),
    *(Trial(scene, 6, "answer withheld") for scene in SCENES if scene.startswith("legacy")),
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Stage]:
    """Return a scene's folders, made once."""

    @cache
    def prepare(scene: str) -> Stage:
        return stage(scene, tmp_path_factory.mktemp("stage") / scene)

    return prepare


@pytest.mark.parametrize("trial", SAMPLE, ids=str)
def test_nothing_is_lost(trial: Trial, prepared: Callable[[str], Stage], tmp_path: Path) -> None:
    on_stage = prepared(trial.scene)
    assert trial.request <= on_stage.requests
    run(trial, on_stage, tmp_path / "trial")
