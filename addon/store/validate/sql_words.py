"""Split SQL that somebody else wrote into words, in one pass from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\s+|--[^\n]*|/\*|['\"`\[]|[\w$]+|.", re.DOTALL)
_CLOSING = {"'": "'", '"': '"', "`": "`", "[": "]"}
_STRING = "'"


def words(sql: str) -> Iterator[str]:
    """Yield words and symbols, in lower case, without comments.

    A quoted name is yielded without its quotes if it does not need them; otherwise, and for a
    string, "?" is. An unclosed quote or comment extends to the end.
    """
    at = 0
    while at < len(sql):
        match = _PIECE.match(sql, at)
        assert match is not None  # the last alternative takes anything
        piece, at = match.group(), match.end()
        if piece == "/*":
            end = sql.find("*/", at)
            at = len(sql) if end < 0 else end + 2
        elif piece in _CLOSING:
            start, at = at, _after(sql, at, _CLOSING[piece])
            name = sql[start : at - 1]
            yield name.lower() if piece != _STRING and name.isidentifier() else "?"
        elif not piece.isspace() and not piece.startswith("--"):
            yield piece.lower()


def _after(sql: str, at: int, closing: str) -> int:
    """Return the index after the closing quote; two in a row stand for one inside."""
    while True:
        end = sql.find(closing, at)
        if end < 0:
            return len(sql) + 1
        if closing == "]" or sql[end + 1 : end + 2] != closing:
            return end + 1
        at = end + 2
