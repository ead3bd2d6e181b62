"""What kind of trial."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Given to a trial, with its seed."""

    steps: int = 80
    schema_changes: bool = False
    wrong_clocks: bool = False
    old: bool = False
    """The devices' Anki is older than the servers."""
    stamps: bool = False
    """Mark pending changes as synced now and then: there is no server to send them to."""
    kills: bool = False
    """Kill a process for each crash; otherwise an unhandled error stands for one."""
    stride: int = 1
    """In a test of every write: try only every n-th."""
    sabotage: str | None = None
    """Break the bridge in a way that sabotage.py names: the trial must notice."""
    careful_second: bool = True
    """Keep the second client away from what Anki's own server gets wrong: the same name chosen on
    two devices, changes of one object within the same second, flags."""
    careful_desktop: bool = False
    """Rename what has taken over a name before the desktop syncs, for the same reason."""
