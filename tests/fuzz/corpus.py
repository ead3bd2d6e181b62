"""Inputs that once were findings: a file for each reader, a line in hexadecimal for each input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"


def saved(name: str) -> Iterator[bytes]:
    """Yield the inputs for one reader."""
    path = FOLDER / f"{name}.txt"
    if path.exists():
        for line in path.read_text("ascii").splitlines():
            if line and not line.startswith("#"):
                yield bytes.fromhex(line)
