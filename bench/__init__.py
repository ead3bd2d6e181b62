"""Our server and Anki's own (`python -m anki.syncserver`) side by side, with one real client."""
