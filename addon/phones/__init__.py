"""Whether phones sync with the open profile: its server, its account there. No Qt."""
