"""Bytes from outside, mutated at random: each reader takes them, or refuses them in its own way."""
