"""Write the generated package to disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write(files: Mapping[str, str], folder: Path) -> int:
    """Write the files; return how many changed. Unchanged ones keep their time and bytecode."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = 0
    for path in folder.glob("*.py"):
        if path.name not in files:
            path.unlink()
            changed += 1
    for name, content in files.items():
        path = folder / name
        data = content.encode("utf-8")
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
            changed += 1
    return changed
