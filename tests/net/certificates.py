"""Certificates for tests: an authority, and what it signs, made by the system's openssl."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

import pytest

_EC = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


class Authority:
    """A certificate authority in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.root = folder / "root.pem"
        self._root_key = folder / "root.key"
        self._count = 0
        _openssl(
            *("req", "-x509", *_EC, "-days", "2", "-subj", "/CN=Root"),
            *("-addext", "keyUsage=critical,keyCertSign,cRLSign"),
            *("-keyout", self._root_key, "-out", self.root),
        )

    def issue(self, *names: str, days: int = 2) -> tuple[Path, Path]:
        """Make a certificate for `DNS:..` and `IP:..`, and its key. Negative days: expired."""
        self._count += 1
        stem = self._folder / f"leaf{self._count}"
        key, request, certificate, extensions = (
            stem.with_suffix(end) for end in (".key", ".csr", ".pem", ".ext")
        )
        _openssl("req", *_EC, "-subj", "/CN=Leaf", "-keyout", key, "-out", request)
        extensions.write_text(
            f"subjectAltName={','.join(names)}\nextendedKeyUsage=serverAuth\n"
            "authorityKeyIdentifier=keyid\nsubjectKeyIdentifier=hash\n",
            "utf-8",
        )
        _openssl(
            *("x509", "-req", "-in", request, "-CA", self.root, "-CAkey", self._root_key),
            *("-set_serial", str(self._count), "-days", str(days), "-extfile", extensions),
            *("-out", certificate),
        )
        return certificate, key

    def trusting(self) -> ssl.SSLContext:
        """Return a client's context that trusts this authority and nobody else."""
        return ssl.create_default_context(cafile=self.root)


def protected(key: Path) -> Path:
    """Return the same key, protected by a password."""
    path = key.with_suffix(".protected")
    _openssl("ec", "-in", key, "-aes256", "-passout", "pass:x", "-out", path)
    return path


def _openssl(*arguments: str | Path) -> None:
    done = subprocess.run(["openssl", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(done.stderr)
