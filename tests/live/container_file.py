"""A parser for container files, as far as ours needs it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Instruction:
    """One line: `COPY a b` has the name COPY."""

    name: str
    text: str

    @property
    def words(self) -> list[str]:
        """The words of a JSON form, or of a plain one."""
        if self.text.startswith("["):
            words: list[str] = json.loads(self.text)
            return words
        return self.text.split()


def read(path: Path) -> list[Instruction]:
    """Return the instructions in their order. Raises ValueError for a line that is none."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        match = re.fullmatch(r"([A-Z]+) (\S.*)", line)
        if match is None:
            raise ValueError(line)
        name, text = match.groups()
        if name == "HEALTHCHECK":
            text = text.removeprefix("CMD ")
        found.append(Instruction(name, text))
    return found
