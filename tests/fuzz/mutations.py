"""Random changes to valid inputs.

As a hypothesis strategy, which makes a failing input small but takes milliseconds for each; and as
a plain stream of a hundred times as many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from hypothesis import strategies as st

# what readers trip over: signs and brackets, numbers at their limits, text that is no UTF-8
TOKENS = (
    *(
        b'"',
        b"{",
        b"}",
        b"[",
        b"]" * 20,
        b"[" * 200,
        b",",
        b":",
        b"\\",
        b"\r\n",
        b"--",
        b"'",
        b"/*",
    ),
    *(b"\0", b"\xff", b"\xff" * 10, b"\xc3\x28", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\\ud800"),
    *(
        b"-1",
        b"0",
        b"1e999",
        b"9223372036854775808",
        b"NaN",
        b"null",
        b"true",
        b"1.5",
        b"PK\x05\x06",
    ),
    *(b"\x80" * 10, b"\x7f", b"\x08", b"\x0a\xff\xff\xff\xff\x0f", b"a" * 300, b" " * 50),
)
Edit = tuple[str, int, int, bytes]

KINDS = ("put", "insert", "cut", "repeat", "flip", "end")

_EDITS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.integers(0, 1 << 16),
        st.integers(1, 64),
        st.one_of(st.sampled_from(TOKENS), st.binary(max_size=6)),
    ),
    max_size=5,
)


def inputs(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return mutations of these seeds, now and then of two of them, and bytes of no kind at all."""
    mutated = st.builds(mutate, st.sampled_from(seeds), st.sampled_from(seeds), _EDITS)
    return st.one_of(mutated, mutated, mutated, st.binary(max_size=200))


def stream(seeds: Sequence[bytes], random: Random) -> Iterator[bytes]:
    """Yield mutations without end; `random` decides all of them."""
    while True:
        edits = [
            (
                random.choice(KINDS),
                random.randrange(1 << 16),
                random.randrange(1, 65),
                random.choice(TOKENS) if random.random() < 0.5 else random.randbytes(3),
            )
            for _ in range(random.randrange(1, 6))
        ]
        yield mutate(random.choice(seeds), random.choice(seeds), edits)


def mutate(seed: bytes, other: bytes, edits: Sequence[Edit]) -> bytes:
    """Apply edits at positions that wrap around the input's end."""
    data = bytearray(seed)
    for kind, where, size, token in edits:
        at = where % (len(data) + 1)
        if kind == "put":
            data[at : at + len(token)] = token
        elif kind == "insert":
            data[at:at] = token or other[at : at + size]
        elif kind == "cut":
            del data[at : at + size]
        elif kind == "repeat":
            data[at:at] = data[at : at + size] * (where % 7)
        elif kind == "flip" and at < len(data):
            data[at] ^= 1 << (size % 8)
        elif kind == "end":
            del data[at:]
    return bytes(data)
