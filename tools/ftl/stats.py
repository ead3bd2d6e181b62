"""How complete each language is."""

from __future__ import annotations

from collections.abc import Mapping

from .gather import ENGLISH, Language


def table(languages: Mapping[str, Language]) -> str:
    """Return for each language its strings, the total, percent, and what each file lacks."""
    wanted = languages[ENGLISH].units
    lines = [f"{'language':10}{'strings':>12}{'':>7}  missing"]
    for code in sorted(languages):
        missing: dict[str, int] = {}
        for name, unit in wanted.items():
            if name not in languages[code].units:
                file = unit.entry.source.name + ".ftl"
                missing[file] = missing.get(file, 0) + 1
        have = len(wanted) - sum(missing.values())
        share = 100 * have // len(wanted) if wanted else 100
        where = ", ".join(f"{file} {count}" for file, count in missing.items())
        lines.append(f"{code:10}{f'{have}/{len(wanted)}':>12}{share:>6}%  {where}".rstrip())
    return "\n".join(lines)
