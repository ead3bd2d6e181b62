"""Merge configuration and creation time, key by key, against what both sides had last time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..store.collection.timing import LAST_UNBURIED
from ..store.schema11.comparison import same_value

CREATED = "crt"  # a column of its own on both sides; no key of the configuration has this name
ABSENT: Any = object()

# Each device unburies its own cards. If it got today's value, it would think it had done so.
_STAYS = frozenset({LAST_UNBURIED})
_LARGER = "nextPos"  # the number of the next new card


@dataclass
class Exchange:
    """Keys to set on each side (`ABSENT`: to remove); `base` is what both have afterwards."""

    to_collection: dict[str, Any] = field(default_factory=dict)
    to_store: dict[str, Any] = field(default_factory=dict)
    base: dict[str, Any] = field(default_factory=dict)

    def without_collection(self, before: Mapping[str, Any]) -> Exchange:
        """Return only the changes to the store."""
        return Exchange({}, self.to_store, _as_before(self.base, self.to_collection, before))

    def without_store(self, before: Mapping[str, Any]) -> Exchange:
        """Return only the changes to the collection."""
        return Exchange(self.to_collection, {}, _as_before(self.base, self.to_store, before))


def exchange(
    mine: Mapping[str, Any], yours: Mapping[str, Any], base: Mapping[str, Any], mine_is_newer: bool
) -> Exchange:
    """Merge two configurations, each with the creation time under `CREATED`."""
    result = Exchange()
    for key in sorted(mine.keys() | yours.keys() | base.keys()):
        if key in _STAYS:
            continue
        here, there, was = mine.get(key, ABSENT), yours.get(key, ABSENT), base.get(key, ABSENT)
        value = _merged(key, here, there, was, mine_is_newer)
        if not _equal(here, value):
            result.to_collection[key] = value
        if not _equal(there, value):
            result.to_store[key] = value
        if value is not ABSENT:
            result.base[key] = value
    return result


def _merged(key: str, here: Any, there: Any, was: Any, mine_is_newer: bool) -> Any:
    if _equal(here, there) or _equal(there, was):
        return here
    if _equal(here, was):
        return there
    if key == _LARGER and isinstance(here, int) and isinstance(there, int):
        return max(here, there)
    return here if mine_is_newer else there


def _equal(one: Any, other: Any) -> bool:
    if one is ABSENT or other is ABSENT:
        return one is other
    return same_value(one, other)


def _as_before(
    base: Mapping[str, Any], keys: Mapping[str, Any], before: Mapping[str, Any]
) -> dict[str, Any]:
    kept = {key: value for key, value in base.items() if key not in keys}
    kept.update((key, before[key]) for key in keys if key in before)
    return kept
