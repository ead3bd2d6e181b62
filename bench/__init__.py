"""Compare our server with Anki's own (`python -m anki.syncserver`), with one real client."""
