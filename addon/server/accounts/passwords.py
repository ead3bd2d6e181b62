"""Password hashes: our own, and those of other servers.

Two forms are accepted: werkzeug's (`scrypt:N:r:p$SALT$HEX`, `pbkdf2:HASH:ROUNDS$SALT$HEX`), which
our own have, and the PHC strings that Anki's own server takes with `PASSWORDS_HASHED=1`. Those are
made by the Rust crate pbkdf2 0.12 with its feature `simple`:
`$pbkdf2-sha256$i=ROUNDS,l=LENGTH$SALT$HASH`, or `-sha512`, in base64 without padding.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from typing import NamedTuple

from werkzeug.security import check_password_hash, generate_password_hash

from ..generated_password import is_generated

MIN_CHOSEN = 8  # characters of a new password; the minimum in NIST SP 800-63B
MAX_PASSWORD = 256  # characters; hashing longer ones would only help an attacker

# A foreign hash determines how much each login costs this computer.
_MAX_ROUNDS = 10_000_000
_MAX_SCRYPT_BYTES = 256 * 1024 * 1024
_MAX_SCRYPT_LANES = 16

_WERKZEUG_PBKDF2 = re.compile(r"pbkdf2:\w+:(\d{1,9})\$[^$]+\$[0-9a-f]+")
_WERKZEUG_SCRYPT = re.compile(r"scrypt:(\d{1,9}):(\d{1,9}):(\d{1,9})\$[^$]+\$[0-9a-f]+")
_PHC = re.compile(
    r"\$pbkdf2-(?P<digest>sha256|sha512)"
    r"(?:\$(?P<parameters>[a-z]=\d{1,9}(?:,[a-z]=\d{1,9})*))?"
    r"\$(?P<salt>[A-Za-z0-9+/]+)\$(?P<hash>[A-Za-z0-9+/]+)"
)
_PHC_ROUNDS = 600_000  # the crate's default, where a string names none


class BadPassword(ValueError):
    """A password, or its hash, cannot be used; the message says why."""


class _Phc(NamedTuple):
    digest: str
    rounds: int
    salt: bytes
    hash: bytes


def require_strong(password: str) -> None:
    """Raise BadPassword if a new password is too short, too long or blank.

    Older ones may be shorter and keep working.
    """
    if not MIN_CHOSEN <= len(password) <= MAX_PASSWORD or not password.strip():
        raise BadPassword(
            f"a password must have {MIN_CHOSEN} to {MAX_PASSWORD} characters, not only spaces"
        )


def hash_password(password: str) -> str:
    """Return the hash to store, with werkzeug's default method. Raises BadPassword."""
    if not 1 <= len(password) <= MAX_PASSWORD:
        raise BadPassword(f"a password must have 1 to {MAX_PASSWORD} characters")
    try:
        return generate_password_hash(password)
    except UnicodeEncodeError:  # from an environment variable in another encoding
        raise BadPassword("the password is not UTF-8") from None


def readings(typed: str) -> tuple[str, ...]:
    """Return the passwords that something typed may stand for, itself first.

    The add-on shows generated passwords in groups, and phones begin with a capital: spaces, dashes
    and case do not matter in those.
    """
    plain = re.sub(r"[\s-]", "", typed).lower()
    return (typed, plain) if plain != typed and is_generated(plain) else (typed,)


def matches(stored: str, password: str) -> bool:
    """Return whether `stored` is a hash of this password. It is one that is supported."""
    if len(password) > MAX_PASSWORD:
        return False
    phc = _parse_phc(stored)
    if phc is None:
        return check_password_hash(stored, password)
    secret = password.encode("utf-8", "surrogatepass")
    made = hashlib.pbkdf2_hmac(phc.digest, secret, phc.salt, phc.rounds, len(phc.hash))
    return hmac.compare_digest(made, phc.hash)


def require_supported(stored: str) -> None:
    """Raise BadPassword unless logins can be checked against this hash, at a reasonable cost."""
    if not (_is_reasonable_werkzeug(stored) or _is_reasonable_phc(stored)):
        raise BadPassword(
            "logins cannot be checked against this hash; use one in werkzeug's form "
            "(scrypt:... or pbkdf2:...) or in that of Anki's own server "
            "($pbkdf2-sha256$i=...,l=...$SALT$HASH)"
        )
    try:
        matches(stored, "")
    except ValueError as error:  # a digest that OpenSSL lacks, scrypt in a werkzeug before 2.3
        raise BadPassword(f"this hash cannot be checked on this computer: {error}") from error


def _is_reasonable_werkzeug(stored: str) -> bool:
    pbkdf2 = _WERKZEUG_PBKDF2.fullmatch(stored)
    if pbkdf2:
        return 1 <= int(pbkdf2[1]) <= _MAX_ROUNDS
    scrypt = _WERKZEUG_SCRYPT.fullmatch(stored)
    if not scrypt:
        return False
    n, r, p = (int(number) for number in scrypt.groups())
    return 0 < 128 * n * r <= _MAX_SCRYPT_BYTES and 1 <= p <= _MAX_SCRYPT_LANES


def _is_reasonable_phc(stored: str) -> bool:
    phc = _parse_phc(stored)
    return phc is not None and 1 <= phc.rounds <= _MAX_ROUNDS


def _parse_phc(stored: str) -> _Phc | None:
    match = _PHC.fullmatch(stored)
    if match is None:
        return None
    given = (match["parameters"] or "").split(",")
    parameters = {
        name: int(value) for name, _, value in (pair.partition("=") for pair in given if pair)
    }
    try:
        salt, digest = _base64(match["salt"]), _base64(match["hash"])
    except binascii.Error:
        return None
    if set(parameters) - {"i", "l"} or parameters.get("l", len(digest)) != len(digest):
        return None
    return _Phc(match["digest"], parameters.get("i", _PHC_ROUNDS), salt, digest)


def _base64(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
