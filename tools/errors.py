"""What the commands of dev.py raise."""

from __future__ import annotations


class NotReady(Exception):
    """The command cannot run on this machine as it is. The message says what to do."""
