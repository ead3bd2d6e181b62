"""`python -m addon.bridge`: one bridging without a window."""

from __future__ import annotations

from ..cli.bridge import main

raise SystemExit(main())
