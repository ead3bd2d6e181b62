"""The bridge's command line, for tests and repair."""

from __future__ import annotations

from .main import main

__all__ = ["main"]
