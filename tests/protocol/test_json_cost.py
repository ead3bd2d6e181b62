from __future__ import annotations

import json
import random
import sys
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from addon.protocol import jsontext
from addon.protocol.faults import TooLarge
from addon.protocol.json_cost import JsonCost, measured

TEXTS = ["", "a", '"', "\\", '\\"', "\\\\", "[,]", "{:", '",', "\u00e9", "日本", "😀", "\n", "\\u"]


def count(value: Any) -> int:
    """Values and keys, each found by going there; the outermost is not counted."""
    if isinstance(value, dict):
        return sum(2 + count(each) for each in value.values())
    return sum(1 + count(each) for each in value) if isinstance(value, list) else 0


def blocks(text: bytes, size: int) -> Iterator[bytes]:
    return (text[start : start + size] for start in range(0, len(text), size))


def cost_of(text: bytes, size: int = 1 << 17) -> JsonCost:
    cost = JsonCost()
    for block in blocks(text, size):
        cost.add(block)
    return cost


def made(chance: random.Random, depth: int = 0) -> Any:
    kind = chance.randrange(7 if depth < 4 else 4)
    if kind < 3:
        return "".join(chance.choices(TEXTS, k=chance.randrange(5)))
    if kind == 3:
        return chance.choice([0, -1.5, True, None, 10**15])
    values = [made(chance, depth + 1) for _ in range(chance.randrange(6))]
    if kind < 6:
        return values
    return {f"{n}{chance.choice(TEXTS)}": value for n, value in enumerate(values)}


@pytest.mark.parametrize("seed", range(150))
def test_values_are_counted_across_block_borders(seed: int) -> None:
    value = made(random.Random(seed))
    containers = json.dumps(value).count("[]") + json.dumps(value).count("{}")
    for text in (json.dumps(value).encode(), jsontext.dumps(value)):
        counts = {cost_of(text, size).values for size in (1, 2, 3, 7, 64, 1 << 17)}
        assert len(counts) == 1
        (found,) = counts
        # each list and object is one sign more, for its first value
        assert found >= count(value)
        assert found <= 2 * count(value) + containers + 2


@pytest.mark.parametrize(
    "text",
    [
        b"[" * 900 + b"]" * 900,
        b"[" + b"[]," * 200_000 + b"[]]",
        b"[" + b"{}," * 200_000 + b"{}]",
        b"[" + b'{"a":1},' * 200_000 + b"0]",
        b"[" + b"1.5," * 200_000 + b"0]",
        b"[" + b'"a",' * 200_000 + b"0]",
        b"[" + b"[[1]]," * 100_000 + b"0]",
        b"{" + b",".join(b'"%d":%d' % (n, n + 1000) for n in range(100_000)) + b"}",
        b'["' + b"a" * 2_000_000 + b'"]',
        ('["' + "a" * 2_000_000 + '😀"]').encode(),
        b'["' + b"a" * 2_000_000 + b'\\ud83d\\ude00"]',
        ('["' + "é" * 1_000_000 + '"]').encode(),
        ('["' + "日" * 1_000_000 + '"]').encode(),
    ],
    ids=lambda text: text[:12],
)
def test_json_never_takes_more_memory_than_estimated(text: bytes) -> None:
    """Measured with Python's own decoder, whose memory can be traced."""
    memory = cost_of(text).memory
    text_as_str = text.decode()
    tracemalloc.start()
    try:
        value = json.loads(text_as_str)
        used = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert value
    assert used <= memory + sys.getsizeof(value)


def test_too_many_values_are_refused_before_they_are_parsed() -> None:
    cost = JsonCost()
    taken: list[bytes] = []
    with pytest.raises(TooLarge):
        taken.extend(measured(blocks(b"[" * 1_000_000, 1000), cost, 5000))
    assert cost.values == 6000


def test_memory_does_not_grow_with_the_number_of_quotes() -> None:
    cost = JsonCost()
    text = b'"' * (1 << 20)
    tracemalloc.start()
    try:
        for block in blocks(text, 1 << 17):
            cost.add(block)
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()
