"""What a sync changed, as phrases: "3 notes deleted: Hund, Katze"."""

from __future__ import annotations

from typing import Callable, Mapping, Sequence, Tuple

from ...i18n import tr
from ...server import activity
from ...store.collection.change_log import Action, ChangeLog, Group, Kind

# In the order in which they are shown: what a person might miss comes first. Cards and decks change
# whenever somebody studies, so those changes are shown only where nothing else explains them.
_PHRASES: Mapping[Tuple[Kind, Action], Callable[..., str]] = {
    (Kind.NOTES, Action.DELETED): lambda n: tr.activity_notes_deleted(count=n),
    (Kind.DECKS, Action.DELETED): lambda n: tr.activity_decks_deleted(count=n),
    (Kind.NOTES, Action.ADDED): lambda n: tr.activity_notes_added(count=n),
    (Kind.NOTES, Action.CHANGED): lambda n: tr.activity_notes_changed(count=n),
    (Kind.DECKS, Action.ADDED): lambda n: tr.activity_decks_added(count=n),
    (Kind.NOTE_TYPES, Action.CHANGED): lambda n: tr.activity_note_types_changed(count=n),
    (Kind.REVIEWS, Action.ADDED): lambda n: tr.activity_reviews_added(count=n),
    (Kind.CARDS, Action.CHANGED): lambda n: tr.activity_cards_changed(count=n),
    (Kind.CARDS, Action.DELETED): lambda n: tr.activity_cards_deleted(count=n),
}


def describe_changes(entry: activity.Entry) -> Sequence[str]:
    """Return a phrase for each kind of change; none if nothing worth mentioning was changed."""
    log = ChangeLog.from_text(entry.changes)
    found = {(kind, action): group for kind, action, group in log}
    if (Kind.REVIEWS, Action.ADDED) in found or (Kind.NOTES, Action.ADDED) in found:
        found.pop((Kind.CARDS, Action.CHANGED), None)
    if entry.kind == activity.SYNC:
        found.pop((Kind.REVIEWS, Action.ADDED), None)  # the sentence before tells how many came
    if (Kind.NOTES, Action.DELETED) in found:
        found.pop((Kind.CARDS, Action.DELETED), None)
    phrases = [
        _with_names(phrase(found[key].number), found[key])
        for key, phrase in _PHRASES.items()
        if key in found
    ]
    if entry.backup and entry.kind == activity.SYNC:
        phrases.append(tr.activity_backed_up_first())
    return phrases


def _with_names(what: str, group: Group) -> str:
    if not group.names:
        return what
    more = ("\N{HORIZONTAL ELLIPSIS}",) if group.number > len(group.names) else ()
    return tr.activity_named(what=what, names=", ".join((*group.names, *more)))
