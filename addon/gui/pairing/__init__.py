"""The window that connects a phone, and the one that finds out why it cannot connect."""
