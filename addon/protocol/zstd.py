"""The zstd codec of any Python, under one name."""

from __future__ import annotations

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    # Anki's Python (3.9, 3.13) has none: the add-on ships this wheel, see addon/wheels.py.
    from backports import zstd

__all__ = ["zstd"]
