"""The window on who syncs here, and what happened."""
