"""The table of all steps, by the path of the request."""

from __future__ import annotations

from collections.abc import Callable

from .call import Call
from .replies import Reply
from .steps import (
    changes,
    chunks,
    download,
    finish,
    graves,
    media,
    meta,
    sanity,
    start,
    upload,
)

Step = Callable[[Call], Reply]
Method = tuple[str, str]  # "sync" or "msync", and the method's name

# Not among the steps: it is the one method whose sender is not known yet.
LOGIN = ("sync", "hostKey")

STEPS: dict[Method, Step] = {
    ("sync", "meta"): meta.meta,
    ("sync", "start"): start.start,
    ("sync", "applyGraves"): graves.graves,
    ("sync", "applyChanges"): changes.changes,
    ("sync", "chunk"): chunks.chunk,
    ("sync", "applyChunk"): chunks.receive_chunk,
    ("sync", "sanityCheck2"): sanity.sanity,
    ("sync", "finish"): finish.finish,
    ("sync", "abort"): finish.abort,
    ("sync", "upload"): upload.upload,
    ("sync", "download"): download.download,
    ("msync", "begin"): media.begin,
    ("msync", "mediaChanges"): media.changes,
    ("msync", "uploadChanges"): media.upload,
    ("msync", "downloadFiles"): media.download,
    ("msync", "mediaSanity"): media.sanity,
}


def method_of(path: str) -> Method | None:
    """Return the method that a path's last two parts name, or None: `("sync", "meta")`.

    Anything before them is ignored: a proxy's prefix, and what people type on phones
    (`/sync/sync/meta`, `//msync//begin`), which Anki's own server answers with 404.
    """
    parts = [part for part in path.split("/") if part]
    method = (parts[-2], parts[-1]) if len(parts) > 1 else None
    return method if method is not None and (method == LOGIN or method in STEPS) else None
