"""Media sync: `begin`, `mediaChanges`, `uploadChanges`, `downloadFiles`, `mediaSanity`."""

from __future__ import annotations

import os
from typing import Any

from ...protocol import messages, versions
from ...store.media.store import MAX_SCAN_S, MediaStore
from ..call import Call
from ..disk_reserve import NoRoom
from ..events import MediaReceived, MediaSent, RequestFailed
from ..replies import Json, Reply, file_reply

MediaChange = tuple[str, int, str]
"""Name, usn, sha1 in hex or "" for a deletion."""


def _wrapped(value: Any) -> Json:
    """Wrap a media method's reply; clients insist on `err`."""
    return Json({"data": value, "err": ""})


def begin(call: Call) -> Reply:
    request = call.body.json()
    if call.header.version >= versions.DIRECT_POST:  # older clients send it outside the JSON
        messages.parse_media_begin(request)
    with call.media() as media:
        media.refresh(MAX_SCAN_S)
        newest = media.last_usn()
        call.user.media_usns.began(call.account.device, newest)
    # `sk` repeats the host key: clients before version 11 send it back as their key
    return _wrapped({"usn": newest, "sk": call.header.host_key})


def changes(call: Call) -> Reply:
    since = messages.parse_media_changes(call.body.json())
    with call.media() as media:
        if since > media.last_usn():
            listed = _all_files(media)
        elif since:
            listed = _up_to_the_first_deletion(_of_others(call, media, since))
        else:  # the client has synced no media yet, or compares everything; it deletes none
            listed = media.changes_since(since)
        call.user.media_usns.listed(
            call.account.device, listed[-1][1] if listed else media.last_usn()
        )
    return _wrapped(listed)


def _all_files(media: MediaStore) -> list[MediaChange]:
    """List all files, for a client whose usns are another server's, as after a move from AnkiWeb.

    Better: Anki's own server lists nothing for it. Deletions are left out: the client would
    treat them as newer than its files, which they need not be.
    """
    since = 0
    while changes := media.changes_since(since):
        if listed := [change for change in changes if change[2]]:
            return listed
        since = changes[-1][1]
    return []


def _of_others(call: Call, media: MediaStore, since: int) -> list[MediaChange]:
    """List what others changed. Better: Anki's own server also sends a device its own changes."""
    while changes := media.changes_since(since):
        device, usns = call.account.device, call.user.media_usns
        listed = [change for change in changes if not usns.is_own(device, change[1])]
        if listed:
            return listed
        since = changes[-1][1]
    return []


def _up_to_the_first_deletion(listed: list[MediaChange]) -> list[MediaChange]:
    """Return the changes up to the first deletion; the client asks again for the rest.

    Better: of several deleted files in one answer, clients up to 26.9 leave those in place that
    follow one which they do not have any more, and later send them as new (docs/decisions.md).
    """
    for number, (_name, _usn, sha1) in enumerate(listed, 1):
        if not sha1:
            return listed[:number]
    return listed


def upload(call: Call) -> Reply:
    try:
        call.services.disk.require()  # a zip has little more than one file
    except NoRoom as error:
        call.emit(RequestFailed(*call.sender, "uploadChanges", 200, str(error)))
        return Json({"data": None, "err": error.sentence})
    with call.body.spooled(call.limits.media_zip) as zip_file, call.media() as media:
        before = media.last_usn()
        processed, usn = media.apply_upload(zip_file, call.admit)
        call.user.media_usns.uploaded(call.account.device, before, usn)
        size = zip_file.seek(0, os.SEEK_END)
    call.emit(MediaReceived(*call.sender, processed, size))
    return _wrapped([processed, usn])


def download(call: Call) -> Reply:
    names = messages.parse_download_files(call.body.json())
    with call.media() as media:
        found = media.zip_of(names)
    reply = file_reply(found.zip_file)
    call.emit(MediaSent(*call.sender, found.files, reply.size))
    return reply


def sanity(call: Call) -> Reply:
    """Compare the number of files. On "mediaSanity" the client checks all its media again.

    Not if another device has synced in between (better: Anki's own server does not look at that).
    """
    theirs = messages.parse_media_sanity(call.body.json())
    with call.media() as media:
        behind = call.user.media_usns.is_behind(call.account.device, media.last_usn())
        same = media.count() == theirs
    return _wrapped("OK" if same or behind else "mediaSanity")
