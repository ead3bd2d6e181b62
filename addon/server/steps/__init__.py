"""The steps of the protocol, one file each.

A step takes a `Call` and returns a `Reply`. It is called with nothing held, and takes the user's
locks only for what needs them.
"""
