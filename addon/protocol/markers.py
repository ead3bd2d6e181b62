"""How to tell our server from others. Clients ignore it."""

from __future__ import annotations

# In the answer to /health: a random string, new each time a server starts.
INSTANCE_HEADER = "lan-sync-instance"
