"""The Anki without windows that tests of the redirect use, too."""

from __future__ import annotations

from tests.redirect.conftest import anki

__all__ = ["anki"]
