"""The command line of the server without Anki's window."""
