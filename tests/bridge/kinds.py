"""Which kind of trial a seed stands for, so that the seed alone is enough to repeat it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

ANKI = "anki"
LAN_SYNC = "lan_sync"
NOWHERE = "nowhere"


@dataclass(frozen=True)
class Kind:
    """`upstream` is the server that the desktop syncs with, `settings` those of a `Trial`."""

    name: str
    upstream: str
    settings: dict[str, Any] = field(default_factory=dict)
    patience: float = 240.0  # s that one trial may take on a busy machine


KINDS = {
    kind.name: kind
    for kind in (
        Kind("plain", ANKI, {"careful_desktop": True}),
        Kind("own server", LAN_SYNC, {"careful_second": False}),
        Kind("schema", LAN_SYNC, {"schema_changes": True, "steps": 60}),
        Kind("clocks", LAN_SYNC, {"wrong_clocks": True, "steps": 60}),
        Kind("no server", NOWHERE, {"stamps": True}),
        Kind("kills", ANKI, {"kills": True, "careful_desktop": True}),
        Kind("every write", NOWHERE, patience=3000.0),
    )
}
_ORDER = (*["plain"] * 6, *["own server"] * 2, "schema", "schema", "clocks", "no server", "kills")


def kind_of(seed: int) -> Kind:
    """Return the kind for a seed; about half are the plain kind, with Anki's own server."""
    if seed % 100 == 99:
        return KINDS["every write"]  # hundreds of trials in one
    return KINDS[_ORDER[seed % len(_ORDER)]]


def order_for(seed: int, kind: Kind, *, baseline: bool = False, **settings: Any) -> dict[str, Any]:
    """Return what the worker needs to know about a trial."""
    return {
        "seed": seed,
        "kind": kind.name,
        "patience": kind.patience,
        "upstream": NOWHERE if baseline else kind.upstream,
        "baseline": baseline,
        "settings": {**kind.settings, **settings},
    }
