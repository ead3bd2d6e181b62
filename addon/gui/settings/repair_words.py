"""What a check has found and repaired, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from ...i18n import tr

if TYPE_CHECKING:
    from ...store.transfer.check import Repaired

_MOST_NAMES = 5


def describe_repairs(repaired: Repaired) -> str:
    """Return a line for each kind of fault."""
    if repaired.nothing:
        return tr.repairs_nothing()
    media = repaired.media
    counted = (
        (repaired.cards_without_note, tr.repairs_cards_without_note),
        (repaired.notes_without_cards, tr.repairs_notes_without_cards),
        (repaired.graves, tr.repairs_graves),
    )
    named = (
        (media.added, tr.repairs_media_added),
        (media.lost, tr.repairs_media_lost),
        (media.damaged, tr.repairs_media_damaged),
    )
    lines = [line(count=number) for number, line in counted if number]
    lines += [line(count=len(names), names=_some(names)) for names, line in named if names]
    if media.miscounted:
        lines.append(tr.repairs_miscounted())
    if repaired.backup:
        lines.append(tr.repairs_backed_up())
    return "\n".join((tr.repairs_done(), *lines))


def _some(names: List[str]) -> str:
    more = ["\N{HORIZONTAL ELLIPSIS}"] if len(names) > _MOST_NAMES else []
    return ", ".join([*names[:_MOST_NAMES], *more])
