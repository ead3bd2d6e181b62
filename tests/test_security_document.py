"""docs/security.md: each limit is the one in the code, and names the test that holds it."""

from __future__ import annotations

import re
from pathlib import Path

from addon.cli.settings import TABLE
from addon.net import body, connection, head, tls
from addon.net.httpd import ConnectionLimits
from addon.protocol import body as zstd_body
from addon.protocol import multipart
from addon.server import activity, envelope
from addon.server.accounts import guessing
from addon.server.limits import KIB, MIB, Limits
from addon.store.media import zip as media_zip

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "security.md").read_text("utf-8")


ROWS = re.findall(r"^\| (.+?) \| (.+?) \| ?(.*?) ?\| `(tests/\S+)` \|$", DOCUMENT, re.MULTILINE)
GIB = 1024 * MIB
LOGIN, CHUNK = (Limits().bound(method) for method in ("hostKey", "applyChunk"))
CHANGES = Limits().bound("applyChanges")

LIMITS = {
    "wrong passwords in a row": f"{Limits.wrong_passwords}, then waits",
    "remembered guessers": f"{guessing._MOST:,} addresses, {guessing._MOST:,} accounts",
    "unused key": "none",
    "open connections": f"{ConnectionLimits.total}",
    ".. from one address": f"{ConnectionLimits.per_address}",
    "time for a TLS handshake": f"{tls.HANDSHAKE_TIMEOUT:.0f} s",
    "head of a request": f"{head.MAX_HEAD // KIB} KiB, {head._MAX_HEADERS} headers,"
    f" {connection.IO_TIMEOUT:.0f} s",
    "time between two bytes": f"{connection.IO_TIMEOUT:.0f} s",
    "a connection between two requests": f"{connection.IDLE_TIMEOUT:.0f} s",
    "time for a body": f"{body.PATIENCE:.0f} s, and {body._SLOWEST / KIB:.0f} s for each KiB",
    "a sign-in": f"{LOGIN.size // KIB} KiB, {LOGIN.values:,} values",
    "16 refused sign-ins at once": "60 MiB of memory",  # as in its test
    "one step of a sync": f"{CHANGES.size // MIB} MiB",
    ".. its values": f"{CHANGES.values:,}, or {CHUNK.values:,} in a chunk",
    "all requests' JSON at once": f"{Limits.memory // GIB} GiB of memory",
    "all requests' JSON at once, before it is read": f"{2 * Limits.json // MIB} MiB on disk",
    "forms of unknown senders at once": f"{(Limits.collection + 1) // GIB} GiB on disk",
    "uploaded collection": f"{Limits.collection // MIB:,} MiB",
    "window of a zstd body": f"{(1 << zstd_body._WINDOW_LOG_MAX) // MIB} MiB",
    "a zstd body, unpacked": "its request's limit",
    "a gzip body, unpacked": "its request's limit",
    "a form's fields besides the data": f"{envelope._MAX_FIELD} bytes each",
    "a form": f"{multipart._MAX_FIELDS} fields",
    "a media zip": f"{Limits.media_zip // MIB} MiB",
    ".. its files": f"{media_zip.MAX_FILES}",
    ".. each of them, unpacked": f"{media_zip.MAX_FILE_BYTES // MIB} MiB",
    ".. together, unpacked": f"{media_zip.MAX_TOTAL_BYTES // MIB} MiB",
    "a zip bomb": "what its directory declares",
    "free disk": f"{Limits.reserve // MIB} MiB, or a twentieth of a small disk",
    "refused sign-ins in the activity list": f"{activity.KEPT_REFUSALS}",
    "a session without a request": f"{Limits.idle_session:.0f} s",
}


def test_each_limit_is_the_one_in_the_code() -> None:
    assert {what: limit for what, limit, _, _ in ROWS} == LIMITS


def test_each_limit_names_a_test_and_a_setting_that_exist() -> None:
    assert DOCUMENT.count("| `tests/") == len(ROWS)
    names = {setting.name for setting in TABLE}
    for what, _, setting, test in ROWS:
        path, _, function = test.partition("::")
        assert f"def {function}(" in (ROOT / path).read_text("utf-8"), what
        assert not setting or setting.strip("`") in names, what
