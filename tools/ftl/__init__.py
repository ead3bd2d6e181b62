"""Compile Fluent files (.ftl) into a typed Python module without run-time dependencies.

See docs/fluent.md for how to use it, here or in another add-on.
"""
