"""The command line: the server without Anki's window."""
