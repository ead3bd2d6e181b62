"""How many backups are kept: what the settings say, for both kinds of configuration."""

from __future__ import annotations

from dataclasses import dataclass

LEAST = {"backup_count": 1, "backup_days": 0, "backup_weeks": 0}
"""The settings, in the order of the fields of `Keep`, with the least value of each."""
MOST = 30
"""The largest value of each."""


@dataclass(frozen=True)
class Keep:
    """How many backups to keep of those that nobody has asked for."""

    count: int = 10
    """The newest, at least one."""
    days: int = 14
    """The last of each day, of the latest days that have any."""
    weeks: int = 12
    """And the last of each week."""
