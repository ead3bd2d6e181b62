"""Compiles Fluent files (.ftl) into a typed Python module that needs nothing at run time.

See docs/fluent.md for how to use it, here or in another add-on.
"""
