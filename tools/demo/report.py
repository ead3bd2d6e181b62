"""What each side contains, and how they compare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from anki.collection import Collection

COUNTED = ("cards", "notes", "reviews", "decks", "media files")


def inventory(col: Collection) -> dict[str, Any]:
    """Return everything that shows whether two collections are the same."""
    assert col.db is not None
    notes = col.db.all("select id, flds, tags from notes order by id")
    cards = col.db.all("select id, did, type, due, ivl, reps from cards order by id")
    reviews = col.db.all("select id, cid, ease from revlog order by id")
    decks = sorted(deck.name for deck in col.decks.all_names_and_ids())
    media = {path.name: path.read_bytes().hex() for path in sorted(Path(col.media.dir()).iterdir())}
    return {
        "cards": cards,
        "notes": notes,
        "reviews": reviews,
        "decks": decks,
        "media files": media,
    }


def describe(result: dict[str, Any]) -> str:
    """Return a few lines for the person who ran it."""
    desktop, phone = result["desktop"], result["phone"]
    lines = [f"synced      with {result['shown']['address']} as {result['shown']['user']}", ""]
    lines.append(f"{'':<12}{'desktop':>9}{'phone':>9}")
    lines += [f"{name:<12}{len(desktop[name]):>9}{len(phone[name]):>9}" for name in COUNTED]
    differing = [name for name in COUNTED if desktop[name] != phone[name]]
    lines.append("")
    lines.append(f"DIFFERENT: {', '.join(differing)}" if differing else "both sides are the same")
    return "\n".join(lines)
