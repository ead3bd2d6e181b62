"""The sync protocol without sockets or files: bytes in, values out, and back."""
