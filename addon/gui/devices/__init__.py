"""The window that shows who syncs here, and what happened."""
