"""Who may import whom: the table in docs/architecture.md, and no circles between files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ADDON = ROOT / "addon"
MADE = {"strings", "vendor"}  # by the build
TABLE = re.compile(r"^\| `([a-z0-9_/]+)` +\| (.*?) *\|$", re.MULTILINE)

Edges = dict[Path, set[Path]]


def allowed() -> dict[str, set[str]]:
    """Return the table: room -> the rooms it may import."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    _, _, section = text.partition("## Who may import whom")
    section, _, _ = section.partition("\n## ")
    return {room: set(re.findall(r"`([a-z0-9_/]+)`", may)) for room, may in TABLE.findall(section)}


def room(path: Path) -> str:
    """Return the room of a file: its folder, or itself where it stands at the top or is a door."""
    place = path.relative_to(ADDON)
    if len(place.parts) == 1 or place.stem == "__main__":
        return place.with_suffix("").as_posix()
    return place.parent.as_posix()


def modules() -> Iterator[Path]:
    for path in sorted(ADDON.rglob("*.py")):
        if not MADE & set(path.relative_to(ADDON).parts):
            yield path


@cache
def imports() -> Edges:
    """Every import between the add-on's files, wherever in a file it stands."""
    return {
        path: {other for other in imported(path) if other != path and "strings" not in other.parts}
        for path in modules()
    }


def imported(path: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            origin = path.parents[node.level - 1]
            origin = origin.joinpath(*node.module.split(".")) if node.module else origin
            for alias in node.names:
                yield file_of(origin / alias.name) or file_of(origin) or origin


def file_of(module: Path) -> Path | None:
    for path in (module.with_suffix(".py"), module / "__init__.py"):
        if path.is_file():
            return path
    return None


def test_every_import_between_rooms_is_in_the_table() -> None:
    table = allowed()
    wrong = {
        f"{path.relative_to(ADDON)} imports {other.relative_to(ADDON)}"
        for path, others in imports().items()
        for other in others
        if room(other) != room(path) and room(other) not in table[room(path)]
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_the_table_names_every_room_and_no_import_that_is_gone() -> None:
    found: dict[str, set[str]] = {room(path): set() for path in modules()}
    for path, others in imports().items():
        found[room(path)] |= {room(other) for other in others} - {room(path)}
    assert allowed() == found


def test_no_circle_between_files() -> None:
    edges = dict(imports())
    while leaves := [path for path, others in edges.items() if not others & edges.keys()]:
        for path in leaves:
            del edges[path]
    assert not edges, "in a circle, or above one: " + ", ".join(
        str(path.relative_to(ADDON)) for path in sorted(edges)
    )
