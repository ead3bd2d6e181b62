"""Users and devices that take no time: tests sign in often, and scrypt takes 0.1 s."""

from __future__ import annotations

import base64
import hashlib

from addon.server.accounts.accounts import Accounts


def add_user(accounts: Accounts, name: str, password: str) -> None:
    """Add a user as `adduser --hash` does."""
    accounts.users.add_hashed(name, quick_hash(password))


def issue_key(accounts: Accounts, name: str, client: str = "", *, hosting: bool = False) -> str:
    """Sign a device in without a password, and return its host key. Raises NoSuchUser.

    `hosting`: as version 0.1.0 did for the Anki that the server runs in.
    """
    key = accounts.devices.add(name, client)
    if hosting:
        with accounts.devices._file.cursor() as db:
            db.execute("update devices set hosting = 1 where id = last_insert_rowid()")
    return key


def quick_hash(password: str) -> str:
    """PBKDF2 of few rounds, in a form that our server and Anki's own both take."""
    salt = b"0123456789abcdef"
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)

    def text(data: bytes) -> str:
        return base64.b64encode(data).decode().rstrip("=")

    return f"$pbkdf2-sha256$i=1000,l=32${text(salt)}${text(digest)}"
