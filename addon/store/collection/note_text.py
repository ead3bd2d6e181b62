"""What Anki derives from a note's text: its sort field and its checksum (docs/store.md, rule 13).

Notes are sent without these two columns, so the server computes them for devices that download the
whole collection. Anki uses regular expressions that cannot backtrack; Python's can, and some take
exponential time on hostile text while holding the interpreter lock, which would freeze Anki's
window. So the two searches that could go wrong are written out here; every function takes time
linear in its input.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from html.entities import name2codepoint

FIELD_SEPARATOR = "\x1f"

_NOT_IN_FIELDS = dict.fromkeys([*(c for c in range(0x20) if c not in (0x09, 0x0A)), 0x7F])
# Rust ignores case by simple case folding: `s` matches U+017F, but `i` does not match U+0131, as it
# would with re.IGNORECASE. No other letter of these names has such a counterpart.
_MEDIA_TAG = re.compile(
    "<(?:[iI][mM][gG]|[aA][uU][dD][iI][oO]|[vV][iI][dD][eE][oO]|[oO][bB][jJ][eE][cC][tT]"
    "|[s\u017fS][oO][uU][rR][cC][eE])"
)
_MEDIA_ATTRIBUTE = re.compile("(?:[s\u017fS][rR][cC]|[dD][aA][tT][aA])=")
_QUOTED_TO_NEXT_GT = {'"': re.compile('"([^"]+)"[^>]*>'), "'": re.compile("'([^']+)'[^>]*>")}
# That the first character may be a space is no mistake: Anki's expression is in verbose mode, where
# Rust ignores the space in `[^ >]+?`.
_UNQUOTED = re.compile("[^>][^ >]*")
_BLOCK_START = re.compile("<(?:!--|[s\u017fS](?:[tT][yY][lL][eE]|[cC][rR][iI][pP][tT]))")
_BLOCK_ENDS = {
    "<!": re.compile("-->"),
    "yle": re.compile("</[s\u017fS][tT][yY][lL][eE]>"),
    "ipt": re.compile("</[s\u017fS][cC][rR][iI][pP][tT]>"),
}
_TAG = re.compile("<[^>]*>")
_ENTITY = re.compile("&([^;]*)(;?)")
_DECIMAL = re.compile("#[0-9]+")
_HEXADECIMAL = re.compile("#x[0-9a-fA-F]+")
_MARKS_AND_JOINERS = frozenset(("Mn", "Mc", "Me", "Nd", "Nl", "Pc", "Lu", "Ll", "Lt", "Lm", "Lo"))


def clean_field(text: str) -> str:
    """Remove the characters that Anki does not store: ASCII controls except tab and newline."""
    # most fields are clean, which takes far less time to see than to make them so
    return text if text.isprintable() else text.translate(_NOT_IN_FIELDS)


def sort_field_and_checksum(fields: Sequence[str], sort_index: int) -> tuple[str, int]:
    """Return a note's `sfld` and `csum`; `fields` are its cleaned fields, at least one.

    Bind `sfld` as text: the column's integer affinity turns `12` into a number, as with Anki.
    A `sort_index` (the note type's `sortf`) beyond the fields gives an empty sort field.
    """
    first = strip_html(fields[0])
    digest = hashlib.sha1(first.encode(), usedforsecurity=False).hexdigest()
    if sort_index == 0:
        sort_field = first
    else:
        sort_field = strip_html(fields[sort_index]) if sort_index < len(fields) else ""
    return sort_field, int(digest[:8], 16)


def strip_html(text: str) -> str:
    """Return `text` without HTML, but with the file names of its media tags (` name `)."""
    if "<" in text:
        text = _strip_tags(_media_tags_to_names(text))
    return _decode_entities(text) if "&" in text else text


def _strip_tags(text: str) -> str:
    head_end = text.rfind(">") + 1
    # after the last > nothing can be a tag, before it every < begins one: no search is futile
    head, tail = text[:head_end], text[head_end:]
    has_blocks = _BLOCK_START.search(head)
    return (_strip_blocks_and_tags(head) if has_blocks else _TAG.sub("", head)) + tail


def _strip_blocks_and_tags(text: str) -> str:
    """Remove all tags, and comments, styles and scripts with their content."""
    kept = []
    done = 0
    # kind of block -> where its next end is (-1: none left); each end is searched for once
    next_end: dict[str, tuple[int, int]] = {}
    start = text.find("<")
    while start >= 0:
        kept.append(text[done:start])
        done = _end_of_block(text, start, next_end) or text.index(">", start) + 1
        start = text.find("<", done)
    kept.append(text[done:])
    return "".join(kept)


def _end_of_block(text: str, start: int, next_end: dict[str, tuple[int, int]]) -> int:
    """Return the end of the block whose opening `<` is at `start`; 0 if it is a plain tag."""
    opening = _BLOCK_START.match(text, start)
    if not opening:
        return 0
    if opening.group() == "<!--":
        kind, content = "<!", opening.end()
    else:
        kind, content = opening.group()[-3:].lower(), text.find(">", opening.end()) + 1
        if not content:
            return 0
    found, end = next_end.get(kind, (0, 0))
    if 0 <= found < content:
        match = _BLOCK_ENDS[kind].search(text, content)
        found, end = match.span() if match else (-1, 0)
        next_end[kind] = (found, end)
    return end if found >= 0 else 0


def _media_tags_to_names(text: str) -> str:
    """Replace each img, audio, video, object or source tag that names a file with ` name `."""
    tag = _MEDIA_TAG.search(text)
    if not tag:
        return text
    search = _AttributeSearch(text)
    kept: list[str] = []
    done = 0
    while tag:
        found = None
        if not (tag.end() < len(text) and _is_word(text[tag.end()])):
            found = search.first(tag.end())
        if found:
            name, end = found
            kept += text[done : tag.start()], " ", name, " "
            done = end
        tag = _MEDIA_TAG.search(text, found[1] if found else tag.end())
    kept.append(text[done:])
    return "".join(kept)


class _AttributeSearch:
    r"""Finds the src= or data= that Anki's expression for media tags finds.

    Between the tag's name and the attribute it matches `(?:[^>]|"[^"]+?"|'[^']+?')+?`, that is, it
    goes on to the next `>`, and beyond that only from a quote to the next such quote. Whether an
    attribute can be reached from a position does not depend on where the tag began, so a stretch
    without one is not searched again.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._last_gt = text.rfind(">")
        # position of a > (the end of a stretch) -> start of the part known to contain no attribute
        self._dead_from: dict[int, int] = {}

    def first(self, name_end: int) -> tuple[str, int] | None:
        """Return (file name, end of the tag) for the tag whose name ends at `name_end`."""
        text = self._text
        # what is tried last is at the bottom
        pending = self._jump(name_end)
        if name_end < len(text) and text[name_end] != ">":
            pending.append(name_end + 1)
        while pending:
            place = pending.pop()
            if place > self._last_gt:
                continue
            gt = text.find(">", place)
            dead = self._dead_from.get(gt, gt)
            if place >= dead and gt in self._dead_from:
                continue
            self._dead_from[gt] = place
            for attribute in _MEDIA_ATTRIBUTE.finditer(text, place, gt):
                found = self._value(attribute)
                if found:
                    return found
            pending += self._jumps(place, dead, gt)
        return None

    def _jumps(self, place: int, dead: int, gt: int) -> list[int]:
        """Return where quotes lead out of the stretch from `place` to `gt`, last one tried first.

        Only the last quote of each kind leads beyond the `>`: others end within the stretch."""
        last = [self._text.rfind(quote, place, gt) for quote in "\"'"]
        return [jump for at in sorted(last) if 0 <= at < dead for jump in self._jump(at)]

    def _jump(self, at: int) -> list[int]:
        quote = self._text[at : at + 1]
        if quote not in ('"', "'"):
            return []
        closing = self._text.find(quote, at + 1)
        return [closing + 1] if closing > at + 1 else []

    def _value(self, attribute: re.Match[str]) -> tuple[str, int] | None:
        text, start = self._text, attribute.end()
        if start >= self._last_gt or _is_word(text[attribute.start() - 1]):
            return None
        quoted = _QUOTED_TO_NEXT_GT.get(text[start])
        match = quoted.match(text, start) if quoted else None
        if match:
            return match.group(1), match.end()
        match = _UNQUOTED.match(text, start)
        if not match:
            return None
        return match.group(), text.index(">", match.end()) + 1


def _is_word(letter: str) -> bool:
    r"""Return whether a letter is part of a word to Rust's `\b` (Unicode TR18, unlike Python)."""
    if letter.isascii():
        return letter.isalnum() or letter == "_"
    return (
        unicodedata.category(letter) in _MARKS_AND_JOINERS
        or letter in "\u200c\u200d"
        # letters in circles and squares: symbols, yet alphabetic
        or "\u24b6" <= letter <= "\u24e9"
        or "\U0001f130" <= letter <= "\U0001f149"
        or "\U0001f150" <= letter <= "\U0001f169"
        or "\U0001f170" <= letter <= "\U0001f189"
    )


def _decode_entities(text: str) -> str:
    """Decode HTML 4 entities; if one is unknown, malformed or unterminated, change nothing."""
    try:
        return _ENTITY.sub(_entity, text).replace("\u00a0", " ")
    except ValueError:
        return text


def _entity(match: re.Match[str]) -> str:
    name, semicolon = match.groups()
    if semicolon and name in name2codepoint:
        return chr(name2codepoint[name])
    if semicolon and _DECIMAL.fullmatch(name):
        code = _code_point(name[1:].lstrip("0"), 10)
    elif semicolon and _HEXADECIMAL.fullmatch(name):
        code = _code_point(name[2:].lstrip("0"), 16)
    else:
        raise ValueError(name)
    return chr(code)


def _code_point(digits: str, base: int) -> int:
    if len(digits) > 7:
        raise ValueError(digits)
    code = int(digits or "0", base)
    if 0xD800 <= code <= 0xDFFF:
        raise ValueError(digits)
    return code
