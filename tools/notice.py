"""The list of third-party packages in the add-on, with their licences."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from email import message_from_bytes
from email.message import Message

from .vendor import VendorError

TITLE = """\
Third-party packages that LAN Sync uses, as published by their authors. The full text of each
licence is inside the wheel, in the folder whose name ends with .dist-info.

"""


def notice(wheels: Iterable[bytes]) -> str:
    """Return the notice to distribute with these wheels.

    Raises VendorError if one does not state its licence or does not contain its text.
    """
    # A package has one wheel for each platform and Python.
    return TITLE + "".join(sorted({_line(wheel) for wheel in wheels}))


def _line(wheel: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        information = [name for name in archive.namelist() if ".dist-info/" in name]
        (metadata,) = (name for name in information if name.endswith("/METADATA"))
        fields = message_from_bytes(archive.read(metadata))
    if not any("LICEN" in name.rpartition("/")[2].upper() for name in information):
        raise VendorError(f"the wheel of {fields['Name']} contains no licence text")
    return f"- {fields['Name']} {fields['Version']}: {_licence(fields)}\n"


def _licence(fields: Message) -> str:
    stated = fields["License-Expression"] or fields["License"]
    if stated:
        return str(stated)
    for classifier in fields.get_all("Classifier", []):
        if classifier.startswith("License ::"):
            return str(classifier.rpartition(" :: ")[2])
    raise VendorError(f"{fields['Name']} states no licence")
