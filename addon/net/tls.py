"""The user's certificate (from Tailscale, mkcert, ...): loaded, checked, reloaded when renewed.

The standard library reads no certificates, but verifies them: so a handshake in memory, in which
the certificate is trusted as it is, tells whether it has expired, and its names.
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import ssl
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import CertificateUnusable

log = logging.getLogger(__name__)

# Seconds within which a visitor must agree on the encryption.
HANDSHAKE_TIMEOUT = 20.0
_LOOK_EVERY = 5.0  # seconds between two looks at the files
_EXPIRED = 10  # OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED
_PARTIAL_CHAIN = 0x80000  # OpenSSL's X509_V_FLAG_PARTIAL_CHAIN; a name for it came with Python 3.10


@dataclass(frozen=True)
class _Loaded:
    context: ssl.SSLContext
    names: tuple[str, ...]
    files: tuple[tuple[int, int], ...]


class Certificate:
    """A certificate with its key, which is loaded again when its files change. Any thread."""

    def __init__(self, certificate: Path, key: Path | None = None) -> None:
        """Load PEM files; without `key`, the certificate's file has it too. Raises
        CertificateUnusable."""
        self._certificate = certificate
        self._key = key or certificate
        self._lock = threading.Lock()
        self._loaded = self._load()
        self._looked = time.monotonic()

    @property
    def names(self) -> tuple[str, ...]:
        """The host names and numeric addresses for which it was issued, in its own order."""
        return self._loaded.names

    def context(self) -> ssl.SSLContext:
        """Return the context for a new connection.

        If the files have changed for the worse, the former certificate stays in use: a renewal may
        have written only one of them so far.
        """
        with self._lock:
            now = time.monotonic()
            if now - self._looked >= _LOOK_EVERY:
                self._looked = now
                self._follow()
            return self._loaded.context

    def _follow(self) -> None:
        with contextlib.suppress(OSError):
            if self._files() == self._loaded.files:
                return
        try:
            self._loaded = self._load()
        except CertificateUnusable as problem:
            log.warning("%s; the former certificate stays in use", problem)
        else:
            log.info("certificate loaded again from %s", self._certificate)

    def _files(self) -> tuple[tuple[int, int], ...]:
        found = (path.stat() for path in (self._certificate, self._key))
        return tuple((each.st_mtime_ns, each.st_size) for each in found)

    def _load(self) -> _Loaded:
        try:
            files = self._files()
            for path in (self._certificate, self._key):
                path.open("rb").close()
        except OSError as error:
            raise CertificateUnusable(
                Path(error.filename or self._certificate), f"cannot be read ({error.strerror})"
            ) from error
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        # not 1.3 alone: AnkiMobile's manual asks for 1.2
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
        try:
            # a function, or OpenSSL would ask for the password on the terminal
            context.load_cert_chain(self._certificate, self._key, lambda: "")
        except (OSError, ValueError) as error:
            raise self._unusable(error) from error
        return _Loaded(context, self._checked_names(context), files)

    def _unusable(self, error: Exception) -> CertificateUnusable:
        reason = getattr(error, "reason", None) or ""
        if reason == "KEY_VALUES_MISMATCH":
            return CertificateUnusable(self._key, f"is not the key of {self._certificate}")
        text = self._key.read_text("latin-1")
        if "ENCRYPTED" in text:
            return CertificateUnusable(self._key, "is protected by a password: save it without one")
        if "PRIVATE KEY-----" not in text:
            return CertificateUnusable(self._key, "has no private key in PEM format")
        if "BEGIN CERTIFICATE-----" not in self._certificate.read_text("latin-1"):
            return CertificateUnusable(self._certificate, "has no certificate in PEM format")
        return CertificateUnusable(self._certificate, f"cannot be used ({reason or error})")

    def _checked_names(self, server: ssl.SSLContext) -> tuple[str, ...]:
        client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        client.check_hostname = False
        client.verify_flags |= _PARTIAL_CHAIN
        try:
            client.load_verify_locations(self._certificate)
            found = _handshake(server, client)
        except ssl.SSLCertVerificationError as error:
            reason = "has expired" if error.verify_code == _EXPIRED else error.verify_message
            raise CertificateUnusable(self._certificate, str(reason)) from error
        except ssl.SSLError as error:
            raise CertificateUnusable(
                self._certificate, f"cannot be used ({error.reason})"
            ) from error
        return tuple(
            str(ipaddress.ip_address(name)) if kind == "IP Address" else str(name).lower()
            for kind, name in found.get("subjectAltName", ())
            if kind in ("IP Address", "DNS")
        )


def _handshake(server: ssl.SSLContext, client: ssl.SSLContext) -> Any:
    """Shake hands in memory; return what the client has learned about the certificate."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    there = client.wrap_bio(to_client, to_server)
    here = server.wrap_bio(to_server, to_client, server_side=True)
    for side in (there, here) * 2:
        with contextlib.suppress(ssl.SSLWantReadError):
            side.do_handshake()
    return there.getpeercert() or {}


def load_if_set(certificate: str | Path | None, key: str | Path | None) -> Certificate | None:
    """Load what the settings name, if anything. Raises CertificateUnusable."""
    if not certificate:
        if key:  # whoever set it expects that all is encrypted
            raise CertificateUnusable(Path(key), "is the key of no certificate: set that too")
        return None
    return Certificate(Path(certificate).expanduser(), Path(key).expanduser() if key else None)
