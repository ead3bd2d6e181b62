"""Python literals for generated code."""

from __future__ import annotations


def literal(text: str) -> str:
    """Return a text as a double-quoted Python string, with invisible characters escaped."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    return "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    if character == "\n":
        return "\\n"
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class FString:
    """Texts and expressions that become one (f-)string literal, or '""' when there are none."""

    def __init__(self) -> None:
        self._texts: list[tuple[bool, str]] = []

    def add(self, text: str) -> None:
        self._texts.append((False, text))

    def add_code(self, code: str) -> None:
        """Add code without double quotes or backslashes, which Python 3.8 forbids here."""
        assert not set(code) & set('"\\'), code
        self._texts.append((True, code))

    def __bool__(self) -> bool:
        return bool(self._texts)

    def __str__(self) -> str:
        if not any(is_code for is_code, _ in self._texts):
            return literal("".join(text for _, text in self._texts))
        parts = (
            f"{{{text}}}" if is_code else escaped(text).replace("{", "{{").replace("}", "}}")
            for is_code, text in self._texts
        )
        return f'f"{"".join(parts)}"'
