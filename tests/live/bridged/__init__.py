"""Phones that sync with a store that is merged with a desktop's collection."""
