"""Changes that two devices make to one object within the same second."""

from __future__ import annotations

import random
from typing import Any, ClassVar, Optional

from .device import Device


class Change:
    """A kind of change: choose an object that both devices have, and change it on one of them."""

    table: ClassVar[str]

    @classmethod
    def choose(cls, pair: list[Device], dice: random.Random) -> Optional[int]:
        """Return an id that both have; None if there is none."""
        ids = [{id for (id,) in device.rows(f"select id from {cls.table}")} for device in pair]
        both = sorted(ids[0] & ids[1])
        return int(dice.choice(both)) if both else None

    @staticmethod
    def make(device: Device, id: Any, mark: str) -> None:
        """Change the object."""
        raise NotImplementedError


class ANote(Change):
    table = "notes"

    @staticmethod
    def make(device: Device, id: Any, mark: str) -> None:
        note = device.col.get_note(id)
        note.fields[1] = mark
        device.col.update_note(note)


class ACard(Change):
    table = "cards"

    @staticmethod
    def make(device: Device, id: Any, mark: str) -> None:
        card = device.col.get_card(id)
        card.ivl = sum(map(ord, mark)) % 97
        device.col.update_card(card)


class ADeck(Change):
    table = "decks"

    @staticmethod
    def make(device: Device, id: Any, mark: str) -> None:
        deck = device.col.decks.get(id)
        deck["desc"] = mark
        device.col.decks.update(deck, preserve_usn=False)


class ANoteType(Change):
    table = "notetypes"

    @staticmethod
    def make(device: Device, id: Any, mark: str) -> None:
        kind = device.col.models.get(id)
        kind["css"] = f"/* {mark} */"
        device.col.models.update_dict(kind)


class APreset(Change):
    table = "deck_config"

    @staticmethod
    def make(device: Device, id: Any, mark: str) -> None:
        preset = device.col.decks.get_config(id)
        preset["new"]["perDay"] = sum(map(ord, mark)) % 89
        device.col.decks.update_config(preset)


TIES: tuple[type[Change], ...] = (ANote, ACard, ADeck, ANoteType, APreset)
