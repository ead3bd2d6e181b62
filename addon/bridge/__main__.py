"""`python -m addon.bridge`: one merge, without Anki's window."""

from __future__ import annotations

from ..cli.bridge import main

raise SystemExit(main())
