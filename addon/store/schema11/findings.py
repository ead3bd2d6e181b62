"""What is broken or odd in an uploaded collection: errors and findings, each with its location."""

from __future__ import annotations

from dataclasses import dataclass

from ..faults import Invalid


class ConversionError(Invalid):
    """An uploaded collection is broken. The message is one line and names the table and the row."""


class UnknownSchema(ConversionError):
    """An uploaded collection has a schema version that no sync client sends.

    ``version`` is the value of ``col.ver``, of any type.
    """

    def __init__(self, version: object) -> None:
        super().__init__(f"col: schema version {version!r}; only 11 and 18 are supported")
        self.version = version


@dataclass(frozen=True)
class Location:
    """One object of the upload, called ``name``; ``found`` collects all findings of the upload."""

    name: str
    found: list[str]

    def inside(self, part: str) -> Location:
        return Location(f"{self.name} {part}", self.found)

    def note(self, text: str) -> None:
        self.found.append(f"{self.name}: {text}")

    def fail(self, reason: object) -> ConversionError:
        return ConversionError(f"{self.name}: {reason}")
