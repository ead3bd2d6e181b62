"""The results as a table that reads well in a terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from .trial import Trial

_HEAD = ("Anki", "Python", "Qt", "werkzeug", "redirects", "serves", "result")


def table(trials: Sequence[Trial]) -> str:
    """Return a table with a row for each host."""
    rows = [_HEAD, *map(_row, trials)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
        for row in rows
    ]
    rule = "| " + " | ".join("-" * width for width in widths) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def _row(trial: Trial) -> tuple[str, ...]:
    version = trial.host.version
    if trial.skipped:
        return (version, "", "", "", "", "", f"skipped: {trial.skipped}")
    versions = (version, *(str(trial.found.get(key, "")) for key in ("python", "qt", "werkzeug")))
    serves = "yes" if trial.host.serves else "no, and says so"
    if trial.problem:
        return (*versions, "", "", "FAILED")
    return (*versions, "yes", serves, "ok")
