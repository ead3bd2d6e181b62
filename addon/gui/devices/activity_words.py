"""Entries of the activity list (server/activity.py) as sentences."""

from __future__ import annotations

from ...i18n import format_bytes, tr
from ...server import activity
from ..parts.when import duration
from .change_words import describe_changes


def describe_entry(entry: activity.Entry, device: str) -> str:
    """Say what happened, but not when; `device` is the name of its device."""
    what = "; ".join((_once(entry, device), *describe_changes(entry)))
    # media counts files, not requests
    if entry.times == 1 or entry.kind == activity.MEDIA:
        return what
    return tr.activity_repeated(what=what, count=entry.times)


def describe_sync(received: int, reviews: int, sent: int) -> str:
    """Say what came from a device, or otherwise what it got; see activity.Entry."""
    if reviews:
        return tr.devices_reviews(count=reviews)
    if received:
        return tr.devices_changes(count=received)
    return _sent(sent) or tr.activity_nothing_new()


def _received(device: str, received: int, reviews: int) -> str:
    if reviews:
        return tr.bridging_reviews_from(count=reviews, device=device)
    return tr.bridging_changes_from(count=received, device=device) if received else ""


def _sent(sent: int) -> str:
    return tr.activity_changes_from_here(count=sent) if sent else ""


def _both(from_device: str, from_here: str) -> str:
    if from_device and from_here:
        return tr.activity_both_ways(from_device=from_device, from_here=from_here)
    return from_device or from_here or tr.activity_nothing_new()


def _once(entry: activity.Entry, device: str) -> str:
    took = duration(entry.seconds)
    if entry.kind == activity.SIGNED_IN:
        return tr.activity_signed_in(user=entry.user)
    if entry.kind == activity.REFUSED:
        return _refused(entry)
    if entry.kind == activity.SYNC:
        return _both(_received(device, entry.received, entry.reviews), _sent(entry.sent))
    if entry.kind == activity.UPLOAD:
        return tr.activity_uploaded(size=format_bytes(entry.bytes_received), duration=took)
    if entry.kind == activity.DOWNLOAD:
        return tr.activity_downloaded(size=format_bytes(entry.bytes_sent), duration=took)
    if entry.kind == activity.PUT_BACK:
        return tr.activity_put_back(user=entry.user)
    if entry.kind == activity.MEDIA:
        return _media(entry, device)
    if entry.kind == activity.TAKEN_OVER:
        return _taken_over(entry)
    if entry.kind == activity.NO_BACKUP:
        return tr.activity_no_backup(reason=entry.reason)
    return tr.activity_failed(reason=entry.reason)


def went_well(entry: activity.Entry) -> bool:
    """Return whether there is nothing to worry about."""
    return entry.kind not in (activity.FAILED, activity.REFUSED, activity.NO_BACKUP)


def _refused(entry: activity.Entry) -> str:
    if entry.reason == activity.SLOWED:
        what = tr.activity_slowed()
    elif entry.user:
        what = tr.activity_refused(user=entry.user)
    else:
        what = tr.activity_refused_name()
    return tr.activity_refused_from(what=what, address=entry.address) if entry.address else what


def _media(entry: activity.Entry, device: str) -> str:
    from_device = from_here = ""
    if entry.received:
        size = format_bytes(entry.bytes_received)
        from_device = tr.activity_media_from(count=entry.received, device=device, size=size)
    if entry.sent:
        size = format_bytes(entry.bytes_sent)
        from_here = tr.activity_media_from_here(count=entry.sent, size=size)
    return _both(from_device, from_here)


def _taken_over(entry: activity.Entry) -> str:
    reviews, others = entry.sent, entry.received - entry.sent
    if not entry.received:
        return tr.activity_collection_in_anki()
    if not reviews:
        return tr.activity_changes_in_anki(count=others)
    return tr.activity_reviews_in_anki(count=reviews)
