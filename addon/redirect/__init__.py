"""Where the open profile's sync goes, and how it gets back. No Qt: Anki's parts are passed in."""
