"""A running sync (server/progress.py) as a sentence."""

from __future__ import annotations

from ...i18n import format_bytes, tr
from ...server import progress


def describe_progress(running: progress.Running) -> str:
    """Say what a device is doing and how far it is."""
    device = running.name
    if running.stage == progress.UPLOADING:
        size = format_bytes(running.bytes_received)
        return tr.running_uploading(device=device, size=size)
    if running.stage == progress.DOWNLOADING:
        size = format_bytes(running.bytes_sent)
        return tr.running_downloading(device=device, size=size)
    if running.stage == progress.MEDIA:
        return tr.running_media(
            device=device,
            received_count=running.files_received,
            received_size=format_bytes(running.bytes_received),
            sent_count=running.files_sent,
            sent_size=format_bytes(running.bytes_sent),
        )
    return tr.running_comparing(
        device=device, received_count=running.received, sent_count=running.sent
    )
