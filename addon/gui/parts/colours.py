"""Colours of states, readable on white and on black."""

from __future__ import annotations

GREY, GREEN, BLUE, AMBER, RED = "#8a8f98", "#2e9e5b", "#3b8eea", "#d98e04", "#d9534f"
