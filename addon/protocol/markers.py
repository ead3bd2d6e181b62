"""How our server can be told from others. No client looks at it."""

from __future__ import annotations

# In the answer to /health: a random text for each run of a server.
INSTANCE_HEADER = "lan-sync-instance"
