"""The weekly comparison, while nobody uses Anki."""

from __future__ import annotations

import importlib
import logging

import pytest
from anki.collection import Collection

from .. import running
from ..base import PROFILE
from ..phone import Phone
from .scene import tap


def test_both_sides_are_compared_when_anki_is_idle(
    desktop: Collection,
    phone: Phone,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    examining = importlib.import_module(f"{running.PACKAGE}.gui.bridge.examining")
    monkeypatch.setattr(examining, "_LOOK_MS", 50)
    monkeypatch.setattr(examining, "_is_idle", lambda: True)
    running.add_note("to be compared")
    tap(phone)
    assert desktop is running.anki().col
    with caplog.at_level(logging.INFO, logger=running.PACKAGE):
        running.switch_profile("User 2")
        running.switch_profile(PROFILE)
        running.spin(lambda: "were compared: they are the same" in caplog.text)
    monkeypatch.undo()
    running.switch_profile("User 2")
    running.switch_profile(PROFILE)
