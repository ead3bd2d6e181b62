"""The protocol's methods, a file each, in the order a sync calls them.

A step takes a `Call` and gives the answer's value. It is called with nothing held and takes the
user's lock only around what needs it.
"""
