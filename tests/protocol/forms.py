"""Forms byte for byte as clients before version 11 send them, seen on the wire."""

from __future__ import annotations

import gzip
import json

PYTHON_BOUNDARY = "Anki-sync-boundary"
RUST_BOUNDARY = "482de21626a74866-2ca1014b5feb57b6-b9eec3168f2b60ec-cd3d1fade756180e"


def content_type(boundary: str) -> str:
    return f"multipart/form-data; boundary={boundary}"


def packed(value: object) -> bytes:
    """JSON in gzip, as in all methods of the collection."""
    return gzip.compress(json.dumps(value).encode(), 6)


def python_form(data: bytes | None, **fields: str) -> bytes:
    """Anki 2.1.0 to 2.1.26, AnkiDroid up to 2.16: fields before the data, `data` left out where
    there is nothing to say."""
    body = b"".join(_python_field(name, value) for name, value in fields.items())
    if data is not None:
        body += (
            f"--{PYTHON_BOUNDARY}\r\n"
            'Content-Disposition: form-data; name="data"; filename="data"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode()
        body += data + b"\r\n"
    return body + f"--{PYTHON_BOUNDARY}--\r\n".encode()


def download_form_of_2_0(**fields: str) -> bytes:
    """Anki 2.0 closes the form together with the data, and `download` has none."""
    return b"".join(_python_field(name, value) for name, value in fields.items())


def rust_form(data: bytes, **fields: str) -> bytes:
    """Anki 2.1.28 to 2.1.56 (media: since 2.1.22): the data comes first, the sender after it."""
    body = (
        f'--{RUST_BOUNDARY}\r\nContent-Disposition: form-data; name="data"; filename="data"\r\n\r\n'
    ).encode()
    body += data + b"\r\n"
    for name, value in fields.items():
        body += (
            f'--{RUST_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        ).encode()
    return body + f"--{RUST_BOUNDARY}--\r\n".encode()


def _python_field(name: str, value: str) -> bytes:
    return (
        f'--{PYTHON_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
    ).encode()
