"""Colours and shapes of dots, and colours of texts."""

from __future__ import annotations

# of states, for a dot beside words, on white and on black
GREY, GREEN, BLUE, AMBER, RED = "#8a8f98", "#2e9e5b", "#3b8eea", "#d98e04", "#d9534f"

# their shapes, for those who do not tell the colours apart
SHAPES = {
    GREY: "\N{WHITE CIRCLE}",
    GREEN: "\N{BLACK CIRCLE}",
    BLUE: "\N{CIRCLE WITH LEFT HALF BLACK}",
    AMBER: "\N{BLACK UP-POINTING TRIANGLE}",
    RED: "\N{BLACK SQUARE}",
}

# of texts, with a contrast of at least 4.5:1 (WCAG AA): in the light theme, in the dark one;
# Anki's own grey has 4.35:1 and 3.3:1 on its own windows
QUIET = ("#666666", "#a8a8a8")
WRONG = ("#b3261e", "#ff8a80")
