"""Entries of the activity list (server/activity.py) as sentences."""

from __future__ import annotations

from ...i18n import format_bytes, tr
from ...server import activity
from ..parts.when import duration


def describe_entry(entry: activity.Entry) -> str:
    """Say what happened, but not when or by whom."""
    what = _once(entry)
    # media counts files, not requests
    if entry.times == 1 or entry.kind == activity.MEDIA:
        return what
    return tr.activity_repeated(what=what, count=entry.times)


def _once(entry: activity.Entry) -> str:
    took = duration(entry.seconds)
    if entry.kind == activity.SIGNED_IN:
        return tr.activity_signed_in(user=entry.user)
    if entry.kind == activity.REFUSED:
        return tr.activity_refused(user=entry.user)
    if entry.kind == activity.SYNC:
        return tr.activity_synced(
            received_count=entry.received, sent_count=entry.sent, duration=took
        )
    if entry.kind == activity.UPLOAD:
        return tr.activity_uploaded(size=format_bytes(entry.bytes_received), duration=took)
    if entry.kind == activity.DOWNLOAD:
        return tr.activity_downloaded(size=format_bytes(entry.bytes_sent), duration=took)
    if entry.kind == activity.MEDIA:
        return tr.activity_media(
            received_count=entry.received,
            received_size=format_bytes(entry.bytes_received),
            sent_count=entry.sent,
            sent_size=format_bytes(entry.bytes_sent),
        )
    if entry.kind == activity.TAKEN_OVER:
        return _taken_over(entry)
    return tr.activity_failed(reason=entry.reason)


def went_well(entry: activity.Entry) -> bool:
    """Return whether there is nothing to worry about."""
    return entry.kind not in (activity.FAILED, activity.REFUSED)


def _taken_over(entry: activity.Entry) -> str:
    reviews, others = entry.sent, entry.received - entry.sent
    if not entry.received:
        return tr.activity_collection_in_anki()
    if not reviews:
        return tr.activity_changes_in_anki(count=others)
    return tr.activity_reviews_in_anki(count=reviews)
