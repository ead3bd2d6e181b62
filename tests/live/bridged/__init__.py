"""Phones that meet a store which is bridged with a desktop's collection."""
