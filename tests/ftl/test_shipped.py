"""Our own strings: all of them, in every language there is, with sample arguments."""

from __future__ import annotations

import datetime
import itertools
from pathlib import Path
from typing import Any

import pytest

from tools.ftl.build import checked
from tools.ftl.gather import read
from tools.ftl.variables import Kind, kinds, uses

from .compiled import BROKEN, TIMES, WHOLE, Compiled, Reference

FTL = Path(__file__).parents[2] / "ftl"
SAMPLES: dict[Kind, tuple[Any, ...]] = {
    Kind.TEXT: ("Ada", "", "שלום", "http://192.168.1.20:27701/"),
    Kind.WHOLE: WHOLE[::3],
    Kind.NUMBER: (*WHOLE[::5], *BROKEN),
    Kind.DATE: tuple(each.date() for each in TIMES),
    Kind.TIME: (*TIMES, datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)),
}


@pytest.fixture(scope="module")
def parsed() -> Any:
    return checked(read(FTL))


@pytest.fixture(scope="module")
def both(parsed: Any) -> tuple[Compiled, Reference]:
    return Compiled(parsed), Reference(parsed)


@pytest.mark.parametrize("code", sorted(path.name for path in FTL.iterdir() if path.is_dir()))
def test_every_string_renders_as_the_reference_does(
    parsed: Any, both: tuple[Compiled, Reference], code: str
) -> None:
    compiled, reference = both
    english = parsed["en"]
    for unit in english.units.values():
        taken = kinds(uses(unit, english))
        columns = [SAMPLES[kind] for kind in taken.values()]
        rounds = max((len(column) for column in columns), default=1)
        for row in itertools.islice(zip(*map(itertools.cycle, columns), strict=True), rounds):
            given = dict(zip(taken, row, strict=True))
            text = compiled.text(code, unit.name, **given)
            assert text == reference.text(code, unit.name, **given), (unit.name, given)
            assert text
        if not columns:
            assert compiled.text(code, unit.name) == reference.text(code, unit.name), unit.name
